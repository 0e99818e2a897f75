/** Paths to a grade: the change suffices, a slightly smaller one does not, and where there is none it says why. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../fixtures/scheme.js';
import { withFact } from './changes.js';
import { path, pathInWords } from './path.js';

const sections: Sections = {
  indicators:
    'indicators:\n  - { id: t, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 60, benchmark: 20, clause: doc#c }\n  - { id: m, name: 得数分, formula: 得数, unit: "", weight: 40, benchmark: 10, cap: { times_weight: 1 }, clause: doc#c }',
  bonus:
    'bonus:\n  most: none\n  least: none\n  absent: no_points\n  items:\n    - { id: hi, name: 高企加分, titles: { names: [高新技术企业], levels: { 国家级: 30, 省级: 2 }, take: best, valid: on_reference_day }, clause: doc#c }\n    - { id: park, name: 入园加分, when: 在园区, points: 40, clause: doc#c }\n  clause: doc#c',
};
const header = ['id', '评价税收(万元)', '用地面积(亩)', '得数', '在园区'];
const rows: Cell[][] = Array.from({ length: 10 }, (_, at) => [`s${at}`, 400 - at * 30, 10, 5, '否']);

function setting(more: Sections = {}, sides: Sides = {}) {
  const scheme = schemeOf({ ...sections, ...more });
  const dataset = datasetOf(scheme, header, rows, sides);
  return { scheme, dataset, result: evaluate(scheme, dataset) };
}

describe('path', () => {
  it('finds the smallest number that reaches the grade; a slightly smaller change does not', () => {
    const { scheme, dataset, result } = setting();
    const row = 3;
    expect(result.gradeKeys[result.grade[row]!]).toBe('B');
    const found = path({ scheme, dataset, result, subject: 's3', grade: 'A' });
    const numbers = found.steps.filter((step) => step.kind === 'number');
    expect(numbers.map((step) => step.what).sort()).toEqual(['land_used', 'tax', 'v']);
    for (const step of numbers) {
      const at = (value: number): string | undefined => {
        const { grade, gradeKeys } = evaluate(scheme, withFact(dataset, { fact: step.what, row, value }));
        return gradeKeys[grade[row]!];
      };
      expect(at(step.to!)).toBe('A');
      expect(at(step.from! + (step.to! - step.from!) * 0.999)).toBe('B');
    }
    const tax = numbers.find((step) => step.what === 'tax');
    expect(tax?.to).toBeCloseTo(370, 3);
    expect(pathInWords(found, scheme)).toContain('评价税收由 310 增至 370');
    expect(pathInWords(found, scheme)).toMatch(/^提升至A类参考.*：\n.*，可评为A类\n/);
    expect(path({ scheme, dataset, result, subject: 's3', grade: 'A' })).toEqual(found);
  });

  it('offers a title and a flag when they suffice, and only the level that does', () => {
    const { scheme, dataset, result } = setting();
    const found = path({ scheme, dataset, result, subject: 's3', grade: 'A' });
    expect(found.steps.filter((step) => step.kind !== 'number').map((step) => [step.kind, step.what, step.to])).toEqual([
      ['title', '高新技术企业', 30],
      ['flag', 'in_park', 1],
    ]);
    expect(path({ scheme, dataset, result, subject: 's9', grade: 'A' }).steps.filter((step) => step.kind !== 'number')).toEqual(
      [],
    );
  });

  it('a capped indicator alone is no path', () => {
    const { scheme, dataset, result } = setting();
    expect(path({ scheme, dataset, result, subject: 's9', grade: 'A' }).steps.map((step) => step.what)).not.toContain('v');
  });

  it('says why there is none: a veto stands above every number', () => {
    const veto =
      'overrides:\n  order: first_wins\n  vacated: leave\n  rules: [{ id: veto, name: 严重失信, when: 得数 < 1000000, effect: { direct: C }, off_quota: true, at: before_cut, clause: doc#c }]';
    const { scheme, dataset, result } = setting({ overrides: veto });
    const found = path({ scheme, dataset, result, subject: 's3', grade: 'A' });
    expect(found.steps).toEqual([]);
    expect(found.notes.join('；')).toContain('严重失信');
  });

  it('nothing to do for one who is there already, and a refusal for an unknown grade', () => {
    const { scheme, dataset, result } = setting();
    expect(path({ scheme, dataset, result, subject: 's0', grade: 'B' }).notes).toEqual(['已是A类，无需提升']);
    expect(() => path({ scheme, dataset, result, subject: 's0', grade: 'Z' })).toThrow(RangeError);
  });
});

describe('the true reason where no change helps', () => {
  it('says it of a subject out of scope and of a pool too small to be cut', () => {
    const out = setting({ who: 'who: { include: "得数 > 9", undetermined: pending, clause: doc#c }' });
    const notes = path({ ...out, subject: 's3', grade: 'A' }).notes.join('；');
    expect(notes).toMatch(/^不在评价范围，不参加划类；/);
    expect(notes).not.toContain('只改动一项');
    const small = setting({
      grades:
        'grades:\n  classes: { A: { name: A类 }, B: { name: B类 } }\n  cut: { by: share, base: graded, shares: { A: 20%, B: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, smallest: { size: 99, then: { all: B } }, clause: doc#c }\n  clause: doc#c',
    });
    expect(path({ ...small, subject: 's3', grade: 'A' }).notes).toEqual([
      '全部 10 户，不足 99 户，按规定都定为B类，不按数据高低划类',
    ]);
  });

  it('measures a member by the grade of its merged subject, and prints differences without the dust of doubles', () => {
    const scheme = schemeOf({ ...sections, merge: 'merge: { by: 集团, clause: doc#c }' });
    const table = rows.map((row, at) => [...row, at === 8 || at === 9 ? 'G' : null]);
    const dataset = datasetOf(scheme, [...header, '集团'], table);
    const result = evaluate(scheme, dataset);
    const found = path({ scheme, dataset, result, subject: 's9', grade: 'A' });
    expect(found.notes[0]).toMatch(/^已并入“s8等2家（G）”合并评价，随其类别/);
    const tax = found.steps.find((step) => step.what === 'tax');
    expect(tax?.reached).toBe('A');
    for (const step of found.steps) expect(step.words).not.toMatch(/\.\d*(?:9{6}|0{6})/);
    expect(path({ scheme, dataset, result, subject: 'G', grade: 'A' }).notes[0]).toContain('请按成员分别测算：s8、s9');
  });
});
