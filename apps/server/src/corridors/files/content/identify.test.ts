/** Sixty files: what each is, whatever its name says. */
import { expect, it } from 'vitest';
import { extensionOf } from '../fileNames.js';
import { docx, jpeg, ole, pdf, png, rar4, rar5, tar, xlsx, zip } from '../fixtures/bytes.js';
import { identify } from './identify.js';
import { withoutTraces } from './pictures.js';

const text = (words: string): Buffer => Buffer.from(words);
const point = '{"type":"FeatureCollection","features":[]}';

const files: readonly (readonly [string, Buffer, string])[] = [
  ['a.pdf', pdf(), 'pdf'],
  ['a.pdf', pdf('', '\n\n'), 'pdf'],
  ['a.pdf.exe', pdf(), 'pdf'],
  ['a.pdf', pdf().subarray(0, 80), 'broken'],
  ['a.pdf', pdf('/Encrypt 5 0 R'), 'encrypted'],
  ['a.pdf', pdf('/Encrypt<</V 1>>'), 'encrypted'],
  ['a.pdf', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), 'with_macros'],
  ['a.pdf', pdf('/AA<</S /Launch /F(x)>>'), 'with_macros'],
  ['a.pdf', pdf('/Names<</EmbeddedFiles 3 0 R>>'), 'with_files_inside'],
  ['a.pdf', pdf('>>endobj 5 0 obj<</Length 9>>stream\n/JS(\x00/Launch endstream endobj 6 0 obj<<'), 'pdf'],
  ['a.pdf', pdf('>>endobj 5 0 obj<</Length 9>>stream\nxx endstream endobj 6 0 obj<</JS(x)'), 'with_macros'],
  ['a.pdf', Buffer.concat([pdf(), zip({ 'a.exe': 'MZ' })]), 'of_two_kinds'],
  ['a.pdf', Buffer.concat([text('%PDF-1.4 <script>alert(1)</script>'), pdf()]), 'of_two_kinds'],
  ['a.png', png(), 'png'],
  ['a.png', png(30_000, 30_000), 'png'],
  ['a.png', png().subarray(0, 40), 'broken'],
  ['a.png', png().subarray(0, 60), 'broken'],
  ['a.png', Buffer.concat([png(), zip({ a: 'b' })]), 'of_two_kinds'],
  ['a.png', Buffer.concat([png(), text('x')]), 'broken'],
  ['a.png', png(0, 5), 'broken'],
  ['a.jpg', jpeg(), 'jpg'],
  ['a.jpg', jpeg(4000, 3000, 'GPS'), 'jpg'],
  ['a.jpg', jpeg().subarray(0, 12), 'broken'],
  ['a.jpg', jpeg().subarray(0, -2), 'broken'],
  ['a.jpg', Buffer.concat([jpeg(), zip({ a: 'b' })]), 'of_two_kinds'],
  ['a.jpg', jpeg(8, 8, '<script>alert(1)</script>'), 'of_two_kinds'],
  ['a.jpg', jpeg(8, 8, '%PDF-1.4'), 'of_two_kinds'],
  ['a.gif', text('GIF89a......'), 'picture'],
  ['a.docx', docx(), 'docx'],
  ['a.docx', docx({ 'word/vbaProject.bin': 'x' }), 'with_macros'],
  ['a.docx', docx({ 'word/embeddings/sheet.xlsx': 'x' }), 'with_files_inside'],
  ['a.docx', docx({ 'word/setup.exe': 'MZ' }), 'with_files_inside'],
  ['a.docx', Buffer.concat([docx(), text('more')]), 'of_two_kinds'],
  ['a.docx', Buffer.concat([text('MZ and more'), docx()]), 'unknown'],
  ['a.docx', docx().subarray(0, 100), 'broken'],
  ['a.docx', zip({ '[Content_Types].xml': 'x', 'word/a.xml': 'y' }, 1), 'encrypted'],
  ['a.docx', docx({ '../../etc/passwd': 'x' }), 'archive_unsafe'],
  ['a.docx', ole('EncryptedPackage'), 'encrypted'],
  ['a.doc', ole('WordDocument'), 'doc'],
  ['a.wps', ole('WordDocument'), 'wps'],
  ['a.wps', ole('WordDocument', ['_VBA_PROJECT']), 'with_macros'],
  ['a.xlsx', xlsx(), 'xlsx'],
  ['a.xlsx', xlsx({ 'xl/vbaProject.bin': 'x' }), 'with_macros'],
  ['a.xlsb', xlsx({ 'xl/workbook.bin': 'x' }), 'xlsb'],
  ['a.xls', ole('Workbook'), 'xls'],
  ['a.et', ole('Workbook'), 'et'],
  ['a.xls', ole('Workbook', ['_VBA_PROJECT_CUR']), 'with_macros'],
  ['a.ppt', ole('PowerPoint Document'), 'slides'],
  ['a.ods', zip({ mimetype: 'application/x', 'content.xml': '<x/>' }), 'ods'],
  ['a.ofd', zip({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<d/>' }), 'ofd'],
  ['a.zip', zip({ 'a.txt': '一', 'b/c.jpg': 'x' }), 'zip'],
  ['a.zip', zip({ 'a.txt': 'secret' }, 1), 'encrypted'],
  ['a.zip', zip(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${at}`, ''])), 0), 'archive_unsafe'],
  ['a.rar', rar4(), 'rar'],
  ['a.rar', rar4(0x80), 'encrypted'],
  ['a.rar', rar5(), 'rar'],
  ['a.rar', rar5(4), 'encrypted'],
  ['a.rar', text('Rar!\x1a\x07'), 'broken'],
  ['a.tar', tar(), 'tar'],
  ['a.7z', text('7z\xbc\xaf\x27\x1c'), 'unknown'],
  ['a.csv', text('名称,亩\n甲,1'), 'csv'],
  ['a.csv', Buffer.from('\ufeff名称\t亩', 'utf16le'), 'csv'],
  ['a.csv', Buffer.from([0xc3, 0xfb, 0x2c, 0x31, 0x0a]), 'csv'],
  ['a.csv', text('a,\0b'), 'unknown'],
  ['a.csv', text('<html><body>x</body></html>'), 'html'],
  ['a.exe', text('MZ\x90\0\x03'), 'unknown'],
  ['a.geojson', text(point), 'geojson'],
  ['a.geojson', text('{"type":"Topology"}'), 'broken'],
  ['a.geojson', text('{"type":'), 'broken'],
  ['a.pmtiles', text('PMTiles\x03....'), 'pmtiles'],
  ['a.pmtiles', text('PMTiles\x01....'), 'unknown'],
  ['scheme.yaml', text('id: x\n'), 'yaml'],
  ['scheme.yaml', Buffer.from([0x61, 0x3a, 0xff, 0x0a]), 'broken'],
  ['unnamed', text('words'), 'unknown'],
];

it.each(files)('[R26] %s number %#', (name, bytes, expected) => {
  const found = identify(bytes, extensionOf(name));
  expect('kind' in found ? found.kind : found.trouble).toBe(expected);
});

it('[R33] pixels are read from the head of a picture, without unpacking it', () => {
  expect(identify(png(30_000, 30_000), 'png')).toEqual({ kind: 'png', pixels: 900_000_000 });
  expect(identify(jpeg(4000, 3000), 'jpg')).toEqual({ kind: 'jpg', pixels: 12_000_000 });
});

it('[R33] a public copy of a photograph says neither where nor when', () => {
  const plain = withoutTraces(jpeg(4000, 3000, 'GPS 31.9N 121.4E'));
  expect(plain.includes('GPS')).toBe(false);
  expect(plain.equals(jpeg(4000, 3000))).toBe(true);
});
