/**
 * 文字规范 — texts are stored in NFC with odd spaces trimmed and rare characters kept; they are compared in NFKC, narrow, without
 * spaces. @source R94
 */
import { simplified } from './simplified.js';

const oddSpaces = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/g;

/** As it is kept: NFC, no-break and ideographic spaces are plain ones, none around. Nothing else is touched. */
export const storedText = (text: string): string =>
  ordinary.test(text) ? text.trim() : text.replace(oddSpaces, ' ').normalize('NFC').trim();

/** ASCII and common Chinese characters have no other form. */
const ordinary = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** As it is compared: NFKC, lower case, no spaces, brackets of one kind. */
export const matchText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]+/g, '')
    .replace(/[【〔{[]/g, '(')
    .replace(/[】〕}\]]/g, ')')
    .toLowerCase();

/** 繁简对照 — the key under which 台灣機械 and 台湾机械 are found alike: to propose a link, never to rewrite a name. */
export const likenessKey = (text: string): string => simplified(matchText(text));
