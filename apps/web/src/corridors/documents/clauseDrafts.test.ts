/** The form of clauses: order, double numbers, what is missing. */
import { expect, it } from 'vitest';
import { moved } from '../../furniture/lines.js';
import { clausesOf, clauseTrouble, draftsOf, mergeClauses, rowsOf } from './clauseDrafts.js';

const drafts = draftsOf([
  { path: '一', text: '甲' },
  { path: '二', text: '乙' },
  { path: '三', text: '丙' },
]);

it('[ALL-7] a line moves by one and stays at the ends; its key stays with it', () => {
  expect(moved(drafts, 2, -1).map(({ path }) => path)).toEqual(['一', '三', '二']);
  expect(moved(drafts, 0, -1).map(({ path }) => path)).toEqual(['一', '二', '三']);
  expect(moved(drafts, 2, 1).map(({ key }) => key)).toEqual([0, 1, 2]);
  expect(moved(drafts, 0, 1)[1]).toEqual(drafts[0]);
});

it('[ALL-7] says what must be mended: no number, a number twice (with blanks around it), no text', () => {
  const [first] = drafts;
  expect(clauseTrouble(first!, drafts)).toBeUndefined();
  expect(clauseTrouble({ ...first!, path: ' ' }, drafts)).toContain('条款号');
  const twice = { key: 9, path: ' 二 ', text: '丁' };
  expect(clauseTrouble(twice, [...drafts, twice])).toContain('写了两次');
  expect(clauseTrouble({ ...first!, text: '\n' }, drafts)).toContain('原文');
});

it('an empty document begins with one empty line; the field grows with its text up to a dozen lines', () => {
  expect(draftsOf([])).toEqual([{ key: 0, path: '', text: '' }]);
  expect([rowsOf(''), rowsOf('一'.repeat(120)), rowsOf('\n'.repeat(50))]).toEqual([2, 3, 12]);
});

it('[ALL-7] a line in which nothing stands is neither a fault nor sent', () => {
  const blank = { key: 9, path: ' ', text: '' };
  expect(clauseTrouble(blank, [...drafts, blank])).toBeUndefined();
  expect(clausesOf([...drafts, blank])).toHaveLength(3);
});

it('[R62] two people at once: different clauses need no question, one clause rewritten by both does', () => {
  const theirs = draftsOf([
    { path: '一', text: '甲' },
    { path: '二', text: '乙（改）' },
  ]);
  const mine = drafts.map((draft) => (draft.path === '一' ? { ...draft, text: '甲（补）' } : draft));
  const apart = mergeClauses({ base: drafts, mine, theirs });
  expect([apart.clashes, apart.taken.map(({ label, theirs: now }) => [label, now])]).toEqual([
    [],
    [
      ['二：原文', '乙（改）'],
      ['三', '（没有这一条）'],
    ],
  ]);
  expect(clausesOf(apart.decide({})).map(({ path, text }) => path + text)).toEqual(['一甲（补）', '二乙（改）']);
  const other = drafts.map((draft) => (draft.path === '二' ? { ...draft, text: '乙（补）' } : draft));
  const both = mergeClauses({ base: drafts, mine: other, theirs });
  expect(both.clashes).toMatchObject([{ label: '二：原文', base: '乙', mine: '乙（补）', theirs: '乙（改）' }]);
  expect(clausesOf(both.decide({ '二.text': 'mine' })).map(({ text }) => text)).toEqual(['甲', '乙（补）']);
});
