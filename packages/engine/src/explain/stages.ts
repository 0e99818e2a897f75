/** 两步划类的依据 — which half a subject stands in, its key figure and place there, and how ties are told apart. */
import { formulaInWords } from '@muheng/formula';
import { equalNumbers, unitText } from '@muheng/quantity';
import { keyInWords, type Scheme, type SortKey } from '@muheng/scheme';
import { endingHalf, type Half, type TwoStage } from '../stages/cut/halves.js';
import { printed } from './arithmetic.js';
import type { Explaining } from './context.js';

export const halfNames: Readonly<Record<Half, string>> = { upper: '前段', lower: '后段' };

export interface PlaceInHalf {
  /** `前段 6 户中亩均税收第 3，` */
  readonly short: string;
  /** `在前段：亩均税收 30 万元/亩，…列第 3；并列 3 户，按编号先后`. */
  readonly note: string;
}

/** Null where the pool is not cut in two stages or the subject is not in the cut. */
export function placeInHalf(context: Explaining, row: number): PlaceInHalf | null {
  const { scheme, result, scored } = context;
  const pool = result.pool[row]!;
  const cut = scheme.grades.cut.get(scored.pools.groupOf[pool] ?? '');
  const halves = context.halves(pool);
  if (cut?.by !== 'two_stage' || halves === null) return null;
  const half: Half = halves.upper.includes(row) ? 'upper' : 'lower';
  const rows = halves[half];
  const place = rows.indexOf(row) + 1;
  const [first, ...others] = cut[half].by;
  if (place === 0 || first === undefined) return null;
  const { measure } = scheme.subject;
  const values = context.keyValues(first);
  const own = values[row]!;
  const same = rows.filter((each) => each === row || equalNumbers(values[each]!, own)).length;
  const key = formulaInWords(first.formula);
  const figure = Number.isNaN(own) ? `${key}无数据` : `${key} ${printed(own)}${unitOf(scheme, first)}`;
  const after = [...others.map(keyInWords), '编号先后'].join('、');
  return {
    short: `${halfNames[half]} ${rows.length} ${measure}中按${key}列第 ${place}，`,
    note: `在${halfNames[half]}：${figure}，${keyInWords(first)}列第 ${place}${same > 1 ? `；该值并列 ${same} ${measure}，并列的按${after}` : ''}`,
  };
}

function unitOf({ leaves }: Scheme, { formula: { tree } }: SortKey): string {
  const leaf = tree.kind === 'name' ? leaves.find((each) => `value.${each.id}` === tree.id) : undefined;
  const unit = leaf === undefined ? '' : unitText(leaf.unit);
  return unit === '' ? '' : ` ${unit}`;
}

/** `亩均税收`: what the line of a class is measured in. */
export function lineKey(cut: TwoStage, grade: string): string {
  const [first] = cut[endingHalf(cut, grade)].by;
  return first === undefined ? '' : formulaInWords(first.formula);
}
