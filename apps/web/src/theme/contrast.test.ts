/** Contrast of every text colour on every ground it stands on, in both themes, read from the style sheet itself. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = sheet.split(':root[data-theme="dark"]');
const themes = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } };

const grounds = ['ground', 'paper', 'paper-2', 'hover', 'picked'];
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['ink', grounds],
  ['ink-2', grounds],
  ['ink-3', ['ground', 'paper', 'paper-2', 'hover']],
  ['accent', ['ground', 'paper', 'paper-2', 'hover', 'accent-soft']],
  ['accent-ink', ['accent']],
  ['late', ['paper', 'paper-2', 'ground', 'late-soft']],
  ['warn', ['paper', 'paper-2', 'warn-soft']],
  ['good', ['paper', 'paper-2', 'good-soft']],
  ...['a', 'b', 'c', 'd', 'e', 'n'].map((tone) => [`g${tone}`, [`g${tone}-bg`]] as const),
];

for (const [theme, tokens] of Object.entries(themes))
  test(`every text of the ${theme} theme stands at contrast 4.5 or more`, () => {
    for (const [text, on] of pairs)
      for (const ground of on)
        expect(contrast(tokens[text], tokens[ground]), `${text} on ${ground} in ${theme}`).toBeGreaterThanOrEqual(4.5);
  });

function tokensOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('no such colour');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
