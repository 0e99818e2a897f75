/** 阶段编排 — moving, faults, and two people at once. */
import { describe, expect, it } from 'vitest';
import { moved } from '../../furniture/lines.js';
import { type Draft, faultsOf, inputOf, mergeStages } from './stageDrafts.js';

const draft = (key: string, more: Partial<Draft> = {}): Draft => ({
  ...{ key, kind: 'collection', name: key, firstDay: '2025-01-10', lastDay: '2025-03-31', lastClock: '' },
  ...{ leadOrganisationId: null, duties: [], ...more },
});
const names = new Map([
  ['tax', '税务局'],
  ['land', '自然资源局'],
]);
const keys = (drafts: readonly Draft[]): string => drafts.map(({ key }) => key).join('');

describe('阶段编排', () => {
  it('[TZ-9] a stage moves by one place and stops at the ends', () => {
    const drafts = [draft('a'), draft('b'), draft('c')];
    expect([
      keys(moved(drafts, 1, -1)),
      keys(moved(drafts, 1, 1)),
      keys(moved(drafts, 0, -1)),
      keys(moved(drafts, 2, 1)),
    ]).toEqual(['bac', 'acb', 'abc', 'abc']);
  });

  it('[TZ-9] what is missing or reversed is told at its field; one day from morning to noon is no fault', () => {
    expect(faultsOf(draft('a', { name: ' ', firstDay: '' }))).toEqual({ name: '请填写阶段名称。', firstDay: '请填写开始日。' });
    expect(faultsOf(draft('a', { lastDay: '2025-01-09' }))).toEqual({ lastDay: '截止日早于开始日，请改正。' });
    expect(faultsOf(draft('a', { lastDay: '2025-01-10', lastClock: '12:00' }))).toEqual({});
    expect(faultsOf(draft('a', { lastDay: '2025-01-10', lastClock: '00:00' }))).toHaveProperty('lastDay');
  });

  it('a new stage is sent without an id, a whole last day without a clock time', () => {
    expect(inputOf(draft('new-1'))).not.toHaveProperty('stageId');
    expect(inputOf(draft('new-1'))).not.toHaveProperty('lastClock');
    expect(inputOf(draft('s1', { lastClock: '12:00' }))).toMatchObject({ stageId: 's1', lastClock: '12:00' });
  });

  it('[R62] two arrangements at once: another stage, or another field of one, needs no question', () => {
    const base = [draft('a', { duties: ['tax'] }), draft('b')];
    const mine = [draft('b'), draft('a', { duties: ['tax'], lastClock: '12:00' }), draft('new-1', { name: '公示' })];
    const theirs = [draft('a', { duties: ['land', 'tax'] }), draft('b')];
    const merged = mergeStages({ base, mine, theirs }, names);
    expect([merged.clashes, merged.taken]).toEqual([
      [],
      [{ field: 'a.duties', label: 'a：分工单位', base: '税务局', theirs: '税务局、自然资源局' }],
    ]);
    const after = merged.decide({});
    expect([keys(after), after[1]]).toEqual(['banew-1', draft('a', { duties: ['land', 'tax'], lastClock: '12:00' })]);
    const reordered = [draft('a', { duties: ['land', 'tax'] }), draft('b')];
    expect(
      mergeStages({ base: reordered, mine: theirs, theirs: [draft('a', { duties: ['tax', 'land'] }), draft('b')] }, names),
    ).toMatchObject({
      ...{ clashes: [], taken: [], ahead: false },
    });
  });

  it('[R62] one date changed by both is asked; two units that are both closed are still two', () => {
    const [base, mine, theirs] = ['2025-03-31', '2025-04-15', '2025-04-30'].map((lastDay) => [draft('a', { lastDay })]);
    const merged = mergeStages({ base: base!, mine: mine!, theirs: theirs! }, names);
    expect(merged.clashes).toMatchObject([
      { field: 'a.lastDay', label: 'a：截止日', mine: '2025年4月15日', theirs: '2025年4月30日' },
    ]);
    expect(merged.decide({ 'a.lastDay': 'mine' })).toEqual(mine);
    const leads = ['x', 'y', 'z'].map((leadOrganisationId) => [draft('a', { leadOrganisationId })]);
    expect(mergeStages({ base: leads[0]!, mine: leads[1]!, theirs: leads[2]! }, names).clashes).toHaveLength(1);
  });

  it('[R62] a stage that they struck and I keep is made anew: its old id is refused', () => {
    const sides = { base: [draft('a'), draft('b')], mine: [draft('a', { name: '甲' }), draft('b')], theirs: [draft('b')] };
    const kept = mergeStages(sides, names).decide({ a: 'mine' });
    expect(keys(kept)).toBe('new-ab');
    expect(inputOf(kept[0]!)).not.toHaveProperty('stageId');
    expect(keys(mergeStages(sides, names).decide({}))).toBe('b');
  });
});
