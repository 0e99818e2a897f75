/** Names of people's files: kept as data, given out harmless. */
import { expect, it } from 'vitest';
import { downloadName, extensionOf, keptName } from './fileNames.js';

it.each([
  ['../../x', 'x'],
  ['..\\..\\盖章件.pdf', '盖章件.pdf'],
  ['a\0b.pdf', 'ab.pdf'],
  ['\u202efdp.exe', 'fdp.exe'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['COM1.pdf', '_COM1.pdf'],
  ['-rf', '_-rf'],
  ['.htaccess', 'htaccess'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
  ['"; rm -rf', '_; rm -rf'],
  ['   ', '未命名'],
  ['..', '未命名'],
  ['𬭎㛃厂房.pdf', '𬭎㛃厂房.pdf'],
])('[R32] %j is given out as %j', (name, expected) => {
  expect(downloadName(name)).toBe(expected);
});

it('[R32] a name of 300 bytes and more keeps its extension and whole characters', () => {
  const short = downloadName(`${'亩均论英雄𬭎'.repeat(30)}.xlsx`);
  expect(short.endsWith('.xlsx')).toBe(true);
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(205);
  expect(short).not.toMatch(/\p{Cs}/u);
  expect([...keptName('亩'.repeat(400))]).toHaveLength(255);
});

it('the extension is the last one, lower case', () => {
  expect(['a.PDF', 'a.pdf.exe', 'a', 'a. pdf', 'a.附件'].map(extensionOf)).toEqual(['pdf', 'exe', '', '', '']);
});
