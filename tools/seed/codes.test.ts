/** Codes against a check that shares nothing with codes.ts: published codes, exact powers of three, and the whole register of a district. */
import { expect, it } from 'vitest';
import { creditCheck, creditCode, organisationCode, personNumber } from './codes.js';
import { makeDistrict } from './index.js';

/** By big powers and a table written out, not by a running weight. */
function isValidCreditCode(code: string): boolean {
  const table = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = [...code].reduce(
    (total, character, i) => total + BigInt(table.indexOf(character)) * (i < 17 ? 3n ** BigInt(i) : 1n),
    0n,
  );
  return sum % 31n === 0n;
}

const published = [
  '91120113550399693Q',
  '911201127612605019',
  '91410923581749967U',
  '91410482395881454M',
  '91320621MA1MXW0Y42',
  '91440300708461136T',
  '11150400011563415C',
  '915621208HXYEAUY30',
];
const wrong = ['91350100M000100Y4Z', '91500903MA64NC2C0B'];

it('the check of the tests itself accepts published codes and refuses wrong ones', () => {
  expect(published.filter((code) => !isValidCreditCode(code))).toEqual([]);
  expect(wrong.filter(isValidCreditCode)).toEqual([]);
});

it('makes the check character that published codes have', () => {
  expect(published.map((code) => code.slice(0, 17) + creditCheck(code.slice(0, 17)))).toEqual(published);
  expect(organisationCode('76126050')).toBe('761260501');
  expect(organisationCode('55039969')).toBe('550399693');
});

it('gives every enterprise of a district one valid code of the invented region, and no two the same', () => {
  for (const seed of [7, 8, 2024]) {
    const all = makeDistrict({ seed, size: 2400 }).blocks.flatMap((block) => block.enterprises);
    const codes = all.flatMap((one) => [one.code, ...(one.formerCode === undefined ? [] : [one.formerCode])]);
    expect(codes.filter((code) => !isValidCreditCode(code))).toEqual([]);
    expect(codes.filter((code) => code.slice(2, 8) !== '339981')).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => /^\d{18}$/.test(code)).length).toBeGreaterThan(150);
  }
});

it('does not repeat codes up to a million enterprises', () => {
  const seen = new Set<string>();
  for (let index = 0; index < 1_000_000; index += 7)
    seen.add(creditCode({ kind: 'company', index, seed: 7, old: index % 2 === 0 }));
  expect(seen.size).toBe(Math.ceil(1_000_000 / 7));
});

it('makes personal numbers with their check character, which are no credit codes', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  for (let draw = 0; draw < 3000; draw += 11) {
    const number = personNumber(draw);
    expect(number).toMatch(/^339981(?:19[6-9]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{3}[\dX]$/);
    expect([...number].reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * weights[i]!, 0) % 11).toBe(1);
  }
});
