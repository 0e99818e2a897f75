/**
 * Every stored number comes out of the printed explanation again, on the random schemes of the oracle: read line by line with a
 * calculator that shares no code with the engine. Conditions, dates and absences are words to it: those lines are counted, not reckoned.
 */
import { datasetFrom, evaluate, explainer, explanationInWords, resultAsJson, type SubjectJson } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { expect, it } from 'vitest';
import { makeCase } from '../oracle/generator/scheme.js';
import { readCase } from '../runCase.js';
import { reckonLine } from './reckon.js';

const schemes = process.env.MUHENG_TIER === 'deep' ? 3000 : 250;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const notArithmetic = /若|是|否|满年数|件数|增长率|天|属于|介于|不适用|未报|缺|算不出|：/;

interface Tally {
  lines: number;
  stored: number;
  unread: number;
}

it(`[R44] recomputes value, score, total and rank of every subject of ${schemes} random schemes (seeds 1 to ${schemes})`, {
  timeout: 3_600_000,
}, () => {
  const tally: Tally = { lines: 0, stored: 0, unread: 0 };
  for (let seed = 1; seed <= schemes; seed++) {
    const one = makeCase(seed);
    const scheme = readCase(one);
    const { dataset } = datasetFrom({ tables: one.tables, sideTables: one.sideTables, scheme, year: one.year });
    if (dataset === undefined) throw new Error(`seed ${seed}: no dataset`);
    const result = evaluate(scheme, dataset);
    const explain = explainer({ scheme, dataset, result });
    for (const subject of resultAsJson(result, scheme).subjects) {
      const words = explanationInWords(explain(subject.id, 'auditor'));
      const { found, unread } = reckonAll(words, scheme, { tally, where: `seed ${seed}, ${subject.id}` });
      for (const [name, value] of storedNumbers(scheme, subject)) {
        if (value === null || (unread.has(name) && !found.has(name))) continue;
        tally.stored++;
        if (!near(found.get(name) ?? Number.NaN, value))
          throw new Error(`seed ${seed}, ${subject.id}: ${name} is ${value}, printed ${found.get(name)}\n${words}`);
      }
    }
  }
  console.log(
    `explanations of ${schemes} random schemes: ${tally.lines} lines reckoned, ${tally.unread} with conditions or dates, ${tally.stored} stored numbers`,
  );
  expect(tally.stored).toBeGreaterThan(schemes * 30);
  expect(tally.unread).toBeLessThan(tally.lines / 4);
});

function reckonAll(
  words: string,
  scheme: Scheme,
  { tally, where }: { tally: Tally; where: string },
): { found: Map<string, number>; unread: Set<string> } {
  const names = [...[...scheme.facts.values()].map((fact) => fact.term), ...scheme.leaves.map((leaf) => leaf.name)];
  const found = new Map<string, number>();
  const unread = new Set<string>();
  for (const line of words.split('\n').map((each) => each.trim())) {
    if (notArithmetic.test(line)) {
      if (line.includes(' = ')) tally.unread++;
      unread.add(line.split(' ')[0] ?? '');
      continue;
    }
    const reckoned = reckonLine(line, names);
    if (reckoned === null) continue;
    tally.lines++;
    if (!near(reckoned.printed, reckoned.reckoned)) throw new Error(`${where}: “${line}” gives ${reckoned.reckoned}`);
    found.set(reckoned.name, reckoned.printed);
  }
  return { found, unread };
}

function storedNumbers(scheme: Scheme, subject: SubjectJson): [string, number | null][] {
  const leaves = scheme.leaves.flatMap((leaf): [string, number | null][] => {
    const indicator = subject.indicators[leaf.id];
    return indicator === undefined
      ? []
      : [
          [leaf.name, indicator.value],
          [`${leaf.name}得分`, indicator.score],
        ];
  });
  return subject.total === null
    ? leaves
    : [...leaves, ['基础分', subject.baseTotal], ['总分', subject.total], ['名次', subject.rank]];
}
