/** Cells taken in one go against the same cells by the events of the scanner, in pieces cut anywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotRead } from '../cannotRead.js';
import { intakeLimits } from '../limits.js';
import { newPlainCell, readPlainCell } from './plainCell.js';
import { Worksheet } from './worksheet.js';
import { type XmlEvents, XmlScanner } from './xml.js';

const numRuns = process.env.MUHENG_TIER === 'deep' ? 20_000 : 2_000;
const formats = Uint8Array.of(0, 0, 1, 2);

/** What a sheet of these pieces holds, or why it cannot be read. `whole`: plain cells in one go. */
function readSheet(pieces: readonly string[], whole: boolean): unknown {
  const facts = {
    shared: ['甲', '乙 '],
    formats,
    dateSystem: '1900' as const,
    limits: { ...intakeLimits, cellText: 40 },
    cells: { left: 200 },
  };
  const sheet = new Worksheet(facts);
  const events: XmlEvents = {
    open: (name, attributes, closed) => sheet.open(name, attributes, closed),
    close: (name) => sheet.close(name),
    text: (text) => sheet.text(text),
    get wantsText() {
      return sheet.wantsText;
    },
  };
  const scanner = new XmlScanner(whole ? sheet : events, 'sheet1.xml');
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
    return [sheet.rows, sheet.far, facts.cells.left];
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    return [error.code, error.blanks, error.where];
  }
}

const attribute = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('s="0"', 's="1"', 's="2"', 's="3"', 't="n"', 't="s"', 't="str"', 't="inlineStr"', 't="b"'),
  },
  fc.constantFrom('s="9"', "s='1'", 's = "1"', 't="e"', 't="d"', 't="x"', 'cm="1"', 'x:s="2"', 's=""', 's="12345678"'),
);
const content = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '<v>12.5</v>',
      '<v>0</v>',
      '<v>1</v>',
      '<v>44562</v>',
      '<is><t>企业一</t></is>',
      '<is><t>规上</t></is>',
    ),
  },
  fc.constantFrom(
    ...[
      '<v>-3E-2</v>',
      '<v> 5 </v>',
      '<v></v>',
      '<v/>',
      '',
      '<f>A1</f><v>3</v>',
      '<f>A1</f>',
      '<v>7</v><f/>',
      '<v>&lt;</v>',
      '<v>9</v> ',
    ],
    ...[
      '<is><t xml:space="preserve"> 甲 </t></is>',
      '<is><t>a&amp;b</t></is>',
      '<is><r><t>a</t></r><r><t>b</t></r></is>',
      '<is><t></t></is>',
    ],
    ...[
      '<is><t>a_x000D_b</t></is>',
      '<is><t><![CDATA[<v>]]></t></is>',
      '<v>1<!-- -->2</v>',
      `<is><t>${'长'.repeat(41)}</t></is>`,
      '<is><rPh><t>b</t></rPh><t>a</t></is>',
    ],
  ),
);
const cell = fc.tuple(fc.nat(30), fc.array(attribute, { maxLength: 2 }), content, fc.nat(20));
const row = fc.tuple(fc.array(cell, { maxLength: 6 }), fc.nat(15));

function sheetOf(
  rows: readonly (readonly [readonly (readonly [number, readonly string[], string, number])[], number])[],
): string {
  const written = rows.map(([cells, odd], at) => {
    const own = cells.map(([skip, attributes, inner, form], column) => {
      const letters = String.fromCharCode(65 + column) + (skip === 30 ? 'ZZ' : '');
      const reference = form === 0 ? '' : ` r="${letters}${form === 1 ? at : at + 1}"`;
      const others = attributes.map((each) => ` ${each}`).join('');
      return form === 2
        ? `<c${others}${reference} >${inner}</c>`
        : form === 3
          ? `<x:c${reference}${others}>${inner}</x:c>`
          : `<c${reference}${others}>${inner}</c>`;
    });
    return odd === 0 ? own.join('') : `<row r="${at + 1}">${own.join('')}</row>`;
  });
  return `<worksheet><sheetData>${written.join('')}</sheetData></worksheet>`;
}

describe('plain cells', () => {
  it('[R28] read in one go are what the events make of them, wherever pieces end, and the same is refused', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(fc.nat(2_000), { maxLength: 4 }), (rows, cuts) => {
        const text = sheetOf(rows);
        const ends = [...cuts.filter((cut) => cut < text.length), text.length].sort((a, b) => a - b);
        const pieces = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
        const known = readSheet([text], false);
        expect(readSheet(pieces, true)).toEqual(known);
        if (Array.isArray(known) && typeof known[0] === 'string') refused++;
      }),
      { numRuns, seed: 2850 },
    );
    console.log(`plain cells: seed 2850, ${numRuns} sheets, ${refused} refused`);
    expect(refused).toBeGreaterThan(numRuns / 50);
  });

  it('the usual forms are taken in one go, others are not', () => {
    const cell = newPlainCell();
    const takes = (text: string): boolean => readPlainCell(text, 0, cell);
    expect(takes('<c r="AB12" s="3" t="s"><v>7</v></c>')).toBe(true);
    expect([cell.column, cell.row, cell.style, cell.type, cell.end, cell.elements]).toEqual([27, 12, 3, 's', 36, 2]);
    expect(takes('<c r="A1" t="inlineStr"><is><t>甲</t></is></c>')).toBe(true);
    expect([cell.style, cell.type, cell.elements]).toEqual([-1, 'inlineStr', 3]);
    for (const text of [
      '<c r="A1"><v>7</v>',
      '<c><v>7</v></c>',
      '<c r="A1" r="A1"><v>7</v></c>',
      '<col min="1"/>',
      '<c r="A1"><f>1</f><v>7</v></c>',
    ])
      expect(takes(text)).toBe(false);
  });
});
