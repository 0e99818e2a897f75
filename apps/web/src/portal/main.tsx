/** 企业端 — light, for a phone: sign in, see what the office has on record about the own enterprise. No component library here. */
import { createRoot } from 'react-dom/client';
import '../theme/base.css';
import { applyTheme, onTheme } from '../theme/preference.js';
import { Portal } from './Portal.js';

applyTheme();
onTheme(applyTheme);
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<Portal />);
