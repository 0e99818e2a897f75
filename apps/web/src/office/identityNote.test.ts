/** 身份关联单 — whatever the service calls a person comes through the note unchanged. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityIn, noteOf, readNote } from './identityNote.js';

const visible = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => /^\P{Cc}+$/u.test(text));
const identities = fc.record({
  issuer: fc.webUrl(),
  subject: visible.map((text) => text.trim()).filter((text) => text !== ''),
});
const runs = { seed: 20250424, numRuns: process.env.MUHENG_TIER === 'deep' ? 20_000 : 1_000 };

test('a note reads back as it was written, whole or with its lines run together', () => {
  fc.assert(
    fc.property(identities, (identity) => {
      const note = noteOf(identity);
      for (const text of [
        note,
        `您好：\n${note}\n`,
        note.replaceAll('\n', '\r\n'),
        note.replaceAll('\n', ' '),
        note.replaceAll('\n', ''),
      ])
        expect(readNote(text)).toEqual(identity);
    }),
    runs,
  );
});

test('what is no note is not taken for one', () => {
  for (const text of [
    '',
    'gov-0001',
    '身份标识：gov-0001',
    '认证服务：https://id.example.gov.cn',
    '认证服务：https://id.cn\n身份标识： ',
  ])
    expect(readNote(text)).toBeNull();
});

test('a refusal without the identity gives none', () => {
  expect(identityIn({ issuer: 'https://id.example.gov.cn', subject: 'gov-0001' })).toEqual({
    issuer: 'https://id.example.gov.cn',
    subject: 'gov-0001',
  });
  expect(identityIn({})).toBeNull();
  expect(identityIn({ issuer: 'https://id.example.gov.cn', subject: 7 })).toBeNull();
});
