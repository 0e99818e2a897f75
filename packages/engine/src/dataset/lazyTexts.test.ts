import { describe, expect, test } from 'vitest';
import { lazyTexts } from './lazyTexts.js';

const all = ['甲', '乙', '丙'];
/** Counts how often all texts are made. */
function counted(texts: readonly string[]) {
  const made = { times: 0 };
  const cells = {
    get texts() {
      made.times++;
      return texts;
    },
    at: (row: number) => texts[row] ?? '',
  };
  return { made, list: lazyTexts(cells, texts.length) };
}

describe('texts made when they are read', () => {
  test('length and single texts make none of the others', () => {
    const { made, list } = counted(all);
    expect([list.length, list[0], list[2], list[3], list[-1]]).toEqual([3, '甲', '丙', undefined, undefined]);
    expect(made.times).toBe(0);
  });

  test('whatever else is asked is answered as by the list itself, made once', () => {
    const { made, list } = counted(all);
    expect(list).toEqual(all);
    expect([...list]).toEqual(all);
    expect(list.map((text, at) => `${at}${text}`)).toEqual(['0甲', '1乙', '2丙']);
    expect([list.indexOf('乙'), list.includes('丁'), JSON.stringify(list), Array.isArray(list), Object.keys(list)]).toEqual([
      ...[1, false, JSON.stringify(all), true, ['0', '1', '2']],
    ]);
    expect(list[1]).toBe('乙');
    expect(made.times).toBe(1);
    expect([...counted([]).list]).toEqual([]);
  });

  test('row by row, all are made after a while', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `E${at}`);
    const { made, list } = counted(many);
    for (let at = 0; at < list.length; at++) expect(list[at]).toBe(`E${at}`);
    expect(made.times).toBe(1);
  });
});
