import { describe, expect, it } from 'vitest';
import { problemOf } from '../api/problem.js';
import { fieldFaults } from './fieldFaults.js';

describe('错在哪一项', () => {
  it('a refusal stands at the field it speaks of, and nowhere else', () => {
    const taken = problemOf(409, { code: 'year.cycle_exists', message: '已有同名的评价。', remedy: '请换一个名称。' });
    const { at, rest } = fieldFaults(taken, { 'year.cycle_exists': 'name' });
    expect([at('name'), at('dataYear'), rest]).toEqual(['已有同名的评价。请换一个名称。', undefined, null]);
  });

  it('what names no field of the form stands above it; the fields that the door names are told as well', () => {
    const other = problemOf(403, { code: 'door.not_permitted', message: '不能做', remedy: '请联系' });
    expect(fieldFaults(other, { 'year.cycle_exists': 'name' }).rest).toBe(other);
    const errors = [{ path: 'stages.1.name', message: '请填写' }];
    const input = problemOf(422, { code: 'door.input_invalid', details: { errors } });
    const { at, rest } = fieldFaults(input);
    expect([at('stages.1.name'), at('stages.0.name'), rest]).toEqual(['请填写', undefined, input]);
    expect(fieldFaults(null).rest).toBeNull();
  });
});
