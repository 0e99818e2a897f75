/** Subjects printed straight from the columns are, byte for byte, those of the contract. */
import { datasetFrom, evaluate, type Result, rankedOfPools, subjectAsJson } from '@muheng/engine';
import { readScheme, type Scheme } from '@muheng/scheme';
import { expect, test } from 'vitest';
import { makeCase } from '../../../../tests/oracle/generator/scheme.js';
import { subjectTexts } from './subjectTexts.js';

const seeds = process.env.MUHENG_TIER === 'deep' ? 1_000 : 60;

function runOf(seed: number): { readonly scheme: Scheme; readonly result: Result } {
  const { schemeText: text, sourceText, catalogueText, tables, sideTables, year } = makeCase(seed);
  const files = { file: 'scheme.yaml', sourceFile: 'source.yaml', catalogueFile: 'facts.yaml' };
  const { scheme } = readScheme({ ...files, text, sourceText, catalogueText });
  const { dataset } = scheme === undefined ? {} : datasetFrom({ scheme, tables, sideTables, year });
  if (scheme === undefined || dataset === undefined) throw new Error(`seed ${seed} gives no dataset`);
  return { scheme, result: evaluate(scheme, dataset) };
}

test(`[R86] subjects of ${seeds} random schemes are printed as their JSON is`, () => {
  let subjects = 0;
  const seen = new Set<string>();
  for (let seed = 1; seed <= seeds; seed++) {
    const { scheme, result } = runOf(seed);
    const ranked = rankedOfPools(result);
    const textOf = subjectTexts(result, scheme);
    for (const row of result.subjects.keys()) {
      const printed = JSON.stringify(subjectAsJson(result, row, { ranked, scheme }), null, 2).replaceAll('\n', '\n    ');
      expect(textOf(row), `seed ${seed} ${result.subjects[row]}`).toBe(printed);
      for (const [part] of printed.matchAll(/"(?:overrides|reasons|bonus|branches)": [[{]\n|"absence": "\w+"/g)) seen.add(part);
      subjects++;
    }
  }
  console.log(`printed subjects: seeds 1 to ${seeds}, ${subjects} subjects`);
  expect([...seen].sort(), 'rules, reasons, bonus, branches and all four kinds of absence').toHaveLength(8);
});
