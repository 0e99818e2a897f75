/** Where something stands, as people say it. */
import { describe, expect, it } from 'vitest';
import { findingInWords, placeInWords } from './index.js';

describe('a finding in one line', () => {
  it('has a stop between what is wrong and what to do, once', () => {
    const line = (message: string): string =>
      findingInWords({ code: 'x', severity: 'error', where: {}, message, remedy: '请重新提供。' });
    expect([line('这不是校验包'), line('文件是空的。')]).toEqual([
      '[必须处理] 这不是校验包。 请重新提供。',
      '[必须处理] 文件是空的。 请重新提供。',
    ]);
  });
});

describe('a place in words', () => {
  it('names a cell, a whole column, a row', () => {
    const sheet = { file: '税收.xlsx', sheet: '规上' };
    expect(
      [
        { ...sheet, row: 7, cell: 'C7' },
        { ...sheet, cell: 'AC' },
        { ...sheet, row: 7 },
      ].map(placeInWords),
    ).toEqual(['税收.xlsx 工作表“规上” 单元格 C7', '税收.xlsx 工作表“规上” AC 列', '税收.xlsx 工作表“规上” 第 7 行']);
  });
});
