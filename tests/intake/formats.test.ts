/** Files by content: what is read, what is refused, and in which words. */
import { readFileSync } from 'node:fs';
import { readBook, readTables, writeWorkbook } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import { oleOf, rowOf, workbookOf, workbookParts, zipOf } from './archive.js';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const sheet = `<sheetData>${rowOf(1, ['统一社会信用代码', '企业名称'])}${rowOf(2, ['91120113550399693Q', '甲'])}</sheetData>`;
const honest = workbookOf({ sheet });
const types = { name: '[Content_Types].xml', text: '<Types/>' };
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const password = Buffer.from([0x09, 0x08, 0x04, 0, 0, 6, 5, 0, 0x2f, 0, 6, 0, 1, 0, 1, 0, 0, 0, 0x0a, 0, 0, 0]);

const refused: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
  ['nothing.xlsx', new Uint8Array(), 'file_empty'],
  ['a.pdf', latin('%PDF-1.7\n%\xe2\xe3'), 'file_is_pdf'],
  ['pdf named.xlsx', latin('%PDF-1.4'), 'file_is_pdf'],
  ['picture.xlsx', latin('\x89PNG\r\n\x1a\n'), 'file_is_picture'],
  ['photo.csv', latin('\xff\xd8\xff\xe0'), 'file_is_picture'],
  ['moving.xls', latin('GIF89a'), 'file_is_picture'],
  ['a.rar', latin('Rar!\x1a\x07'), 'file_is_archive'],
  ['a.7z', latin('7z\xbc\xaf\x27\x1c'), 'file_is_archive'],
  ['a.csv.gz', latin('\x1f\x8b\x08'), 'file_is_archive'],
  ['rich.xls', latin('{\\rtf1\\ansi}'), 'file_is_word'],
  ['page.xls', latin('<html><table><tr><td>1</td></tr></table></html>'), 'file_is_html'],
  ['page2.xls', latin('\xef\xbb\xbf  <!DOCTYPE html><html>'), 'file_is_html'],
  ['page3.xls', latin('<table border=1>'), 'file_is_html'],
  ['page4.xls', latin('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'file_is_html'],
  ['page in utf16.xls', new Uint8Array(Buffer.from('\ufeff<html><table>', 'utf16le')), 'file_is_html'],
  [
    '2003.xls',
    latin('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    'file_is_xml_spreadsheet',
  ],
  ['data.csv', latin('<?xml version="1.0"?><data/>'), 'file_type_unknown'],
  ['bytes.csv', Uint8Array.of(1, 0, 2, 0, 3), 'file_type_unknown'],
  ['1990.xls', latin('\x09\x00\x04\x00\x02\x00\x10\x00'), 'file_is_ancient_xls'],
  ['word.xls', oleOf(['Root Entry', 'WordDocument']), 'file_is_word'],
  ['slides.xls', oleOf(['Root Entry', 'PowerPoint Document']), 'file_is_slides'],
  ['locked.xlsx', oleOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']), 'file_encrypted'],
  ['locked.xls', oleOf(['Root Entry', 'Workbook'], password), 'file_encrypted'],
  ['macros.xls', oleOf(['Root Entry', 'Workbook', '_VBA_PROJECT_CUR']), 'file_with_macros'],
  ['95.xls', oleOf(['Root Entry', 'Book']), 'file_is_ancient_xls'],
  ['mail.xls', oleOf(['Root Entry', '__properties_version1.0']), 'file_type_unknown'],
  ['half.xls', oleOf(['Root Entry', 'Workbook']).subarray(0, 100), 'file_not_readable'],
  ['empty.xls', oleOf(['Root Entry', 'Workbook']), 'file_not_readable'],
  ['macros.xlsx', zipOf([...workbookParts({ sheet }), { name: 'xl/vbaProject.bin', text: 'x' }]), 'file_with_macros'],
  [
    'old macros.xlsx',
    zipOf([...workbookParts({ sheet }), { name: 'xl/macrosheets/sheet1.xml', text: '<a/>' }]),
    'file_with_macros',
  ],
  ['active.xlsx', zipOf([...workbookParts({ sheet }), { name: 'xl/activeX/activeX1.xml', text: '<a/>' }]), 'file_with_macros'],
  [
    'inside.xlsx',
    zipOf([...workbookParts({ sheet }), { name: 'xl/embeddings/oleObject1.bin', text: 'x' }]),
    'file_with_files_inside',
  ],
  ['zip inside.xlsx', zipOf([...workbookParts({ sheet }), { name: 'xl/media/a.zip', text: 'x' }]), 'file_with_files_inside'],
  ['binary.xlsx', zipOf([types, { name: 'xl/workbook.bin', text: 'x' }]), 'file_is_xlsb'],
  ['text.xlsx', zipOf([types, { name: 'word/document.xml', text: '<a/>' }]), 'file_is_word'],
  ['show.xlsx', zipOf([types, { name: 'ppt/presentation.xml', text: '<a/>' }]), 'file_is_slides'],
  ['layout.xlsx', zipOf([{ name: 'OFD.xml', text: '<a/>' }]), 'file_is_ofd'],
  [
    'open.xlsx',
    zipOf([
      { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', text: '<a/>' },
    ]),
    'file_is_ods',
  ],
  ['libreoffice.ods', fixture('libreoffice.ods'), 'file_is_ods'],
  ['files.xlsx', zipOf([{ name: 'a.txt', text: 'x' }]), 'file_is_archive'],
  ['locked zip.xlsx', zipOf([{ name: 'xl/workbook.xml', text: 'x', lie: { flags: 1 } }]), 'file_encrypted'],
  ['encrypted zip.xlsx', zipOf([{ name: 'EncryptedPackage', text: 'x' }]), 'file_encrypted'],
  ['zip and page.xlsx', joined(honest, latin('<html></html>')), 'file_of_two_kinds'],
  ['zip and script.xlsx', joined(honest, latin('\n#!/bin/sh\n')), 'file_of_two_kinds'],
  ['pdf in front of a zip.xlsx', joined(latin('%PDF-1.4\n'), honest), 'file_is_pdf'],
  ['pdf inside a zip.xlsx', zipOf([{ name: '%PDF-1.4', text: 'x' }, ...workbookParts({ sheet })]), 'file_of_two_kinds'],
  ['program and zip.xlsx', joined(latin('MZ\x90\x00'), honest), 'file_type_unknown'],
  ['half.xlsx', honest.subarray(0, honest.length - 30), 'file_not_readable'],
  ['head only.xlsx', honest.subarray(0, 60), 'file_not_readable'],
  ['spanned.xlsx', latin('PK\x07\x08'), 'file_not_readable'],
  ['no workbook.xlsx', zipOf([types, { name: 'xl/worksheets/sheet1.xml', text: '<a/>' }]), 'file_not_readable'],
];

describe('files by content', () => {
  it.each(refused)('[R26] %s is refused: %#', async (name, bytes, code) => {
    const { tables, findings } = await readTables(bytes, name);
    expect(tables).toEqual([]);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]?.severity).toBe('error');
    expect(findings[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(findings[0]?.message).not.toMatch(/\{\w+\}/);
  });

  it.each([
    ['a.xlsx', honest, 'xlsx', []],
    ['a.xls', honest, 'xlsx', ['file_extension_differs']],
    ['a.csv', honest, 'xlsx', ['file_extension_differs']],
    ['a.pdf.xlsx', honest, 'xlsx', []],
    ['没有扩展名', honest, 'xlsx', []],
    ['libreoffice.xlsx', fixture('libreoffice.xlsx'), 'xlsx', []],
    ['libreoffice.xls', fixture('libreoffice.xls'), 'xls', ['xls_formulas_unseen']],
    ['libreoffice.xlsx', fixture('libreoffice.xls'), 'xls', ['file_extension_differs', 'xls_formulas_unseen']],
    ['source.csv', fixture('source.csv'), 'text', []],
    ['source.txt', fixture('source.csv'), 'text', []],
    ['source.xlsx', fixture('source.csv'), 'text', ['file_extension_differs']],
  ])('[R26] %s is read as what it is (%#)', async (name, bytes, kind, codes) => {
    const read = await readBook(bytes, name);
    expect(read.kind).toBe(kind);
    expect(read.findings.map(({ code }) => code)).toEqual(codes);
    const { tables } = await readTables(bytes, name);
    expect(tables[0]?.header[0]).toBe('统一社会信用代码');
    expect(tables[0]?.rows[0]?.[0]).toBe('91120113550399693Q');
  });

  it('[R26] one table out of three programs: LibreOffice .xlsx and .xls, and the text they came from', async () => {
    const vocabulary = [
      { id: 'tax_paid', term: '实缴税金', also: [], type: 'number', unit: '万元' },
      { id: 'founded_on', term: '成立日期', also: [], type: 'date' },
    ] as const;
    for (const name of ['libreoffice.xlsx', 'libreoffice.xls', 'source.csv']) {
      const { tables } = await readTables(fixture(name), name, { vocabulary });
      expect(tables[0]?.rows).toEqual([
        ['91120113550399693Q', '虚构甲有限公司', 1200.5, '2001-05-06'],
        ['91410923581749967U', '虚构乙有限公司', -5.2, '1998-12-31'],
      ]);
      expect(tables[0]?.leftOut.map(({ why }) => why)).toEqual(['total_by_word']);
      expect(tables[0]?.columns.map(({ unitFrom }) => unitFrom)).toEqual(['none', 'none', 'sheet', 'none']);
    }
  });

  it('[R26] what we write ourselves is read', async () => {
    const bytes = await writeWorkbook([{ name: 'a', columns: [{ header: 'id' }], rows: [['1']] }]);
    expect((await readBook(bytes, 'a.xlsx')).findings).toEqual([]);
    console.log(`formats: ${refused.length} kinds of files refused, 11 read`);
  });
});
