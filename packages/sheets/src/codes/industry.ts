/**
 * 国民经济行业代码 — a code of GB/T 4754-2017 with its chain (C3829 → C382 → C38 → C). A code of the 2011 edition has often another meaning
 * now, so it is turned only when the file says which edition it is of, and only by a table; otherwise refused. Read `readIndustry`.
 * @source GB/T 4754-2017; R82
 */
export interface IndustryRow {
  /** With its letter: `C3829`. */
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2 | 3 | 4;
  /** Empty for a letter. */
  readonly parent: string;
}

export interface EarlierRow {
  /** Digits of the 2011 edition. */
  readonly code: string;
  readonly name: string;
  /** Codes of 2017, with letters; several when the class was split. */
  readonly now: readonly string[];
}

export interface IndustryTable {
  readonly byCode: ReadonlyMap<string, IndustryRow>;
  /** `38` → `C38`, `3829` → `C3829`. */
  readonly byDigits: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, EarlierRow>;
}

/** Raises a RangeError for a row whose parent is missing or whose level does not fit its code. */
export function industryTable(rows: readonly IndustryRow[], earlier: readonly EarlierRow[] = []): IndustryTable {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const { code, level, parent } of rows)
    if ((level === 1 ? parent !== '' : !byCode.has(parent)) || code.length !== level + (level === 1 ? 0 : 1))
      throw new RangeError(`industry ${code} does not fit under ${parent}`);
  const gone = earlier.flatMap(({ now }) => now.filter((code) => !byCode.has(code)));
  if (gone.length > 0) throw new RangeError(`no industry ${gone[0]}`);
  return {
    byCode,
    byDigits: new Map(rows.filter(({ level }) => level > 1).map(({ code }) => [code.slice(1), code])),
    earlier: new Map(earlier.map((row) => [row.code, row])),
  };
}

/** The tables of the catalogue as they are written: a line of source, a line of headers, no quoted cells. */
export function industryTableFrom(classes: string, changes: string): IndustryTable {
  const levels = [1, 2, 3, 4] as const;
  const rows = linesOf(classes).flatMap(([code = '', name = '', written, parent = '']): IndustryRow[] => {
    const level = levels.find((one) => String(one) === written);
    if (level === undefined) throw new RangeError(`industry ${code} has no level`);
    return [{ code, name, level, parent }];
  });
  return industryTable(
    rows,
    linesOf(changes).map(([code = '', name = '', now = '']) => ({ code, name, now: now.split(' ') })),
  );
}

const linesOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));

export type IndustryReading =
  | { readonly kind: 'known'; readonly chain: readonly IndustryRow[] }
  /** Four digits that the table lacks under a group it has: kept, and asked about. */
  | { readonly kind: 'unlisted'; readonly code: string; readonly chain: readonly IndustryRow[] }
  /** Of the 2011 edition: what it became, to be shown. More than one: a person chooses. */
  | { readonly kind: 'turned'; readonly from: EarlierRow; readonly chains: readonly (readonly IndustryRow[])[] }
  | { readonly kind: 'trouble'; readonly why: IndustryTrouble };

/** `not_turned`: of 2011 and not in the table of changes. `zero_lost`: three digits from a number cell, 610 may be 0610. */
export type IndustryTrouble = 'not_a_code' | 'unknown' | 'letter_differs' | 'not_turned' | 'zero_lost';

export interface IndustrySaid {
  readonly edition: 2011 | 2017;
}

/** A cell, from the smallest class up. Lower case, full width and spaces are put right. */
export function readIndustry(table: IndustryTable, cell: string | number, { edition }: IndustrySaid): IndustryReading {
  const text = String(cell).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4}|)$/.exec(text) ?? [];
  if (letter === '' && digits === '') return { kind: 'trouble', why: 'not_a_code' };
  if (typeof cell === 'number' && digits.length === 3) return { kind: 'trouble', why: 'zero_lost' };
  if (edition === 2011) return fromEarlier(table, digits);
  if (digits === '') return chainedOr(table, letter, 'unknown');
  const code = table.byDigits.get(digits);
  if (code !== undefined && letter !== '' && code[0] !== letter) return { kind: 'trouble', why: 'letter_differs' };
  if (code !== undefined) return chainedOr(table, code, 'unknown');
  const group = digits.length === 4 ? table.byDigits.get(digits.slice(0, 3)) : undefined;
  return group === undefined || (letter !== '' && group[0] !== letter)
    ? { kind: 'trouble', why: 'unknown' }
    : { kind: 'unlisted', code: `${group}${digits[3]}`, chain: chainOf(table, group) };
}

function fromEarlier(table: IndustryTable, digits: string): IndustryReading {
  const from = table.earlier.get(digits);
  return from === undefined
    ? { kind: 'trouble', why: 'not_turned' }
    : { kind: 'turned', from, chains: from.now.map((code) => chainOf(table, code)) };
}

function chainedOr(table: IndustryTable, code: string, why: IndustryTrouble): IndustryReading {
  const chain = chainOf(table, code);
  return chain.length === 0 ? { kind: 'trouble', why } : { kind: 'known', chain };
}

/** The class itself first, its letter last. */
function chainOf({ byCode }: IndustryTable, code: string): IndustryRow[] {
  const chain: IndustryRow[] = [];
  for (let row = byCode.get(code); row !== undefined; row = byCode.get(row.parent)) chain.push(row);
  return chain;
}
