/** Dirt in the code column. Every code marked `find` really fails one of: characters, length, check character; a person's number has 18 digits. */
import { codeCharacters, creditCheck, personNumber } from '../codes.js';
import type { CellValue } from '../table.js';
import type { CellDirt, CellPlace } from './cells.js';
import type { DirtName } from './kinds.js';

type Change = (code: string, place: CellPlace) => CellValue | undefined;

const onCode = (kind: DirtName, step: 1 | 2 | 3, change: Change): CellDirt => ({
  kind,
  step,
  stain: (value, place) => {
    if (typeof value !== 'string') return undefined;
    const became = change(value, place);
    return became === undefined ? undefined : { value: became };
  },
});

const isCsv = (place: CellPlace): boolean => place.format.startsWith('csv');
const allDigits = /^\d{18}$/;

export const codeDirt: readonly CellDirt[] = [
  onCode('code_former', 1, (_, { one, register }) => (register ? undefined : one?.formerCode)),
  onCode('code_number', 1, (code, place) =>
    allDigits.test(code) && !isCsv(place) ? Number(Number(code).toPrecision(15)) : undefined,
  ),
  onCode('code_scientific', 1, (code, place) => (allDigits.test(code) && isCsv(place) ? scientific(code) : undefined)),
  onCode('code_letter_for_digit', 1, lettersForDigits),
  onCode('code_short', 1, (code, { random }) => without(code, random.integer(2, 17))),
  onCode('code_long', 1, (code, { random }) => doubled(code, random.integer(2, 17))),
  onCode('code_wrong_check', 1, wrongCharacter),
  onCode('code_suffix', 1, (code, { random }) => code + random.pick(['(1/1)', '（1/1）', '(1/2)'])),
  onCode('code_old_9', 1, (code, { random }) =>
    random.chance(0.5) ? code.slice(8, 17) : `${code.slice(8, 16)}-${code.slice(16, 17)}`,
  ),
  onCode('code_old_15', 1, (code) => code.slice(2, 17)),
  onCode('code_name', 1, (_, { one }) => one?.name),
  onCode('code_person', 1, (_, { random }) => personNumber(random.integer(0, 999_999))),
  onCode('code_blank', 1, () => null),
  onCode('code_lower', 2, (code) => (/^[0-9A-Z]+$/.test(code) ? code.toLowerCase() : undefined)),
  onCode('code_full_width', 2, fullWidth),
  onCode('code_spaces', 3, spaced),
];

/** As a spreadsheet shows a long number: 9.134E+17. */
const scientific = (code: string): string => `${code[0]}.${code.slice(1, 4)}E+17`;

function lettersForDigits(code: string, { random }: CellPlace): string | undefined {
  const swaps = new Map([
    ['0', 'O'],
    ['1', 'I'],
    ['2', 'Z'],
  ]);
  const at = [...code].flatMap((character, i) => (swaps.has(character) ? [i] : []));
  if (at.length === 0) return undefined;
  const chosen = new Set([random.pick(at), ...at.filter(() => random.chance(0.3))]);
  return [...code].map((character, i) => (chosen.has(i) ? swaps.get(character) : character)).join('');
}

const without = (code: string, at: number): string => code.slice(0, at) + code.slice(at + 1);
const doubled = (code: string, at: number): string => code.slice(0, at) + code[at]! + code.slice(at);

/** One character copied wrongly; the check always sees it, because 31 is a prime. */
function wrongCharacter(code: string, { random }: CellPlace): string | undefined {
  const at = random.integer(8, 15);
  const other = random.pick(
    [...codeCharacters].filter((character) => character !== code[at] && /\d/.test(character) === /\d/.test(code[at]!)),
  );
  const became = code.slice(0, at) + other + code.slice(at + 1);
  return creditCheck(became.slice(0, 17)) === became[17] ? undefined : became;
}

export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function spaced(code: string, { random }: CellPlace): string {
  const middle = Math.floor(code.length / 2);
  return random.pick([
    ` ${code}`,
    `${code} `,
    `${code}\t`,
    `\u00a0${code}`,
    `${code}\u200b`,
    `${code.slice(0, middle)} ${code.slice(middle)}`,
    `\u3000${code}`,
  ]);
}
