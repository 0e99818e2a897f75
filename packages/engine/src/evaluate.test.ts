/** Whole evaluations from YAML text to JSON: cuts, ranks and rules as the scheme declares them. */
import { describe, expect, it } from 'vitest';
import type { Cell } from './dataset.js';
import { evaluate } from './evaluate.js';
import { datasetOf, type Sections, type Sides, schemeOf } from './fixtures/scheme.js';
import { resultAsJson } from './json.js';

interface Facts {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sides?: Sides;
}

function run(sections: Sections, { header, rows, sides }: Facts) {
  const scheme = schemeOf(sections);
  const result = evaluate(scheme, datasetOf(scheme, header, rows, sides ?? {}));
  const json = resultAsJson(result, scheme);
  const grades = Object.fromEntries(json.subjects.map((subject) => [subject.id, subject.grade]));
  return {
    scheme,
    result,
    json,
    grades,
    letters: json.subjects.map((subject) => subject.grade ?? '-').join(''),
    codes: result.findings.map((finding) => finding.code),
  };
}

/** Subjects s01, s02 … with these values of 得数; benchmark 10, weight 100: total = 10 × value. */
const values = (numbers: readonly Cell[]): Facts => ({
  header: ['id', '得数'],
  rows: numbers.map((value, at) => [`s${String(at + 1).padStart(2, '0')}`, value]),
});
const falling = (count: number): Facts => values(Array.from({ length: count }, (_, at) => 100 - at));
const gradesWith = (
  cut: string,
  classes = '{ A: { name: A类 }, B: { name: B类 }, C: { name: C类 }, D: { name: D类 } }',
  more = '',
): Sections => ({
  grades: `grades:\n  classes: ${classes}\n  cut: ${cut}\n${more}  clause: doc#c`,
});
const shareCut = (more = ''): string =>
  `{ by: share, base: graded, shares: { A: 20%, B: 45%, C: 30%, D: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, ${more}clause: doc#c }`;
const four = gradesWith(shareCut());
const rules = (list: string, more = 'order: first_wins\n  vacated: leave'): string =>
  `overrides:\n  ${more}\n  rules:\n${list
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}`;
const counts = (letters: string): number[] => ['A', 'B', 'C', 'D'].map((letter) => letters.split(letter).length - 1);
const tied = values([9, 8, 8, 8, 7, 6, 5, 4, 3, 2]);

describe('cuts', () => {
  it('[R89] 20% of 37: seven places, and the rest as declared', () => {
    const { letters, json } = run(four, falling(37));
    expect(counts(letters)).toEqual([7, 17, 11, 2]);
    expect(json.cuts.map((cut) => [cut.grade, cut.places, cut.computed, cut.lastRank, cut.lastTotal])).toEqual([
      ['A', 7, 7, 7, 940],
      ['B', 17, 17, 24, 770],
      ['C', 11, 11, 35, 660],
      ['D', 2, 2, 37, 640],
    ]);
    expect(
      counts(run(gradesWith(shareCut().replace('round: nearest', 'round: { A: up, B: down, C: down }')), falling(37)).letters),
    ).toEqual([8, 16, 11, 2]);
  });

  it('[R89] a tie across the A/B line under three policies', () => {
    const of = (policy: string): string => run(gradesWith(shareCut().replace('better', policy)), tied).letters;
    expect([of('better'), of('worse'), of('split')]).toEqual(['AAAABBBCCC', 'ABBBBBBCCC', 'AABBBBBCCC']);
  });

  it('[S63] an open line leaves out the subject that stands exactly on it', () => {
    const of = (edge: string): string => run(gradesWith(shareCut().replace('edge: in', `edge: ${edge}`)), falling(10)).letters;
    expect(of('in')).toBe('AABBBBBCCC');
    expect(of('out')).toBe('ABBBBBCCDD');
  });

  it('[S62] other class sets: two classes, and 甲乙丙丁', () => {
    const two = gradesWith(
      '{ by: share, base: graded, shares: { A: 30%, B: rest }, count: each, round: down, edge: in, ties_across_cut: better, clause: doc#c }',
      '{ A: { name: A类 }, B: { name: B类 } }',
    );
    expect(run(two, falling(7)).letters).toBe('AABBBBB');
    const named = gradesWith(
      '{ by: share, base: graded, shares: { 甲: 25%, 乙: 45%, 丙: 25%, 丁: rest }, count: cumulative, round: nearest, edge: in, ties_across_cut: better, clause: doc#c }',
      '{ 甲: { name: 甲级 }, 乙: { name: 乙级 }, 丙: { name: 丙级 }, 丁: { name: 丁级 } }',
    );
    expect(run(named, falling(20)).letters).toBe('甲甲甲甲甲乙乙乙乙乙乙乙乙乙丙丙丙丙丙丁');
  });

  it('[S64] shares of its own for each group', () => {
    const sections: Sections = {
      groups:
        'groups:\n  above: { name: 规上, when: 规模 = "规上", clause: doc#c }\n  below: { name: 规下, when: otherwise, clause: doc#c }',
      rank: 'rank: { within: [group], by: [总分 desc], ties: min, on: full, clause: doc#c }',
      ...gradesWith(
        `{ groups: { above: ${shareCut()}, below: { by: share, base: graded, shares: { A: 50%, B: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, clause: doc#c } } }`,
      ),
    };
    const facts: Facts = {
      header: ['id', '规模', '得数'],
      rows: Array.from({ length: 9 }, (_, at) => [`s${at}`, at < 5 ? '规上' : '规下', 50 - at]),
    };
    expect(run(sections, facts).letters).toBe('ABBCC' + 'AABB');
  });

  it('[S65] a limit of a higher level that the result breaks is a finding; one that it keeps is not', () => {
    const board = rules(
      '- { id: board, name: 上市, when: 得数 = 91, effect: { direct: A }, off_quota: true, at: before_cut, clause: doc#c }',
    );
    const limits = (most: string): Sections => ({
      ...gradesWith(shareCut(), undefined, `  limits: { A: { most: ${most} } }\n`),
      overrides: board,
    });
    expect(run(limits('30%'), falling(10)).codes).not.toContain('grade_limit_broken');
    expect(run(limits('29.9%'), falling(10)).codes).toContain('grade_limit_broken');
  });

  it('[S66] statuses that count in the base, and a group too small for shares', () => {
    const withT: Sections = {
      ...gradesWith(shareCut().replace('base: graded,', 'base: { graded_and: [t] },')),
      statuses: 'statuses: { t: { name: T类, computed: true, ranked: false, graded: false, clause: doc#c } }',
      who: 'who:\n  include: "1 = 1"\n  undetermined: pending\n  except: [{ id: water, when: 另数 = 1, status: t, reason: 公用事业, clause: doc#c }]\n  clause: doc#c',
    };
    const rows = Array.from({ length: 10 }, (_, at): Cell[] => [`s${at}`, 100 - at, at === 9 ? 1 : 0]);
    const facts: Facts = { header: ['id', '得数', '另数'], rows };
    expect(run(withT, facts).letters).toBe('AABBBBBCC-');
    expect(run({ ...withT, ...gradesWith(shareCut()) }, facts).letters).toBe('AABBBBCCC-');
    const small = run(gradesWith(shareCut('smallest: { size: 5, then: ungraded }, ')), falling(4));
    expect(small.letters).toBe('----');
    expect(small.json.subjects[0]?.reasons.map((reason) => reason.code)).toEqual(['pool_too_small']);
    expect(run(gradesWith(shareCut('smallest: { size: 5, then: ungraded }, ')), falling(5)).letters).toBe('ABBCC');
  });

  it('[S67] further keys break ties, in their order; without a difference in any key the rank is shared', () => {
    const sections: Sections = {
      ...four,
      rank: 'rank: { within: [], by: [总分 desc, 另数 asc], ties: min, on: full, clause: doc#c }',
    };
    const facts: Facts = {
      header: ['id', '得数', '另数'],
      rows: [
        ['a', 5, 3],
        ['b', 5, 2],
        ['c', 5, 2],
        ['d', 9, 9],
      ],
    };
    expect(run(sections, facts).json.subjects.map((subject) => subject.rank)).toEqual([4, 2, 2, 1]);
  });

  it('[S68] the first half by total, then each half by another key', () => {
    const cut =
      '{ by: two_stage, first: { by: [总分 desc], share: 50%, round: nearest }, upper: { by: [另数 desc], shares: { A: 25%, B: rest } }, lower: { by: [另数 desc], shares: { C: 25%, D: rest } }, count: each, round: nearest, edge: in, ties_across_cut: split, base: graded, clause: doc#c }';
    const facts: Facts = {
      header: ['id', '得数', '另数'],
      rows: [8, 7, 6, 5, 4, 3, 2, 1].map((value, at) => [`s${at}`, value, at]),
    };
    expect(run(gradesWith(cut), facts).letters).toBe('BBAADDCC');
  });

  it('[S69] thresholds, on the line and beside it', () => {
    const cut = (edge: string): string =>
      `{ by: threshold, on: 指标, better: higher, lines: { A: 3, B: 1, C: rest }, edge: ${edge}, clause: doc#c }`;
    const three = '{ A: { name: A类 }, B: { name: B类 }, C: { name: C类 } }';
    const facts = values([3, 2.999999, 1, 0.999999, null]);
    expect(run(gradesWith(cut('in'), three), facts).letters).toBe('ABBC-');
    expect(run(gradesWith(cut('out'), three), facts).letters).toBe('BBCC-');
  });

  it('rules as a cut: the first that holds', () => {
    const cut =
      '{ by: rules, rules: [{ grade: A, when: 指标 >= 5, clause: doc#c }, { grade: B, when: 指标 >= 2, clause: doc#c }], otherwise: C, clause: doc#c }';
    expect(run(gradesWith(cut, '{ A: { name: A类 }, B: { name: B类 }, C: { name: C类 } }'), values([5, 4.9, 2, 1])).letters).toBe(
      'ABBC',
    );
  });

  it('no cut at all: scored and ranked, not graded', () => {
    const { letters, json } = run(gradesWith('{ by: none, clause: doc#c }'), falling(3));
    expect(letters).toBe('---');
    expect(json.subjects.map((subject) => subject.rank)).toEqual([1, 2, 3]);
  });

  it('[R88] shown 10.00 and refused by ">= 10" does not stay silent; rounding the value first settles it', () => {
    const x = (more: string): string =>
      `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, benchmark: 10, show: 2, ${more}clause: doc#c }`;
    const cut = gradesWith(
      '{ by: threshold, on: 指标, better: higher, lines: { A: 10, B: rest }, edge: in, clause: doc#c }',
      '{ A: { name: A类 }, B: { name: B类 } }',
    );
    const silent = run({ ...cut, indicators: x('') }, values([9.9996, 10, 9.9]));
    expect(silent.letters).toBe('BAB');
    expect(silent.result.findings.find((finding) => finding.code === 'display_contradicts_decision')?.where).toEqual({
      subject: 's01',
    });
    const rounded = run({ ...cut, indicators: x('value_round: { to: 2, by: excel }, ') }, values([9.9996, 10, 9.9]));
    expect(rounded.letters).toBe('AAB');
    expect(rounded.codes).not.toContain('display_contradicts_decision');
  });

  it('[R88] an override that compares an indicator is watched too', () => {
    const sections: Sections = {
      ...four,
      indicators:
        'indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, benchmark: 10, show: 2, clause: doc#c }',
      overrides: rules(
        '- { id: good, name: 指标达标, when: 指标 >= 10, effect: { direct: A }, off_quota: true, at: before_cut, clause: doc#c }',
      ),
    };
    expect(run(sections, values([50, 40, 9.999, 5])).codes).toContain('display_contradicts_decision');
    expect(run(sections, values([50, 40, 10, 5])).codes).not.toContain('display_contradicts_decision');
  });
});

describe('ranks', () => {
  it('[R89] on rounded totals two shown alike are equal; on full ones they are not', () => {
    const of = (on: string) =>
      run(
        {
          ...four,
          total: 'total: { by: sum, least: none, most: none, round: { to: 2, by: excel }, clause: doc#c }',
          rank: `rank: { within: [], by: [总分 desc], ties: min, on: ${on}, clause: doc#c }`,
        },
        values([8.00001, 8.00002, 7]),
      );
    expect(of('rounded').json.subjects.map((subject) => subject.rank)).toEqual([1, 1, 3]);
    expect(of('full').json.subjects.map((subject) => subject.rank)).toEqual([2, 1, 3]);
  });

  it('[S27] one rank and one cut in each county', () => {
    const sections: Sections = {
      ...gradesWith(shareCut().replace('20%', '50%').replace('30%', '5%')),
      rank: 'rank: { within: [县区], by: [总分 desc], ties: min, on: full, clause: doc#c }',
    };
    const { json } = run(sections, {
      header: ['id', '县区', '得数'],
      rows: [
        ['a', '东', 1],
        ['b', '西', 2],
        ['c', '东', 3],
        ['d', '西', 4],
      ],
    });
    expect(json.subjects.map((subject) => [subject.rank, subject.rankOf, subject.grade])).toEqual([
      [2, 2, 'B'],
      [2, 2, 'B'],
      [1, 2, 'A'],
      [1, 2, 'A'],
    ]);
    expect(json.pools.map((pool) => pool.members)).toEqual([2, 2]);
  });
});

describe('rules above the cut', () => {
  const invest = (offQuota: boolean): string =>
    rules(
      `- { id: invest, name: 投资1亿元以上, when: "「本年固定资产投资(不含地价)」 >= 1 亿元", effect: { direct: A }, off_quota: ${offQuota}, at: before_cut, clause: doc#c }`,
    );
  const invested = (amount: Cell): Facts => ({
    header: ['id', '得数', '本年固定资产投资(不含地价)(万元)'],
    rows: Array.from({ length: 10 }, (_, at) => [`s${at}`, 50 - at, at === 9 ? amount : 0]),
  });

  it('[S70] [S71] [R89] a direct A, on and off the quota, at the threshold and just below it', () => {
    const off = run({ ...four, overrides: invest(true) }, invested(10000));
    expect(off.letters).toBe('AABBBBBCCA');
    expect(off.json.subjects[9]?.overrides).toEqual([
      {
        rule: 'invest',
        from: 'C',
        to: 'A',
        applied: true,
        words: '符合“投资1亿元以上”，直接定为A类，不占名额',
        clause: expect.stringContaining('测试用办法'),
      },
    ]);
    expect(off.json.pools[0]?.offQuota).toBe(1);
    expect(run({ ...four, overrides: invest(false) }, invested(10000)).letters).toBe('ABBBBBCCCA');
    expect(run({ ...four, overrides: invest(true) }, invested(9999.99)).letters).toBe('AABBBBBCCC');
    const absent = run({ ...four, overrides: invest(true) }, invested(null));
    expect(absent.letters).toBe('AABBBBBCCC');
    expect(absent.codes).toContain('condition_undetermined');
  });

  const marks = (list: string, more?: string): Sections => ({ ...four, overrides: rules(list, more) });
  const marked = (at: Readonly<Record<number, number>>): Facts => ({
    header: ['id', '得数', '另数'],
    rows: Array.from({ length: 10 }, (_, index) => [`s${index}`, 50 - index, at[index] ?? 0]),
  });
  const refill = 'order: first_wins\n  vacated: refill';

  it('[S72] a veto: the place stays empty, or the line is cut anew', () => {
    const veto =
      '- { id: veto, name: 发生事故, when: 另数 = 1, effect: { not: [A, B] }, off_quota: false, at: before_cut, clause: doc#c }';
    expect(run(marks(veto), marked({ 0: 1 })).letters).toBe('CABBBBBCCC');
    expect(run(marks(veto, refill), marked({ 0: 1 })).letters).toBe('CAABBBBBCC');
    expect(run(marks(veto), marked({})).letters).toBe('AABBBBBCCC');
  });

  it('[S73] not D unless vetoed: the veto has priority', () => {
    const both =
      '- { id: protect, name: 保护, when: 另数 >= 1, effect: { not: [C, D] }, off_quota: true, at: before_cut, unless: [grave], clause: doc#c }\n- { id: grave, name: 严重失信, when: 另数 = 2, effect: { direct: D }, off_quota: true, at: before_cut, clause: doc#c }';
    const { letters, json } = run(marks(both), marked({ 8: 1, 9: 2 }));
    expect(letters).toBe('AABBBBBCBD');
    expect(json.subjects[9]?.overrides.map((hit) => [hit.rule, hit.applied])).toEqual([
      ['protect', false],
      ['grave', true],
    ]);
  });

  it('[S74] [S70] two direct rules, by the order declared', () => {
    const both =
      '- { id: board, name: 上市, when: 另数 = 1, effect: { direct: A }, off_quota: true, at: before_cut, clause: doc#c }\n- { id: land, name: 土地违法, when: 另数 >= 1, effect: { direct: D }, off_quota: true, at: before_cut, clause: doc#c }';
    expect(run(marks(both), marked({ 5: 1 })).grades.s5).toBe('A');
    expect(run(marks(both, 'order: last_wins\n  vacated: leave'), marked({ 5: 1 })).grades.s5).toBe('D');
  });

  it('[S75] [S76] notches up and down with limits, and a rule that reads the computed grade', () => {
    const list =
      '- { id: up, name: 保护性调档, when: 另数 = 1, effect: { up: 2, not_above: B }, at: after_cut, clause: doc#c }\n- { id: down, name: 惩罚性降档, when: 另数 = 2, effect: { down: 1 }, at: after_cut, clause: doc#c }\n- { id: poor, name: 差的规上, when: 测算类别 = "C" 且 指标 >= 43, effect: { up: 1 }, at: after_cut, clause: doc#c }';
    expect(run(marks(list), marked({ 0: 1, 9: 1, 1: 2, 8: 2 })).letters).toBe('ABBBBBBBDB');
    expect(run(marks(list.replace('43', '43.1')), marked({ 8: 2 })).letters).toBe('AABBBBBCDC');
  });

  it('[S77] D two years running, from the history table; one year is not enough', () => {
    const list =
      '- { id: again, name: 连续两年D类, when: "往年(类别, 1 年) = “D” 且 往年(类别, 2 年) = “D”", effect: { direct: D }, off_quota: true, at: before_cut, clause: doc#c }';
    const history = (years: readonly number[]): Sides => ({
      history: { file: 'h.csv', header: ['id', 'year', 'grade'], rows: years.map((year) => ['s0', year, 'D']) },
    });
    expect(run(marks(list), { ...marked({}), sides: history([2021, 2020]) }).grades.s0).toBe('D');
    expect(run(marks(list), { ...marked({}), sides: history([2021]) }).grades.s0).toBe('A');
    expect(run(marks(list), { ...marked({}), sides: history([2020, 2019]) }).grades.s0).toBe('A');
  });

  it('[S78] tenants follow their landlord; a name that does not exist changes nothing', () => {
    const list = '- { id: tenant, name: 承租户, when: 另数 = 1, effect: { follow: 集团 }, at: after_cut, clause: doc#c }';
    const rows = Array.from({ length: 10 }, (_, at): Cell[] => [
      `s${at}`,
      50 - at,
      at >= 8 ? 1 : 0,
      at === 8 ? 's0' : at === 9 ? 's77' : null,
    ]);
    const { letters, codes } = run(marks(list), { header: ['id', '得数', '另数', '集团'], rows });
    expect(letters).toBe('AABBBBBCAC');
    expect(codes).toContain('follow_unknown');
  });

  it('[S79] one grade on one parcel', () => {
    const list =
      '- { id: parcel, name: 同一宗地, when: 另数 = 1, effect: { share: 集团, grade: of_largest, largest_by: 用地面积 }, at: after_cut, clause: doc#c }';
    const rows = Array.from({ length: 10 }, (_, at): Cell[] => [`s${at}`, 50 - at, at === 0 || at === 5 ? 1 : 0, 'P1', at + 1]);
    expect(run(marks(list), { header: ['id', '得数', '另数', '集团', '用地面积(亩)'], rows }).letters).toBe('BABBBBBCCC');
  });

  it('[S80] an adjustment for listed industries only', () => {
    const sections: Sections = {
      ...marks('- { id: listed, name: 目录行业, when: 行业 属于 表(目录), effect: { up: 1 }, at: after_cut, clause: doc#c }'),
      lists: 'lists: { 目录: { id: listed_industries, entries: ["2611", "3562"], match: exact, clause: doc#c } }',
    };
    const rows = Array.from({ length: 10 }, (_, at): Cell[] => [
      `s${at}`,
      50 - at,
      at === 9 ? '3562' : at === 8 ? '3563' : '1711',
    ]);
    expect(run(sections, { header: ['id', '得数', '行业'], rows }).letters).toBe('AABBBBBCCB');
  });

  it('[S85] members of a merged subject carry its grade and are not counted again', () => {
    const sections: Sections = { ...four, merge: 'merge: { by: 集团, clause: doc#c }' };
    const { grades, json } = run(sections, {
      header: ['id', '得数', '集团'],
      rows: [
        ['a', 30, 'G'],
        ['b', 30, 'G'],
        ['c', 50, null],
        ['d', 10, null],
        ['e', 5, null],
      ],
    });
    expect([grades.a, grades.b]).toEqual([grades.G, grades.G]);
    expect(grades.G).toBe('A');
    expect(json.pools[0]?.members).toBe(4);
    expect(json.subjects.find((subject) => subject.id === 'a')?.status).toBe('merged');
  });
});
