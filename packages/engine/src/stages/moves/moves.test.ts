/** Rules before and after the cut on hand-made standings: quota, vetoes, refilling, notches, followers, shared parcels. */
import type { Formula } from '@muheng/formula';
import { pureUnit } from '@muheng/quantity';
import type { Override, OverrideEffect, OverridesRule } from '@muheng/scheme';
import { describe, expect, it } from 'vitest';
import { Removed } from '../cut/lines.js';
import type { PreparedCut } from '../cut/prepare.js';
import { orderPools } from '../ranking/order.js';
import { type AfterTask, moveAfterCut } from './after.js';
import { type BeforeTask, cutWithRules, fixBeforeCut, liftedGrade, recordBefore } from './before.js';
import { type KeptRecord, keepRecord } from './record.js';
import type { RuleRows } from './rules.js';

const letters = ['A', 'B', 'C', 'D'];
const when: Formula = {
  text: '是',
  type: 'flag',
  unit: pureUnit,
  tree: { kind: 'constant', value: 1, type: 'flag', unit: pureUnit },
  references: [],
  aggregates: [],
  lists: [],
  tables: [],
  texts: [],
};
const rule = (id: string, effect: OverrideEffect, more: Partial<Override> = {}): Override => ({
  id,
  name: id,
  when,
  effect,
  at: 'before_cut',
  unless: [],
  groups: 'all',
  cited: { words: '办法第八条', references: ['notice#8'] },
  ...more,
});

/** Rule and the rows where it holds (undecided in brackets: negative − 1). */
type Given = readonly [Override, readonly number[], (readonly number[])?];

interface Setting {
  readonly rows: number;
  readonly order?: OverridesRule['order'];
  readonly vacated?: OverridesRule['vacated'];
  readonly texts?: readonly (string | null)[];
  readonly sizes?: readonly number[];
  readonly base?: (offQuota: number) => number;
}

function settle(given: readonly Given[], setting: Setting): { grades: string; computed: string; record: KeptRecord } {
  const { rows } = setting;
  const overrides: OverridesRule = {
    order: setting.order ?? 'first_wins',
    vacated: setting.vacated ?? 'leave',
    rules: given.map(([r]) => r),
  };
  const rules = new Map(
    given.map(([r, holds, undecided]): [string, RuleRows] => {
      const standing = new Map([...holds.map((row) => [row, 1] as const), ...(undecided ?? []).map((row) => [row, 2] as const)]);
      return [r.id, { rule: r, standing, rows: Int32Array.from([...holds, ...(undecided ?? [])]).sort() }];
    }),
  );
  const classOf = (key: string): number => letters.indexOf(key);
  const totals = Float64Array.from({ length: rows }, (_, at) => at);
  const order = orderPools({
    poolOf: new Int32Array(rows),
    pools: 1,
    members: new Uint8Array(rows).fill(1),
    keys: [{ values: totals, sign: 1, power: 1 }],
  });
  const cut: PreparedCut = {
    by: 'share',
    order,
    ties: 'better',
    base: { of: 'graded' },
    smallest: null,
    quota: {
      shares: [{ over: 1, under: 5 }, { over: 9, under: 20 }, { over: 3, under: 10 }, 'rest'],
      round: ['nearest', 'nearest', 'nearest', 'nearest'],
      count: 'each',
      edge: 'in',
    },
  };
  const names = Array.from({ length: rows }, (_, at) => `企业${at}`);
  const record = keepRecord(
    letters.map((key) => ({ key, name: `${key}类` })),
    { ids: names, names },
  );
  const before: BeforeTask = { overrides, rules, classOf };
  const fixed = fixBeforeCut(before);
  const computed = new Int16Array(rows).fill(-1);
  cutWithRules(
    { pool: 0, cut, members: rows, base: rows, rows: [], classes: 4 },
    { fixed, task: before },
    { grade: computed, removed: new Removed(rows) },
  );
  const grade = computed.slice();
  const off = [...fixed.direct.values()].filter(({ rule }) => isOff(overrides.rules[rule]!)).length;
  cutWithRules(
    { pool: 0, cut, members: rows, base: setting.base?.(off) ?? rows, rows: Array.from(fixed.rows), classes: 4 },
    { fixed, task: before },
    { grade, removed: new Removed(rows) },
  );
  const namesOfClasses = (bits: number): string => letters.filter((_, at) => (bits & (1 << at)) !== 0).join('、');
  recordBefore(before, fixed, { computed, grade, classes: 4, record, names: namesOfClasses });
  const after: AfterTask = {
    overrides,
    rules,
    classes: 4,
    classOf,
    graded: new Uint8Array(rows).fill(1),
    subjects: { names },
    namesOfClasses,
    rowOf: (id) => names.indexOf(id),
    textOf: (_fact, row) => setting.texts?.[row] ?? null,
    numberOf: (_fact, row) => setting.sizes?.[row] ?? Number.NaN,
    record,
  };
  moveAfterCut(after, grade);
  const written = (codes: Int16Array): string => Array.from(codes, (code) => letters[code] ?? '-').join('');
  return { grades: written(grade), computed: written(computed), record };
}
const isOff = ({ effect }: Override): boolean => effect.kind === 'direct' && effect.offQuota;
const direct = (grade: string, offQuota: boolean): OverrideEffect => ({ kind: 'direct', grade, offQuota });
const not = (grades: string[], offQuota = false): OverrideEffect => ({ kind: 'not', grades, offQuota });
const ten = { rows: 10 };
const eight: Partial<Override> = { at: 'after_cut' };

describe('before the cut', () => {
  it('the plain cut of ten: 2 A, 5 B, 3 C (4.5 goes up), no D', () => {
    expect(settle([], ten).grades).toBe('AABBBBBCCC');
  });

  it('[S71] [R89] a direct A off the quota leaves both A places to others; within the quota it uses one', () => {
    expect(settle([[rule('invest', direct('A', true)), [9]]], ten).grades).toBe('AABBBBBCCA');
    expect(settle([[rule('invest', direct('A', false)), [9]]], ten).grades).toBe('ABBBBBCCCA');
  });

  it('[S66] the base without off-quota subjects gives fewer places', () => {
    const result = settle([[rule('invest', direct('A', true)), [8, 9]]], { ...ten, base: (off) => 10 - off });
    expect(result.grades).toBe('AABBBBCCAA');
  });

  it('[S70] [S74] two direct rules: the first or the last of the list decides', () => {
    const given: Given[] = [
      [rule('board', direct('A', true)), [5]],
      [rule('land', direct('D', true)), [5]],
    ];
    expect(settle(given, ten).grades[5]).toBe('A');
    expect(settle(given, { ...ten, order: 'last_wins' }).grades[5]).toBe('D');
    expect(
      settle(given, ten)
        .record.hits.get(5)
        ?.map((hit) => [hit.rule, hit.applied, hit.to]),
    ).toEqual([
      ['board', true, 'A'],
      ['land', false, 'B'],
    ]);
  });

  it('[S72] a veto of A and B takes the nearest grade left; leaving the place empty or having the line cut anew', () => {
    const veto: Given[] = [[rule('accident', not(['A', 'B'])), [0]]];
    expect(settle(veto, ten).grades).toBe('CABBBBBCCC');
    expect(settle(veto, { ...ten, vacated: 'refill' }).grades).toBe('CAABBBBBCC');
  });

  it('refilling goes on until nobody in the list is in a barred grade', () => {
    const given: Given[] = [[rule('accident', not(['A'], true)), [0, 2]]];
    const result = settle(given, { ...ten, vacated: 'refill' });
    expect(result.grades).toBe('BABABBBBBC');
    expect(result.record.hits.get(2)).toMatchObject([{ from: 'A', to: 'B', applied: true }]);
    expect(result.record.hits.get(2)?.[0]?.words).toContain('（按全部参评对象划线为B类；有评价对象按规则定档，重新划线后为A类）');
  });

  it('[S71] protection off the quota of C: the place in B is extra; on the quota the last of B makes room', () => {
    const given = (off: boolean): Given[] => [[rule('protect', not(['C', 'D'], off)), [8]]];
    expect(settle(given(true), { ...ten, vacated: 'refill' }).grades).toBe('AABBBBBCBC');
    expect(settle(given(false), { ...ten, vacated: 'refill' }).grades).toBe('AABBBBCCBC');
  });

  it('[S73] not D unless vetoed: the veto blocks the protection, and only where it holds', () => {
    const given: Given[] = [
      [rule('protect', not(['C', 'D']), { unless: ['grave'] }), [8, 9]],
      [rule('grave', not(['A'])), [9]],
    ];
    const result = settle(given, ten);
    expect(result.grades).toBe('AABBBBBCBC');
    expect(result.record.hits.get(9)?.[0]).toMatchObject({ rule: 'protect', applied: false, clause: '办法第八条' });
  });

  it('a direct grade that another rule bars is a finding', () => {
    const result = settle(
      [
        [rule('board', direct('A', true)), [5]],
        [rule('veto', not(['A'])), [5, 6]],
      ],
      ten,
    );
    expect(result.grades[5]).toBe('A');
    expect(result.record.findings.map((finding) => finding.code)).toEqual(['override_conflict']);
  });

  it('[S73] a bar is recorded against the line in force, after others left the quota, and says where the cut over all stood', () => {
    const given = (vacated: 'leave' | 'refill') =>
      settle(
        [
          [rule('invest', direct('A', true)), [0, 1, 2]],
          [rule('building', not(['D'])), [9]],
          [rule('again', not(['D'])), [9]],
          [rule('grave', not(['B'])), [3]],
        ],
        { ...ten, vacated, base: (off) => 10 - off },
      ).record;
    for (const vacated of ['leave', 'refill'] as const) {
      const [building, again] = given(vacated).hits.get(9) ?? [];
      expect(building).toMatchObject({ from: 'D', to: 'C', applied: true });
      expect(building?.words).toBe(
        '符合“building”，不得列为D，由D类改列C类（按全部参评对象划线为C类；有评价对象按规则定档，重新划线后为D类）',
      );
      expect(again).toMatchObject({ from: 'C', to: 'C', applied: false });
      expect(given(vacated).hits.get(3)).toMatchObject([{ from: 'A', to: 'A', applied: false }]);
    }
  });

  it('an undecided condition does not apply and says so', () => {
    const result = settle([[rule('invest', direct('A', true)), [], [9]]], ten);
    expect(result.grades).toBe('AABBBBBCCC');
    expect(result.record.hits.get(9)).toMatchObject([{ applied: false, from: 'C', to: 'C' }]);
  });

  it('the nearest better grade first, then the nearest worse, else no change', () => {
    expect(liftedGrade(3, 0b1000, 4)).toBe(2);
    expect(liftedGrade(2, 0b1110, 4)).toBe(0);
    expect(liftedGrade(0, 0b0011, 4)).toBe(2);
    expect(liftedGrade(1, 0b1111, 4)).toBe(1);
  });
});

describe('after the cut', () => {
  it('[S75] one notch up and down, not beyond the ends', () => {
    const given: Given[] = [
      [rule('up', { kind: 'up', by: 1, limit: null }, eight), [0, 2, 9]],
      [rule('down', { kind: 'down', by: 2, limit: null }, eight), [3, 8]],
    ];
    expect(settle(given, ten).grades).toBe('AAADBBBCDB');
  });

  it('[S76] [R89] a limit stops the move and never turns it round', () => {
    const up: Given[] = [[rule('up', { kind: 'up', by: 2, limit: 'B' }, eight), [0, 2, 9]]];
    expect(settle(up, ten).grades).toBe('AABBBBBCCB');
    const down: Given[] = [[rule('down', { kind: 'down', by: 3, limit: 'B' }, eight), [0, 9]]];
    expect(settle(down, ten).grades).toBe('BABBBBBCCC');
  });

  it('a direct decision after the cut stands against later rules, or not, as the order says', () => {
    const given: Given[] = [
      [rule('meeting', direct('D', true), eight), [0]],
      [rule('up', { kind: 'up', by: 1, limit: null }, eight), [0]],
    ];
    expect(settle(given, ten).grades[0]).toBe('D');
    expect(settle(given, { ...ten, order: 'last_wins' }).grades[0]).toBe('C');
  });

  it('[S78] followers take the final grade of their leader, along chains; cycles and unknown names change nothing', () => {
    const texts = [null, null, null, null, '企业5', '企业0', '企业7', '企业6', '企业6', '没有这一户'];
    const result = settle([[rule('tenant', { kind: 'follow', fact: 'leader' }, eight), [4, 5, 6, 7, 8, 9]]], { ...ten, texts });
    expect(result.grades).toBe('AABBAABCCC');
    expect(result.record.findings.map((finding) => finding.code)).toEqual(['follow_unknown', 'follow_cycle']);
    expect(result.record.hits.get(4)).toMatchObject([{ from: 'B', to: 'A', applied: true }]);
  });

  it('[S79] subjects on one parcel share the best, the worst, or the grade of the largest', () => {
    const texts = ['P1', null, null, 'P1', null, null, null, 'P1', 'P2', null];
    const sizes = [1, 0, 0, 9, 0, 0, 0, 9, 0, 0];
    const together = (grade: 'best' | 'worst' | 'of_largest'): string =>
      settle([[rule('parcel', { kind: 'share', fact: 'parcel', grade, largestBy: 'area' }, eight), [0, 3, 7, 8]]], {
        ...ten,
        texts,
        sizes,
      }).grades;
    expect(together('best')).toBe('AABABBBACC');
    expect(together('worst')).toBe('CABCBBBCCC');
    expect(together('of_largest')).toBe('BABBBBBBCC');
  });

  it('[S72] a bar after the cut lifts without touching anybody else', () => {
    expect(settle([[rule('veto', not(['A']), { ...eight }), [0]]], { ...ten, vacated: 'refill' }).grades).toBe('BABBBBBCCC');
  });
});
