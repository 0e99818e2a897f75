/** Small Chinese phrases of the prose: citation, share, points, group lists. */
import { formatNumber } from '@muheng/formula';
import type { Ratio } from '@muheng/quantity';
import { inPercent } from '../check/shares.js';
import type { Citation, PerGroup, Scheme } from '../model.js';

/** `（依据：《…》（…）第三条）【假定：…】` */
export function basis(cited: Citation): string {
  const source = cited.words === '' ? '' : `（依据：${cited.words}）`;
  return `${source}${cited.assumed === undefined ? '' : `【假定：${cited.assumed}】`}`;
}

export const number = (value: number): string => formatNumber(value);
export const points = (value: number): string => `${formatNumber(value)}分`;
export const percent = (share: Ratio): string => inPercent(share);

export const groupNames = (scheme: Scheme, groups: readonly string[] | 'all'): string =>
  groups === 'all' ? '' : `（限${groups.map((id) => groupName(scheme, id)).join('、')}）`;
export const groupName = (scheme: Scheme, id: string): string => scheme.groups.find((group) => group.id === id)?.name ?? id;

/** One word when all groups agree (with `own`: those that have a value), else each group with its own. */
export function perGroup<T>(
  scheme: Scheme,
  values: PerGroup<T>,
  inWords: (value: T, group: string) => string,
  all?: 'own',
): string {
  const groups = new Map<string, string[]>();
  for (const [group, value] of values) {
    const words = inWords(value, group);
    groups.set(words, [...(groups.get(words) ?? []), groupName(scheme, group)]);
  }
  if (groups.size === 0) return '—';
  if (groups.size === 1 && (values.size === scheme.groups.length || all === 'own')) return [...groups.keys()][0] ?? '—';
  return [...groups].map(([words, names]) => `${names.join('、')} ${words}`).join('；');
}

/** A cell of a Markdown table. */
export const cell = (text: string): string => text.replace(/\|/g, '｜').replace(/\n/g, ' ');
export const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
/** Name of a class as the scheme prints it; null is no class at all. */
export const gradeName = (scheme: Scheme, key: string | null): string =>
  key === null ? '未定类别' : (scheme.grades.classes.find((grade) => grade.key === key)?.name ?? key);
export const factName = (scheme: Scheme, id: string): string => scheme.facts.get(id)?.term ?? id;
