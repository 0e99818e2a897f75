/**
 * 逐格的决定 — what a person decided about single cells of a department's file: taken as it stands, read in another unit, or not used. A
 * decision names the text it was made about and counts only while the cell still says so.
 */
import { storedText } from '../text.js';
import { unitOf } from './vocabulary.js';

/** 照用、不用，或按另一个单位. */
export type CellUse = 'as_is' | 'missing' | { readonly unit: string };

export interface CellDecision {
  readonly use: CellUse;
  /** 原值, as the file shows it. */
  readonly was: string;
}

/** By `工作表!F214`, or `F214` in a file without sheets. */
export type CellDecisions = ReadonlyMap<string, CellDecision>;

/** What has been written out for a person and not been answered yet. */
export interface CellQuestion {
  readonly sheet?: string;
  readonly cell: string;
  readonly was: string;
  /** 疑点. */
  readonly question: string;
}

export const cellKey = (sheet: string | undefined, cell: string): string => (sheet === undefined ? cell : `${sheet}!${cell}`);

const uses: Readonly<Record<string, CellUse>> = { 照用: 'as_is', 不用: 'missing' };

/** One entry of “格”; `open` has no answer yet, undefined cannot be read. */
export function readDecision(entry: {
  readonly 取?: unknown;
  readonly 单位?: unknown;
  readonly 原值?: unknown;
}): CellDecision | 'open' | undefined {
  const { 取: use, 单位: unit, 原值: was } = entry;
  if (typeof was !== 'string') return undefined;
  if ((use ?? null) === null && (unit ?? null) === null) return 'open';
  if (typeof unit === 'string' && (use ?? null) === null)
    return unitOf(unit) === undefined ? undefined : { use: { unit }, was: storedText(was) };
  const known = typeof use === 'string' && unit === undefined ? uses[use] : undefined;
  return known === undefined ? undefined : { use: known, was: storedText(was) };
}

export const writeQuestion = ({ was, question }: CellQuestion): object => ({ 取: null, 原值: was, 疑点: question });
