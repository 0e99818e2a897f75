/** Runs the engine under test on a case, through its public doors only. */
import { datasetFrom, evaluate, resultAsJson } from '@muheng/engine';
import { readScheme } from '@muheng/scheme';
import type { Case } from './oracle/generator/scheme.js';

export function readCase(one: Case) {
  const files = { file: 'scheme.yaml', sourceFile: 'source.yaml', catalogueFile: 'facts.yaml' };
  const read = readScheme({ ...files, text: one.schemeText, sourceText: one.sourceText, catalogueText: one.catalogueText });
  if (read.scheme === undefined) throw new Error(`seed ${one.seed}: scheme refused: ${errorsOf(read.findings)}`);
  return read.scheme;
}

export function runEngine(one: Case) {
  const scheme = readCase(one);
  const { dataset, findings } = datasetFrom({ tables: one.tables, sideTables: one.sideTables, scheme, year: one.year });
  if (dataset === undefined) throw new Error(`seed ${one.seed}: data refused: ${errorsOf(findings)}`);
  const result = evaluate(scheme, dataset);
  return { scheme, result, printed: resultAsJson(result, scheme) };
}

const errorsOf = (findings: readonly { readonly severity: string; readonly code: string; readonly message: string }[]): string =>
  findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => `${finding.code} ${finding.message}`)
    .join('; ');
