/** 重复的文件 — two files that are one table twice: kind, year and columns alike, and the same subjects. Equal bytes are the caller's to see. */
import type { Finding } from '@muheng/finding';
import { isCreditCode } from '@muheng/sheets';
import { tableInWords, tablePlace } from './place.js';
import type { TableView } from './recognise.js';
import { found } from './texts.zh.js';

const oneTable = 0.5;

export function fileFindings(views: readonly TableView[]): Finding[] {
  const groups = new Map<string, TableView[]>();
  for (const view of views) {
    if (view.kind === 'unknown') continue;
    const columns = view.table.columns.map(({ term }) => term.id).sort();
    const key = `${view.kind} ${view.has('year') ? '' : (view.year ?? '')} ${columns.join(' ')}`;
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((view, at) =>
      group.slice(0, at).flatMap((other) => {
        const [own, theirs] = [codesOf(view), codesOf(other)];
        const common = [...own].filter((code) => theirs.has(code)).length;
        if (common === 0 || common <= oneTable * Math.min(own.size, theirs.size)) return [];
        return [found('file_versions', tablePlace(view), { other: tableInWords(other, view), count: common })];
      }),
    ),
  );
}

function codesOf(view: TableView): ReadonlySet<string> {
  const year = (row: number): string => (view.has('year') ? view.text(row, 'year') : '');
  return new Set(
    view.table.rows.flatMap((_, row) => {
      const code = view.text(row, 'credit_code');
      return isCreditCode(code) ? [`${code} ${year(row)}`] : [];
    }),
  );
}
