/**
 * What every runtime runs: cases in, one text a case out with the printed result in canonical JSON and the bytes of all totals and
 * scores. Only engine and scheme, nothing of Node, so that a browser runs the very same bundle.
 */
import { datasetFrom, evaluate, resultAsJson } from '@muheng/engine';
import { readScheme } from '@muheng/scheme';
import type { Case } from '../oracle/generator/scheme.js';

export type RunCase = Pick<Case, 'schemeText' | 'sourceText' | 'catalogueText' | 'tables' | 'sideTables' | 'year'>;

export const fingerprints = (cases: readonly RunCase[]): string[] => cases.map(fingerprint);

function fingerprint(one: RunCase): string {
  const { scheme } = readScheme({
    file: 'scheme.yaml',
    text: one.schemeText,
    sourceFile: 'source.yaml',
    sourceText: one.sourceText,
    catalogueText: one.catalogueText,
  });
  if (scheme === undefined) throw new Error('the scheme was refused');
  const { dataset } = datasetFrom({ tables: one.tables, sideTables: one.sideTables, scheme, year: one.year });
  if (dataset === undefined) throw new Error('the data were refused');
  const result = evaluate(scheme, dataset);
  const { subjects, cuts, pools, benchmarks } = resultAsJson(result, scheme);
  const columns = [result.baseTotal, result.total, ...result.leaves.map((leaf) => leaf.score)];
  return [canonical({ subjects, cuts, pools, benchmarks }), ...columns.map(bytesOf)].join('\n');
}

/** Keys in code unit order, no spaces. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
    .join(',')}}`;
}

/** Big-endian hexadecimal; every NaN is one NaN. */
function bytesOf(column: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8));
  let text = '';
  for (const value of column) {
    if (Number.isNaN(value)) {
      text += 'nan ';
      continue;
    }
    view.setFloat64(0, value);
    text += view.getBigUint64(0).toString(16).padStart(16, '0');
  }
  return text;
}
