/**
 * 统一社会信用代码 — 18 characters of GB 32100-2015: authority, kind, region, nine of the organisation code, check character.
 * What is not one is told by its kind, so that a person knows what to type; only case, width and spaces are put right.
 * Read `readCreditCode`. Characters are 0–9 and A–Z without I, O, S, V, Z. @source GB 32100-2015; R79, R80
 */
import type { Cell } from '../table.js';
import { businessLicenceFits, maskedId, organisationCodeFits, personIdFits } from './otherNumbers.js';

export type CodeReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'code'; readonly code: string; readonly notes: readonly CodeNote[] }
  | {
      readonly kind: 'trouble';
      readonly why: CodeTrouble /** What may be shown of it. */;
      readonly shown: string;
      readonly proposal?: string;
      readonly length?: number;
    };

/** Taken, and said: case, width or spaces were put right; the inner organisation code does not check; `(1/1)` was cut off. */
export type CodeNote = 'normalised' | 'organisation_part_differs' | 'copy_suffix_dropped';

export type CodeTrouble =
  /** The cell is a number: Excel keeps 15 digits of it. */
  | 'code_is_number'
  /** 9.13301E+17 as text: digits are gone. */
  | 'code_scientific'
  /** O, I, Z, S typed for 0, 1, 2, 5: `proposal` is the code that checks. */
  | 'code_letters_for_digits'
  | 'code_character_not_allowed'
  | 'code_length'
  | 'code_check_character'
  /** Nine-digit organisation code of before 2015. */
  | 'code_is_organisation_code'
  /** Fifteen-digit business licence number of before 2015. */
  | 'code_is_licence_number'
  /** A citizen's identity number: masked. */
  | 'code_is_person_id'
  /** 无, 个人, 办理中. */
  | 'code_is_text';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letterValue: ReadonlyMap<string, number> = new Map([...alphabet].map((letter, value) => [letter, value]));
/** 3^(i−1) mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character over the first 17; undefined when one of them is not allowed. */
export function creditCheckCharacter(code: string): string | undefined {
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    const value = letterValue.get(code[at] ?? '');
    if (value === undefined) return undefined;
    sum += value * weights[at]!;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** 18 allowed characters and the right check character; nothing is put right first. */
export const isCreditCode = (code: string): boolean =>
  /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code) && creditCheckCharacter(code) === code[17];

/** Narrow, upper case, without spaces, dashes of a printed code and marks around it. */
export const normalisedCode = (text: string): string => (/^[0-9A-Z]+$/.test(text) ? text : madePlain(text));

const madePlain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff'‘’`"]+/g, '')
    .toUpperCase();

export function readCreditCode(cell: Cell): CodeReading {
  if (cell === null) return { kind: 'blank' };
  if (typeof cell === 'number') return readNumeric(cell);
  if (typeof cell === 'boolean') return trouble('code_is_text', String(cell));
  const code = normalisedCode(cell);
  if (code === '') return { kind: 'blank' };
  if (/^[1-9](?:\.\d+)?E\+?\d{1,2}$/.test(code)) return trouble('code_scientific', code);
  // One person's number in thirty-one also checks as a credit code; none of them begins with 9. It is treated as a person's.
  const plain = code.endsWith(')') ? code.replace(/(?<=.{15})\(\d{1,2}[/-]\d{1,2}\)$/, '') : code;
  if (isCreditCode(plain) && !(plain.length === 18 && personIdFits(plain)))
    return taken(plain, { written: cell, cut: plain !== code });
  return readTrouble(plain);
}

function taken(code: string, from: { written: string; cut: boolean }): CodeReading {
  const notes: CodeNote[] = [];
  if (from.cut) notes.push('copy_suffix_dropped');
  else if (code !== from.written.trim()) notes.push('normalised');
  if (!organisationCodeFits(code.slice(8, 17))) notes.push('organisation_part_differs');
  return { kind: 'code', code, notes };
}

const trouble = (why: CodeTrouble, shown: string, more: { proposal?: string; length?: number } = {}): CodeReading => ({
  kind: 'trouble',
  why,
  shown,
  ...more,
});

/** A number of 18 digits has lost its last ones; a shorter one may be an old number that lost its leading zero. */
function readNumeric(value: number): CodeReading {
  const digits = Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : String(value);
  const shown = digits.length === 18 || digits.length === 15 ? maskedId(digits) : digits;
  return trouble('code_is_number', shown);
}

function readTrouble(code: string): CodeReading {
  if (code.length === 18 && personIdFits(code)) return trouble('code_is_person_id', maskedId(code));
  if (code.length === 18) return readEighteen(code);
  const bare = code.replace(/-/g, '');
  if (bare.length === 9 && organisationCodeFits(bare)) return trouble('code_is_organisation_code', code);
  if (code.length === 15 && /^\d+$/.test(code)) {
    if (businessLicenceFits(code)) return trouble('code_is_licence_number', personIdFits(code) ? maskedId(code) : code);
    return personIdFits(code)
      ? trouble('code_is_person_id', maskedId(code))
      : trouble('code_length', maskedId(code), { length: 15 });
  }
  if (/^\d{18}\d{2}$/.test(code) && personIdFits(code.slice(0, 18))) return trouble('code_is_person_id', maskedId(code));
  if (!/[0-9]{4}/.test(code) || code.length < 6)
    return trouble('code_is_text', code.length > 20 ? `${code.slice(0, 20)}…` : code);
  return trouble('code_length', /^\d+X?$/.test(code) && code.length > 12 ? maskedId(code) : code.slice(0, 40), {
    length: [...code].length,
  });
}

function readEighteen(code: string): CodeReading {
  const proposal = withDigits(code);
  if (proposal !== undefined) return trouble('code_letters_for_digits', code, { proposal });
  if (/[^0-9A-HJ-NP-RTUWXY]/.test(code)) return trouble('code_character_not_allowed', code);
  const looksLikeId = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(code);
  return trouble('code_check_character', looksLikeId ? maskedId(code) : code);
}

const digitsFor: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', Q: '0', L: '1', B: '8' };

/**
 * The code with digits for the letters that are typed for them, when it then checks. I, O, S, Z are never allowed and all are
 * turned; with none of them, letters where only digits may stand (the region, 3–8) are turned.
 */
function withDigits(code: string): string | undefined {
  const turned = [...code]
    .map((letter, at) => (/[OIZS]/.test(letter) || (at >= 2 && at < 8) ? (digitsFor[letter] ?? letter) : letter))
    .join('');
  return turned !== code && isCreditCode(turned) ? turned : undefined;
}
