import { expect, test } from 'vitest';
import { withIntent } from './intent.js';
import { problemOf } from './problem.js';

function shelfOf(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}
const lost = new Error('the answer was lost');
const answered = (error: unknown): boolean => error !== lost;

test('[R60] a resend carries the same key until the server has answered', async () => {
  const shelf = shelfOf();
  const keys: string[] = [];
  const intent = { name: 'import', payload: { file: 'a' }, shelf, answered };
  const losing = async (key: string): Promise<never> => {
    keys.push(key);
    throw lost;
  };
  await expect(withIntent(intent, losing)).rejects.toBe(lost);
  await expect(withIntent({ ...intent, shelf: shelfOf(shelf.kept) }, losing)).rejects.toBe(lost);
  await withIntent(intent, async (key) => void keys.push(key));
  expect(new Set(keys).size).toBe(1);
  expect(shelf.kept.size).toBe(0);
  await withIntent(intent, async (key) => void keys.push(key));
  expect(new Set(keys).size).toBe(2);
});

test('[R60] another payload is another key, and a refusal ends the intent', async () => {
  const shelf = shelfOf();
  const keys: string[] = [];
  for (const file of ['a', 'b'])
    await expect(
      withIntent({ name: 'import', payload: { file }, shelf, answered }, async (key) => {
        keys.push(key);
        throw lost;
      }),
    ).rejects.toBe(lost);
  expect(new Set(keys).size).toBe(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const refused = problemOf(422, {});
  await expect(withIntent({ name: 'x', payload: 1, shelf, answered }, () => Promise.reject(refused))).rejects.toBe(refused);
  expect([...shelf.kept.keys()].some((name) => name.includes('.x.'))).toBe(false);
});

test('[R22] any answer becomes a sentence with a remedy, never its raw text', () => {
  const refusal = problemOf(409, {
    code: 'door.version_differs',
    message: '已被他人修改。',
    remedy: '请比较。',
    details: { mine: 1 },
  });
  expect(refusal).toMatchObject({
    kind: 'conflict',
    code: 'door.version_differs',
    message: '已被他人修改。',
    details: { mine: 1 },
  });
  for (const body of [undefined, null, '<html>stack at line 3', [], { message: 7 }]) {
    const fault = problemOf(500, body);
    expect(fault.kind).toBe('fault');
    expect(fault.message).toBe('系统异常，没有办成。');
    expect(fault.remedy).not.toBe('');
  }
});
