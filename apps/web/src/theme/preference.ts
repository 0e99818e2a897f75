/** 深浅色 — follows the machine until the person chooses; the choice stays in this browser. */
export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

const key = 'muheng.theme';
const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

export function themeChoice(): ThemeChoice {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function currentTheme(): Theme {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  return dark().matches ? 'dark' : 'light';
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, choice);
  applyTheme();
  window.dispatchEvent(new Event('muheng-theme'));
}

/** Calls back on a choice here, in another window, or of the machine. For `useSyncExternalStore`. */
export function onTheme(changed: () => void): () => void {
  const system = dark();
  const again = (): void => {
    applyTheme();
    changed();
  };
  system.addEventListener('change', again);
  window.addEventListener('muheng-theme', changed);
  window.addEventListener('storage', again);
  return () => {
    system.removeEventListener('change', again);
    window.removeEventListener('muheng-theme', changed);
    window.removeEventListener('storage', again);
  };
}
