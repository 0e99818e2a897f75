/** What the list of jobs says of each kind when it is over. */
import { expect, it } from 'vitest';
import { beginAgain, resultOf } from './results.js';
import { countWords, isOpen, shareOf } from './words.zh.js';

it('tells real counts and leads on, by kind', () => {
  const done = 'done' as const;
  expect(resultOf({ kind: 'files.check', state: done, result: { contents: 1200, damaged: 0 } })).toEqual({
    ...{ words: '核对 1,200 份内容，全部完好。', link: { to: '/files' } },
  });
  expect(resultOf({ kind: 'files.check', state: done, result: { contents: 3, damaged: 1 } })?.words).toContain('1 个文件损坏');
  expect(resultOf({ kind: 'registry.import', state: done, result: { importId: 'x' } })?.link).toEqual({ importId: 'x' });
});

it('tells nothing of what is not done, was started by others (no result), or is of a kind that is not known', () => {
  expect(resultOf({ kind: 'files.check', state: 'failed', result: { contents: 3 } })).toBeNull();
  expect(resultOf({ kind: 'files.check', state: 'done', result: null })).toBeNull();
  expect(resultOf({ kind: 'constructor', state: 'done', result: {} })).toBeNull();
  expect(beginAgain({ kind: 'unknown.kind' })).toBeNull();
  expect(beginAgain({ kind: 'documents.seal' })).toBe('/documents');
});

it('counts without a total say what is done and give no share', () => {
  expect(countWords({ done: 45, total: null, unit: '行' })).toBe('45 行');
  expect(countWords({ done: 45, total: 1200, unit: '户' })).toBe('45 / 1,200 户');
  expect([shareOf({ done: 5, total: null }), shareOf({ done: 0, total: 0 }), shareOf({ done: 9, total: 4 })]).toEqual([
    null,
    null,
    1,
  ]);
  expect([isOpen({ state: 'queued' }), isOpen({ state: 'cancelled' })]).toEqual([true, false]);
});
