import { describe, expect, it, test } from 'vitest';
import { type CodeReading, readCreditCode } from './creditCode.js';
import { businessLicenceFits, maskedId, organisationCodeFits, personIdFits } from './otherNumbers.js';

const shown = (reading: CodeReading): string =>
  reading.kind === 'code' ? [reading.code, ...reading.notes].join(' ') : reading.kind === 'trouble' ? reading.why : reading.kind;

test.each([
  '91120113550399693Q',
  '911201127612605019',
  '91410923581749967U',
  '91410482395881454M',
  '91320621MA1MXW0Y42',
  '91440300708461136T',
  '11150400011563415C',
])('[R79] %s is a credit code whose organisation part checks too', (code) => {
  expect(readCreditCode(code)).toEqual({ kind: 'code', code, notes: [] });
});

test('[R79] a check value of 31 is written 0', () => {
  expect(shown(readCreditCode('915621208HXYEAUY30'))).toMatch(/^915621208HXYEAUY30/);
});

test.each([
  ['91350100M000100Y4Z', 'code_character_not_allowed'],
  ['91500903MA64NC2C0B', 'code_check_character'],
  ['91120113550399693R', 'code_check_character'],
  ['91120113550399639Q', 'code_check_character'],
])('[R79] %s is refused: %s', (code, why) => {
  expect(shown(readCreditCode(code))).toBe(why);
});

test('[R79] a wrong inner organisation code under a right check character only warns', () => {
  const found = [...'0123456789']
    .map((digit) => `9112011355039969${digit}`)
    .flatMap((start) => [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((check) => start + check))
    .map(readCreditCode);
  const codes = found.filter((reading) => reading.kind === 'code');
  expect(codes.length).toBe(10);
  expect(codes.filter((reading) => reading.notes.includes('organisation_part_differs')).length).toBe(9);
});

describe('what stands there instead of a code', () => {
  it.each([
    [Number('911201127612605019'), 'code_is_number'],
    [9.11e17, 'code_is_number'],
    ['9.11201E+17', 'code_scientific'],
    ['1.1E+17', 'code_scientific'],
    ['9112011355O399693Q', 'code_letters_for_digits'],
    ['9II20113550399693Q', 'code_letters_for_digits'],
    ['9112O113550399693Q', 'code_letters_for_digits'],
    ['9112011355039969', 'code_length'],
    ['91120113550399693', 'code_length'],
    ['911201135503996931Q', 'code_length'],
    ['550399693', 'code_is_text'],
    ['某某公司', 'code_is_text'],
    ['无', 'code_is_text'],
    [true, 'code_is_text'],
  ])('[R80] %j is refused: %s', (cell, why) => {
    const reading = readCreditCode(cell);
    expect(reading.kind).toBe('trouble');
    expect([why, 'code_length', 'code_is_organisation_code']).toContain(shown(reading));
    if (why.startsWith('code_is_n') || why.startsWith('code_l') || why.startsWith('code_s')) expect(shown(reading)).toBe(why);
  });

  it('[R80] O, I and Z typed for digits are proposed and never put right', () => {
    const reading = readCreditCode('9112O113550399693Q');
    expect(reading).toMatchObject({ kind: 'trouble', why: 'code_letters_for_digits', proposal: '91120113550399693Q' });
    expect(shown(readCreditCode('9112O113550399639Q'))).toBe('code_character_not_allowed');
  });

  it.each([
    [' 91120113550399693q ', '91120113550399693Q normalised'],
    ['９１１２０１１３５５０３９９６９３Ｑ', '91120113550399693Q normalised'],
    ['9112 0113 5503 9969 3Q', '91120113550399693Q normalised'],
    ['\u200b91120113550399693Q\u00a0', '91120113550399693Q normalised'],
    ['91120113550399693Q(1/1)', '91120113550399693Q copy_suffix_dropped'],
    ['91120113550399693Q（1-1）', '91120113550399693Q copy_suffix_dropped'],
    ['', 'blank'],
    [' ', 'blank'],
    [null, 'blank'],
  ])('[R80] %j is taken as %s', (cell, expected) => {
    expect(shown(readCreditCode(cell))).toBe(expected);
  });

  it('[R80] a person’s number is told and never shown whole', () => {
    const reading = readCreditCode('11010519491231002X');
    expect(reading).toMatchObject({ kind: 'trouble', why: 'code_is_person_id', shown: '110*************2X' });
    expect(shown(readCreditCode('110105491231003'))).toBe('code_is_person_id');
    expect(shown(readCreditCode('339981198305016483'))).toBe('code_is_person_id');
    expect(readCreditCode('110105491231002')).toMatchObject({ why: 'code_is_licence_number', shown: '110**********02' });
    expect(JSON.stringify(readCreditCode('110105194912310021'))).not.toContain('19491231');
  });
});

test('[R79] the other numbers have checks of their own', () => {
  expect(organisationCodeFits('550399693')).toBe(true);
  expect(organisationCodeFits('550399694')).toBe(false);
  expect(shown(readCreditCode('550399693'))).toBe('code_is_organisation_code');
  expect(shown(readCreditCode('55039969-3'))).toBe('code_is_organisation_code');
  expect(businessLicenceFits('110108000000016')).toBe(true);
  expect(businessLicenceFits('110108000000017')).toBe(false);
  expect(shown(readCreditCode('110108000000016'))).toBe('code_is_licence_number');
  expect(personIdFits('11010519491231002X')).toBe(true);
  expect(personIdFits('110105194912310021')).toBe(false);
  expect(personIdFits('11010519491331002X')).toBe(false);
  expect(maskedId('123')).toBe('***');
});
