import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeGb18030, findMojibake, parseCsv, readTable } from '../index.js';
import { findDelimiter } from './csv.js';

const numRuns = process.env.MUHENG_TIER === 'deep' ? 20_000 : 2_000;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string, delimiter = ','): string[][] => {
  const rows: string[][] = [];
  parseCsv(text, delimiter, (fields) => rows.push([...fields]));
  return rows;
};

const sample = 'id,企业名称\n1,虚构𬭎㛃机械有限公司\n';
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !big);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), !big);
  return bytes;
};

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(sample), 'utf-8', []],
    ['UTF-8 with BOM', utf8(`\ufeff${sample}`), 'utf-8-bom', []],
    ['GB18030 with four-byte characters', new Uint8Array(iconv.encode(sample, 'gb18030')), 'gb18030', ['text_read_as_gb18030']],
    ['GBK', new Uint8Array(iconv.encode(sample.replace(/[𬭎㛃]/gu, ''), 'gbk')), 'gb18030', ['text_read_as_gb18030']],
    ['UTF-16 LE with BOM', utf16(sample, false), 'utf-16le', ['text_read_as_utf16']],
    ['UTF-16 BE with BOM', utf16(sample, true), 'utf-16be', ['text_read_as_utf16']],
  ])('[R35] %s is read and, if not UTF-8, shown for confirmation', (_name, bytes, encoding, codes) => {
    const decoded = decodeText(bytes, 'a.csv');
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain('机械有限公司');
    expect(decoded.findings.map(({ code }) => code)).toEqual(codes);
    if (codes.length > 0) expect(decoded.findings[0]?.message).toContain('企业名称');
  });

  it.each([
    ['GB18030', (text: string) => new Uint8Array(iconv.encode(text, 'gb18030'))],
    ['UTF-16', (text: string) => utf16(text, false)],
  ])('[R35] the preview of %s shows the first name with a character of four bytes, wherever it stands', (_name, bytes) => {
    const plain = '2,虚构普通机械有限公司,备注\n'.repeat(5_000);
    const long = `3,${'一'.repeat(60)},虚构𬭎㛃机械有限公司,末尾`;
    const { findings } = decodeText(bytes(`id,企业名称,备注\n${plain}${long}\n`), 'a.csv');
    expect(findings[0]?.message).toContain('id,企业名称,备注');
    expect(findings[0]?.message).toContain('虚构𬭎㛃机械有限公司');
    expect(findings[0]?.message.length).toBeLessThan(120);
    expect(decodeText(bytes(`id,企业名称\n${plain}`), 'a.csv').findings[0]?.message).toContain('“id,企业名称”');
  });

  it.each([
    ['neither encoding', Uint8Array.of(0x69, 0x64, 0x0a, 0xff, 0xff), 'text_encoding_unknown'],
    ['bytes that are no text', Uint8Array.of(1, 0, 2, 0, 255), 'file_type_unknown'],
    ['UTF-16 of odd length', utf16(sample, false).subarray(0, 9), 'text_encoding_unknown'],
  ])('[R35] %s is refused', (_name, bytes, code) => {
    const decoded = decodeText(bytes, 'a.csv');
    expect(decoded.text).toBeUndefined();
    expect([code, 'file_type_unknown']).toContain(decoded.findings[0]?.code);
  });

  it('[R35] GB18030 is written as iconv-lite writes it and read back by the platform', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
        (any, han) => {
          expect(encodeGb18030(han)).toEqual(new Uint8Array(iconv.encode(han, 'gb18030')));
          expect(new TextDecoder('gb18030').decode(encodeGb18030(any + han))).toBe(any + han);
        },
      ),
      { numRuns, seed: 35 },
    );
    console.log(`gb18030: seed 35, ${numRuns} texts`);
  });
});

describe('mojibake', () => {
  const rightly =
    '统一社会信用代码,企业名称,实缴税金\n91120113550399693Q,虚构机械有限公司,12\n91410923581749967U,虚构电子股份有限公司,7\n';

  it.each([
    ['UTF-8 read as GBK', new TextDecoder('gb18030').decode(utf8(rightly))],
    ['UTF-8 read as Latin', iconv.decode(Buffer.from(rightly, 'utf8'), 'windows-1252')],
    ['GBK read as Latin', iconv.decode(iconv.encode(rightly, 'gbk'), 'latin1')],
  ])('[R35] %s and saved again is refused', (_name, text) => {
    const { text: taken, findings } = decodeText(utf8(text), 'a.csv');
    expect(taken).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['text_mojibake']);
  });

  it('[R35] ruins inside a readable text are asked about, as in the published text of 临政发〔2022〕22号', () => {
    expect(findMojibake('允許企業實施,“一并開發批發證”的審批方式?!傲阃恋亍奔几捻椖浚訉禹椖砍猓└臄U建工程的施工圖')).toMatchObject(
      { sure: false },
    );
    expect(findMojibake('深化臨?つ珷柋究缇橙诤蟿撔轮行')).toMatchObject({ sure: false });
    expect(findMojibake('企业名称,锟斤拷锟斤拷公司')).toMatchObject({ sure: false });
    expect(decodeText(utf8('企业名称\n某\ufffd\ufffd公司\n'), 'a.csv').findings.map(({ code }) => code)).toEqual([
      'text_mojibake_suspected',
    ]);
  });

  it('[R35] right texts are left alone: simplified, traditional, rare characters, the fact catalogue', () => {
    const catalogue = readFileSync(new URL('../../../../catalog/facts.yaml', import.meta.url), 'utf8');
    for (const text of [
      rightly,
      catalogue,
      '臺灣電機實業股份有限公司,繁體中文與罕用字𬭎㛃龘',
      '鑫淼焱垚,犇骉羴鱻,の字商行',
      'ASCII only',
    ])
      expect(findMojibake(text)).toBeUndefined();
  });
});

describe('rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r', '甲', ';', "'"), maxLength: 6 });

  it('reads what papaparse writes, as papaparse reads it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = Papa.unparse(rows, { newline: '\r\n' });
        expect(rowsOf(text)).toEqual(rows);
        expect(rowsOf(`${text}\r\n`)).toEqual(rows);
      }),
      { numRuns, seed: 36 },
    );
  });

  it('takes any line end, also mixed, and a last field that is empty', () => {
    expect(rowsOf('a,b\nc,\r\nd,"e\nf"\rg,h')).toEqual([
      ['a', 'b'],
      ['c', ''],
      ['d', 'e\nf'],
      ['g', 'h'],
    ]);
    expect(rowsOf('a,')).toEqual([['a', '']]);
    expect(rowsOf('')).toEqual([]);
  });

  it.each([
    ['a;b;c\n1;2;3', ';'],
    ['a\tb\n1,5\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['a,b\n"1;2;3;4",5', ','],
    ['a，b，c\n1，2，3', '，'],
    ['a', ','],
  ])('finds the separator of %j', (text, delimiter) => expect(findDelimiter(text)).toBe(delimiter));

  it('refuses a quote that is never closed, with its row', async () => {
    const { table, findings } = await readTable(utf8('id,值\n1,2\n3,"4\n5,6\n'), 'a.csv');
    expect(table).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'csv_quote_open', where: { row: 3 } }]);
  });

  it('names rows with a separator too many', async () => {
    const { findings } = await readTable(
      utf8(`id,值\n${Array.from({ length: 12 }, (_, at) => `${at},5`).join('\n')}\n9,1,200\n`),
      'a.csv',
    );
    expect(findings).toMatchObject([{ code: 'csv_row_ragged', where: { row: 14 } }]);
  });
});
