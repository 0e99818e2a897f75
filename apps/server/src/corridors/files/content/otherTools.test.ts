/** Files that other programs wrote: SheetJS, ExcelJS, Python's zip and tar. */
import { execFileSync } from 'node:child_process';
import { type BookType, utils, write } from '@e965/xlsx';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { identify } from './identify.js';

const book = utils.book_new();
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ['企业名称', '实缴税金'],
    ['甲', 12.5],
  ]),
  '税收',
);

it.each([
  ['xlsx', 'xlsx', 'xlsx'],
  ['xlsx', 'et', 'xlsx'],
  ['biff8', 'xls', 'xls'],
  ['biff8', 'et', 'et'],
  ['xlsb', 'xlsb', 'xlsb'],
  ['ods', 'ods', 'ods'],
  ['html', 'xls', 'html'],
  ['xlml', 'xls', 'xml'],
  ['csv', 'csv', 'csv'],
] as const)('[R26] SheetJS as %s under .%s is %s', (bookType: BookType, extension, expected) => {
  expect(identify(Buffer.from(write(book, { type: 'buffer', bookType })), extension)).toMatchObject({ kind: expected });
});

it('[R26] a workbook of ExcelJS is one', async () => {
  const made = new exceljs.Workbook();
  made.addWorksheet('税收').addRow(['甲', 12.5]);
  expect(identify(Buffer.from(await made.xlsx.writeBuffer()), 'xlsx')).toMatchObject({ kind: 'xlsx' });
});

const python = (program: string): Buffer => execFileSync('python3', ['-c', program], { stdio: ['ignore', 'pipe', 'inherit'] });
const hasPython = ((): boolean => {
  try {
    return python('print(1)').length > 0;
  } catch {
    return false;
  }
})();
if (!hasPython) console.warn('!! python3 is not installed: archives of another tool are not tried');

it.runIf(hasPython).each([
  ['zipfile', "z = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED); z.writestr('合同/一.txt', 'x' * 500); z.close()", 'zip'],
  [
    'tarfile',
    "t = tarfile.open(fileobj=b, mode='w'); i = tarfile.TarInfo('a'); i.size = 3; t.addfile(i, io.BytesIO(b'abc')); t.close()",
    'tar',
  ],
  ['gzip', "b.write(gzip.compress(b'x' * 100))", 'archive'],
])('[R26] an archive of Python’s %s is told', (_, make, expected) => {
  const bytes = python(
    `import io, sys, zipfile, tarfile, gzip; b = io.BytesIO(); ${make}; sys.stdout.buffer.write(b.getvalue())`,
  );
  expect(identify(bytes, 'zip')).toMatchObject({ kind: expected });
});
