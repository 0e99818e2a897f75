/** 阶段编排 — moving, faults, and two people at once. */
import { describe, expect, it } from 'vitest';
import { decideLines, moved, order } from '../../furniture/lines.js';
import { clashesOf, type Draft, faultsOf, inputOf } from './stageDrafts.js';

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

  it('[R62] two arrangements side by side: what differs, stage by stage, and the order', () => {
    const theirs = [draft('a', { duties: ['tax', 'land'] }), draft('b'), draft('c')];
    const mine = [draft('b'), draft('a', { duties: ['land', 'tax'] }), draft('new-1', { name: '公示' })];
    const clashes = clashesOf(mine, theirs, names);
    expect(clashes.map(({ field }) => field)).toEqual(['new-1', 'c', order]);
    expect(clashes.at(-1)).toMatchObject({ mine: 'b → a', theirs: 'a → b' });
    expect(clashesOf(theirs, theirs, names)).toEqual([]);
  });

  it('[R62] what was kept of each side is what is saved, in the order that was kept', () => {
    const theirs = [draft('a', { lastDay: '2025-04-30' }), draft('b'), draft('c')];
    const mine = [draft('b'), draft('a'), draft('new-1')];
    expect(keys(decideLines(mine, theirs, { a: 'mine', 'new-1': 'mine', c: 'theirs', order: 'theirs' }))).toBe('anew-1bc');
    expect(keys(decideLines(mine, theirs, { a: 'theirs', 'new-1': 'theirs', c: 'mine', order: 'mine' }))).toBe('ba');
    expect(decideLines(mine, theirs, { a: 'theirs', 'new-1': 'theirs', c: 'mine', order: 'mine' })[1]?.lastDay).toBe(
      '2025-04-30',
    );
  });
});
