/**
 * The writing of a compound unit: words joined by `/`, `每`, `·`, `*`, `×`, parentheses and powers. Text in, words with exponents out;
 * it does not know what a word means beyond whether it is one.
 */
import { findUnitWord } from './unit-words.js';

/** One word of a unit and its power: `元/㎡` is 元^1 and ㎡^-1. */
export interface UnitPart {
  readonly word: string;
  readonly exponent: number;
}

const deepest = 20;
/** Powers beyond this are no unit of measure; it also keeps every composed text readable again. */
export const highestPower = 100;

/**
 * unit := group (joiner group)* ; group := word power? | '(' unit ')' power?
 * Several divisions in a row divide by each (`元/㎡/月`); a multiplication after a division without parentheses has two
 * readings and gives `undefined`, as does anything that is not a unit.
 */
export function readUnitText(text: string): readonly UnitPart[] | undefined {
  const pieces = plainText(text).match(/[()/·^]|[^()/·^]+/g) ?? [];
  const reader = { pieces, at: 0 };
  const parts = readUnit(reader, 0);
  return reader.at === pieces.length ? parts : undefined;
}

interface Reader {
  readonly pieces: readonly string[];
  at: number;
}

function readUnit(reader: Reader, depth: number): UnitPart[] | undefined {
  const parts = readGroup(reader, depth);
  let divided = false;
  while (parts !== undefined) {
    const joiner = reader.pieces[reader.at];
    if (joiner !== '/' && joiner !== '·') return parts;
    if (joiner === '·' && divided) return undefined;
    reader.at++;
    const next = readGroup(reader, depth);
    if (next === undefined) return undefined;
    divided = joiner === '/';
    for (const part of next) parts.push(divided ? { word: part.word, exponent: -part.exponent } : part);
  }
  return undefined;
}

function readGroup(reader: Reader, depth: number): UnitPart[] | undefined {
  const piece = reader.pieces[reader.at++];
  if (piece === undefined || depth > deepest) return undefined;
  if (piece !== '(') return raised(reader, wordParts(piece));
  const inner = readUnit(reader, depth + 1);
  return inner !== undefined && reader.pieces[reader.at++] === ')' ? raised(reader, inner) : undefined;
}

/** A known word, or a known word with its power written behind it: 人2 from 人². */
function wordParts(piece: string): UnitPart[] | undefined {
  if (findUnitWord(piece) !== undefined) return [{ word: piece, exponent: 1 }];
  const [, word = '', power = ''] = /^(.*?\D)(-?\d)$/.exec(piece) ?? [];
  return findUnitWord(word) !== undefined && power !== '0' ? [{ word, exponent: Number(power) }] : undefined;
}

function raised(reader: Reader, parts: UnitPart[] | undefined): UnitPart[] | undefined {
  if (parts === undefined || reader.pieces[reader.at] !== '^') return parts;
  reader.at++;
  const power = reader.pieces[reader.at++] ?? '';
  if (!/^-?\d{1,3}$/.test(power) || Number(power) === 0 || Math.abs(Number(power)) > highestPower) return undefined;
  return parts.map((part) => ({ word: part.word, exponent: part.exponent * Number(power) }));
}

/** Full-width, superscript and spaced writings brought to one: ㎡ → m2, ／ → /, kW·h → kWh, m^2 → m2. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/−/g, '-')
    .replace(/[*×•∙⋅・]/g, '·')
    .replace(/每/g, '/')
    .replace(/([kKMG])[wW]·?[hH]/g, '$1Wh')
    .replace(/KWh/g, 'kWh')
    .replace(/(千瓦|兆瓦|吉瓦)·(小?时)/g, '$1$2')
    .replace(/(^|[^a-zA-Z])(k?m)\^([23])(?!\d)/g, '$1$2$3');
}
