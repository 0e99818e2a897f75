/**
 * 下一年度 — next year's scheme is a copy of this year's with another id, title and year; comments and layout stay byte for byte, so that
 * the difference is what the office then really changes. Published benchmarks are copied as they are: replacing them is the year's work.
 */
import type { Finding } from '@muheng/finding';
import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';
import { found } from '../texts.zh.js';
import { readYaml } from '../yaml/document.js';

export interface CopyWish {
  readonly id: string;
  readonly title: string;
  readonly dataYear: number;
}

export interface CopiedScheme {
  /** Only when the text could be read as a scheme with id, title and years. */
  readonly text?: string;
  readonly findings: readonly Finding[];
}

export function copyScheme(text: string, wish: CopyWish): CopiedScheme {
  const read = readYaml('scheme.yaml', text);
  if (read.findings.length > 0) return { findings: read.findings };
  const top = parseDocument(text, { stringKeys: true, logLevel: 'error' }).contents;
  const scalarAt = (...path: readonly string[]): Scalar | undefined => {
    let node: unknown = top;
    for (const key of path) node = isMap(node) ? node.get(key, true) : undefined;
    return isScalar(node) && node.range !== undefined && node.range !== null ? node : undefined;
  };
  const [id, title, data] = [scalarAt('id'), scalarAt('title'), scalarAt('years', 'data')];
  const missing = [
    ...(id === undefined ? ['id'] : []),
    ...(title === undefined ? ['title'] : []),
    ...(data === undefined ? ['years.data'] : []),
  ];
  if (id === undefined || title === undefined || data === undefined) {
    return { findings: missing.map((key) => found('key_missing', read.positions.valueAt([]), { path: '文件', key })) };
  }
  const years = typeof data.value === 'number' ? wish.dataYear - data.value : 0;
  const edits = [edit(id, written(wish.id)), edit(title, written(wish.title)), edit(data, String(wish.dataYear))];
  const work = scalarAt('years', 'work');
  if (typeof work?.value === 'number') edits.push(edit(work, String(work.value + years)));
  for (const end of ['from', 'to']) {
    const date = scalarAt('years', 'policy', end);
    if (typeof date?.value === 'string') edits.push(edit(date, written(laterDate(date.value, years))));
  }
  return { text: applied(text, edits), findings: [] };
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const edit = (node: Scalar, text: string): Edit => ({ from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0, text });

/** From the last to the first, so that offsets stay right. */
function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text: words }) => whole.slice(0, from) + words + whole.slice(to), text);
}

/** Plain where YAML cannot misread it, else in double quotes. */
const written = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}（）()〔〕、·-]*$/u.test(text) &&
  !/^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(text) &&
  !/^(true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);

/** The same day some years on; 29 February becomes 28. */
function laterDate(date: string, years: number): string {
  const [, year = '', rest = ''] = /^(\d{4})(-.*)$/.exec(date) ?? [];
  if (year === '') return date;
  const later = String(Number(year) + years).padStart(4, '0');
  return `${later}${rest === '-02-29' ? '-02-28' : rest}`;
}
