/** 称号的依据 — the rows of the titles table that an item looks at: level, dates, and why one gives no points. */
import { isoDate } from '@muheng/quantity';
import type { BonusItem } from '@muheng/scheme';
import { type Column, PRESENT } from '../absence.js';
import { isValid } from '../stages/bonus/titles.js';
import type { StageFrame } from '../stages/stage.js';
import { printed } from './arithmetic.js';

type Titles = Extract<BonusItem['source'], { readonly from: 'titles' }>;

/** One note for each row of the subject with a name of the item. */
export function titleNotes(frame: StageFrame, rule: Titles, row: number): string[] {
  const table = frame.dataset.tables.get('titles');
  if (table === undefined) return [];
  const cell = (field: string, at: number): number => {
    const column: Column | undefined = table.fields.get(field);
    return column !== undefined && column.absence[at] === PRESENT ? column.values[at]! : Number.NaN;
  };
  const text = (field: string, at: number): string => {
    const code = cell(field, at);
    return Number.isNaN(code) ? '' : frame.textOf(code);
  };
  const day = (field: string, at: number, none: string): string =>
    Number.isNaN(cell(field, at)) ? none : isoDate(cell(field, at));
  const notes: string[] = [];
  for (let at = 0; at < table.rows; at++) {
    const name = text('name', at);
    if (table.subject[at] !== row || !rule.names.includes(name)) continue;
    const level = text('level', at);
    const count = cell('count', at);
    const worth = rule.levels.get(level);
    const why = !isValid(frame, rule.valid, { from: cell('from', at), to: cell('to', at) })
      ? `${validWords[rule.valid]}，不计`
      : worth === undefined
        ? '级别不在办法所列之内，不计'
        : `${printed(worth)} 分${Number.isNaN(count) ? '' : ` × ${printed(count)} 件`}`;
    notes.push(
      `称号 ${name}（${level === '' ? '级别空缺' : level}）${day('from', at, '起始日期未填')} 至 ${day('to', at, '今')}：${why}`,
    );
  }
  return notes;
}

const validWords: Readonly<Record<Titles['valid'], string>> = {
  on_reference_day: '基准日不在有效期内',
  in_data_year: '数据年度内无效',
  new_in_data_year: '不是数据年度内新获得',
};
