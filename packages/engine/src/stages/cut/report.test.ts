/** Notes on places, and two stages whose classes are rounded each in its own way: from YAML to classes. */
import { expect, it } from 'vitest';
import { evaluate } from '../../evaluate.js';
import { datasetOf, schemeOf } from '../../fixtures/scheme.js';
import { resultAsJson } from '../../json.js';

function run(cut: string, subjects: number) {
  const scheme = schemeOf({
    grades: `grades:\n  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: C类 }, D: { name: D类 } }\n  cut: ${cut}\n  clause: doc#c`,
  });
  const rows = Array.from({ length: subjects }, (_, at) => [`s${at}`, 50 - at]);
  const result = evaluate(scheme, datasetOf(scheme, ['id', '得数'], rows));
  const letters = resultAsJson(result, scheme).subjects.map(({ grade }) => grade ?? '-');
  return {
    letters: letters.join(''),
    notes: result.findings.filter(({ code }) => code === 'pool_small').map(({ message }) => message),
  };
}

it('[S68] each class of two stages is rounded as declared', () => {
  const cut = (round: string): string =>
    `{ by: two_stage, first: { by: [总分 desc], share: 50%, round: nearest }, upper: { by: [总分 desc], shares: { A: 15%, B: rest } }, lower: { by: [总分 desc], shares: { C: rest, D: 15% } }, count: each, round: ${round}, edge: in, ties_across_cut: split, base: graded, clause: doc#c }`;
  expect(run(cut('{ A: down, D: up }'), 10).letters).toBe('ABBBBCCCDD');
  expect(run(cut('down'), 10).letters).toBe('ABBBBCCCCD');
});

it('[S66] a class without a place is worth a note, one declared with 0% is not', () => {
  const cut = (shares: string): string =>
    `{ by: share, base: graded, shares: ${shares}, count: each, round: down, edge: in, ties_across_cut: better, clause: doc#c }`;
  expect(run(cut('{ A: 20%, B: rest, C: 50%, D: 0% }'), 10).notes).toEqual([]);
  expect(run(cut('{ A: 5%, B: rest, C: 50%, D: 0% }'), 10).notes.join()).toMatch(/A类 没有名额/);
});
