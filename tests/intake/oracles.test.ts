/** The same workbooks through two other readers: every value, formula flag, merge, hidden sheet, row and column must agree. Seeds and counts printed. */
import XLSX from '@e965/xlsx';
import { ERROR, FORMULA, readBook } from '@muheng/sheets';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf, workbookOf } from './archive.js';

const numRuns = process.env.MUHENG_TIER === 'deep' ? 400 : 40;
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((one) => one.trim() === one && one !== '' && !/[\p{Cc}\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(one));
const day = fc.integer({ min: 100, max: 80_000 });
const cell = fc.oneof(
  text.map((value) => ({ kind: 'text' as const, value })),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => ({ kind: 'number' as const, value })),
  fc.boolean().map((value) => ({ kind: 'flag' as const, value })),
  day.map((value) => ({ kind: 'date' as const, value })),
  fc.integer({ min: -1e6, max: 1e6 }).map((value) => ({ kind: 'formula' as const, value })),
  fc.constant({ kind: 'blank' as const, value: 0 }),
);
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
const iso = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
const expected = (one: Cell): string | number | boolean | null =>
  one.kind === 'blank' ? null : one.kind === 'date' ? iso(one.value) : one.kind === 'number' ? one.value + 0 : one.value;

/** What we read, dense. */
async function ours(bytes: Uint8Array): Promise<{ values: (string | number | boolean | null)[][]; formulas: number }> {
  const { book, findings } = await readBook(bytes, 'a.xlsx');
  expect(findings).toEqual([]);
  const values: (string | number | boolean | null)[][] = [];
  let formulas = 0;
  for (const row of book?.sheets[0]?.rows ?? []) {
    values[row.row - 1] = row.cells.map((one) => (typeof one === 'number' ? one + 0 : one));
    for (const mark of row.marks ?? []) if ((mark & FORMULA) !== 0) formulas++;
  }
  return { values, formulas };
}

const trimmed = (values: readonly (string | number | boolean | null)[]): (string | number | boolean | null)[] => {
  const copy = [...values];
  while (copy.length > 0 && (copy[copy.length - 1] === null || copy[copy.length - 1] === undefined)) copy.pop();
  return copy;
};

describe('other readers and writers', () => {
  it('[R28] what exceljs writes, we read as it was meant', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (table, date1904) => {
        const book = new ExcelJS.Workbook();
        book.properties.date1904 = date1904;
        const sheet = book.addWorksheet('表');
        for (const [down, row] of table.entries())
          for (const [across, one] of row.entries()) {
            if (one.kind === 'blank') continue;
            const target = sheet.getCell(down + 1, across + 1);
            if (one.kind === 'formula') target.value = { formula: '1+1', result: one.value };
            else if (one.kind === 'date') {
              target.value = new Date((one.value - 25_569) * 86_400_000);
              target.numFmt = 'yyyy-mm-dd';
            } else target.value = one.value;
          }
        const dates = table.flat().filter((one) => one.kind === 'date' && date1904 && one.value < 1_462);
        fc.pre(dates.length === 0);
        const read = await ours(new Uint8Array(await book.xlsx.writeBuffer()));
        expect(table.map((_, at) => trimmed(read.values[at] ?? []))).toEqual(table.map((row) => trimmed(row.map(expected))));
        expect(read.formulas).toBe(table.flat().filter(({ kind }) => kind === 'formula').length);
      }),
      { numRuns, seed: 28 },
    );
    console.log(`oracles: seed 28, ${numRuns} workbooks by exceljs, as many by xlsx`);
  });

  it('[R28] what xlsx writes, as .xlsx and .xls, we read as it reads it itself', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('xlsx', 'biff8'), async (table, bookType) => {
        const sheet = XLSX.utils.aoa_to_sheet(
          table.map((row) =>
            row.map((one) => (one.kind === 'blank' || one.kind === 'date' || one.kind === 'formula' ? null : one.value)),
          ),
        );
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, sheet, '表');
        const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }));
        const back = XLSX.utils.sheet_to_json<(string | number | boolean | null)[]>(XLSX.read(bytes).Sheets.表!, {
          header: 1,
          defval: null,
          blankrows: true,
        });
        const { book: read } = await readBook(bytes, `a.${bookType === 'xlsx' ? 'xlsx' : 'xls'}`);
        const found = new Map(read?.sheets[0]?.rows.map((row) => [row.row, row.cells]));
        for (const [at, row] of back.entries())
          expect(trimmed([...(found.get(at + 1) ?? [])])).toEqual(
            trimmed(row.map((one) => (typeof one === 'string' && one.trim() === '' ? null : one))),
          );
      }),
      { numRuns, seed: 29 },
    );
  });

  it('[R30] merges, hidden sheets, rows and columns are those that both other readers see', async () => {
    const boxes = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 5 });
    const shape = fc.record({
      boxes: fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })), { maxLength: 4 }),
      rows: boxes,
      columns: boxes,
      states: fc.array(fc.constantFrom('visible' as const, 'hidden' as const, 'veryHidden' as const), { maxLength: 3 }),
    });
    const seen = { merges: 0, sheets: 0, lines: 0 };
    await fc.assert(
      fc.asyncProperty(shape, async ({ boxes: merges, rows: hiddenRows, columns: hiddenColumns, states }) => {
        const made = new ExcelJS.Workbook();
        const sheet = made.addWorksheet('表');
        for (let row = 1; row <= 24; row++) sheet.getRow(row).values = [`第${row}行`, row, row / 4];
        for (const [at, [down, across]] of merges.entries())
          if (down + across > 2) sheet.mergeCells(1 + at * 4, 2, at * 4 + down, 1 + across);
        for (const row of hiddenRows) sheet.getRow(row + 1).hidden = true;
        for (const column of hiddenColumns) sheet.getColumn(column + 1).hidden = true;
        for (const [at, state] of states.entries()) made.addWorksheet(`另${at}`, { state }).getCell('A1').value = at;
        const bytes = new Uint8Array(await made.xlsx.writeBuffer());
        const { book } = await readBook(bytes, 'a.xlsx');
        const other = XLSX.read(bytes, { cellStyles: true });
        const exceljs = new ExcelJS.Workbook();
        await exceljs.xlsx.load(Uint8Array.from(bytes).buffer);
        const [own, theirs, third] = [book?.sheets[0], other.Sheets.表!, exceljs.worksheets[0]];
        const places = (own?.merges ?? []).map(({ top, left, bottom, right }) =>
          XLSX.utils.encode_range({ s: { r: top - 1, c: left - 1 }, e: { r: bottom - 1, c: right - 1 } }),
        );
        expect(places.sort()).toEqual((theirs['!merges'] ?? []).map((one) => XLSX.utils.encode_range(one)).sort());
        expect(places).toEqual([...(third?.model.merges ?? [])].sort());
        const hidden = (list: readonly ({ readonly hidden?: boolean | undefined } | undefined)[] | undefined): number[] =>
          Array.from(list ?? [], (one, at) => (one?.hidden === true ? at + 1 : 0)).filter((at) => at > 0);
        expect([...(own?.hiddenRows ?? [])].sort((a, b) => a - b)).toEqual(hidden(theirs['!rows']));
        expect([...(own?.hiddenColumns ?? [])].sort((a, b) => a - b)).toEqual(hidden(theirs['!cols']));
        const words = ['visible', 'hidden', 'very_hidden'];
        expect(book?.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
          other.Workbook?.Sheets?.map(({ name, Hidden }) => [name, words[Hidden ?? 0]]),
        );
        expect(exceljs.worksheets.map(({ state }) => state)).toEqual(['visible', ...states]);
        seen.merges += places.length;
        seen.sheets += states.filter((state) => state !== 'visible').length;
        seen.lines += (own?.hiddenRows.length ?? 0) + (own?.hiddenColumns.length ?? 0);
      }),
      { numRuns, seed: 30 },
    );
    console.log(`oracles: seed 30, ${numRuns} workbooks, ${JSON.stringify(seen)}`);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(numRuns / 4);
  });

  it('[R31] a hand-made sheet reads alike in all three, errors and formulas included', async () => {
    const bytes = workbookOf({
      sheet: `<sheetData>${rowOf(1, ['甲&amp;乙', 'a&lt;b', '&#x4E2D;', '&#x1F600;'])}<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><f>A1</f><v>1.5E-3</v></c></row></sheetData>`,
    });
    const { book } = await readBook(bytes, 'a.xlsx');
    const rowsRead = book?.sheets[0]?.rows ?? [];
    expect(rowsRead[0]?.cells).toEqual(['甲&乙', 'a<b', '中', '😀']);
    expect(rowsRead[1]?.cells).toEqual(['#N/A', true, 0.0015]);
    expect([...(rowsRead[1]?.marks ?? [])].slice(0, 3)).toEqual([ERROR, 0, FORMULA]);
    const third = new ExcelJS.Workbook();
    await third.xlsx.load(Uint8Array.from(bytes).buffer);
    const values = ['A1', 'B1', 'C1', 'D1', 'A2', 'B2', 'C2'].map((at) => third.worksheets[0]?.getCell(at).value);
    expect(values).toEqual(['甲&乙', 'a<b', '中', '😀', { error: '#N/A' }, true, { formula: 'A1', result: 0.0015 }]);
    const other = XLSX.read(bytes).Sheets.表!;
    expect([other.A1?.v, other.B1?.v, other.C1?.v, other.A2?.w, other.B2?.v, other.C2?.v]).toEqual([
      '甲&乙',
      'a<b',
      '中',
      '#N/A',
      true,
      0.0015,
    ]);
  });
});
