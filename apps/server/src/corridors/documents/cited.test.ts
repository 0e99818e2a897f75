/** 所引文件: how a basis as officials write it meets the library. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citing } from './cited.js';
import type { Cited } from './contract.js';

const document = (number: string, title: string, more: Partial<Cited> = {}): Cited => ({
  ...{ documentId: `${number}${title}`, number, title, state: 'in_force', valid: true, standingWords: '现行有效', ...more },
});
const lapsed = { state: 'void', valid: false, standingWords: '废止' } as const;
const old = document('海政发〔2019〕4号', '工业企业综合评价办法', lapsed);
const current = document('海政发〔2023〕4号', '工业企业综合评价办法');
const upper = document('通海政发〔2019〕4号', '关于深化亩均论英雄改革的意见');
const unnumbered = document('', '评价细则（征求意见稿）', { state: 'draft', valid: false });
const explained = document('', '《工业企业综合评价办法》政策解读', { state: 'interpretation', valid: false });
const library = [old, current, upper, unnumbered, explained];
const numbers = (text: string): string[] => citing(library)(text).map(({ number, title }) => number || title);

describe('[ALL-7] 所引文件', () => {
  it.each([
    ['海政发〔2019〕4号 三.1', [old.number]],
    ['海政发[2019]4号第三条', [old.number]],
    ['海政发（2019） 4 号', [old.number]],
    ['依据 海政发【2023】4号、海政发〔2019〕4号', [current.number, old.number]],
    ['通海政发〔2019〕4号', [upper.number]],
    ['通海政发〔2019〕4号和海政发〔2019〕4号', [upper.number, old.number]],
    ['海政发〔2019〕14号', []],
    ['《工业企业综合评价办法》第五条', [current.number]],
    ['《工业企业综合评价办法》政策解读', [explained.title]],
    ['《评价细则(征求意见稿)》', [unnumbered.title]],
    ['工业企业综合评价办法实施后的会议记录', []],
    ['', []],
  ])('%s', (text, wanted) => {
    expect(numbers(text)).toEqual(wanted);
  });

  it('a number and a title of one document are one reference, and the number decides which of two alike', () => {
    expect(numbers('《工业企业综合评价办法》（海政发〔2023〕4号）')).toEqual([current.number]);
  });

  it('where no document of that title holds, the one that does not is told of', () => {
    expect(citing([old])('《工业企业综合评价办法》')).toEqual([old]);
  });

  it('finds what was put into any text, and nothing that was not', () => {
    const words = fc.string({ unit: fc.constantFrom('依', '据', '第', '条', '、', ' ', '4', '〔', '号', '年') });
    fc.assert(
      fc.property(words, words, fc.subarray([current, upper]), (before, after, put) => {
        const text = before + put.map(({ number }) => `；${number}；`).join('') + after;
        expect(new Set(citing(library)(text))).toEqual(new Set(put));
      }),
    );
  });
});
