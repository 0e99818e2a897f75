/**
 * 辨行 — which rows below the header are data: totals and subtotals (by words, by sums), repeated headers, footnotes and a second
 * table are left out, each with its reason. Read `classifyRows`.
 */
import type { BookSheet, SheetRow } from '../book/book.js';
import { matchText } from '../text.js';
import { amountOf, filledColumns, looksLikeCode, looksLikeLabel, textOf } from './cells.js';
import type { Header } from './header.js';

export type LeftOutWhy = 'total_by_word' | 'total_by_sum' | 'repeated_header' | 'footnote' | 'comment' | 'second_table';

export interface LeftOut {
  /** Row of the file, from 1. */
  readonly row: number;
  readonly why: LeftOutWhy;
  /** The word, or the text, that tells. */
  readonly shown: string;
}

export interface Classified {
  readonly data: readonly SheetRow[];
  readonly leftOut: readonly LeftOut[];
  /** Rows far below the end of the table, left out. */
  readonly far: { readonly count: number; readonly row: number } | undefined;
}

/** So many blank rows end a table. */
const gap = 1_000;

export function classifyRows(sheet: BookSheet, header: Header, codeColumn: number | undefined): Classified {
  const rows = sheet.rows.slice(header.dataFrom);
  const leftOut: LeftOut[] = [];
  const data: SheetRow[] = [];
  let far: { count: number; row: number } | undefined;
  let last = sheet.rows[header.dataFrom - 1]?.row ?? 0;
  let second: number | undefined;
  rows.forEach((row, at) => {
    if (far !== undefined || row.row - last > gap) {
      far = { count: (far?.count ?? 0) + 1, row: far?.row ?? row.row };
      return;
    }
    last = row.row;
    const why =
      second !== undefined
        ? { why: 'second_table' as const, shown: '' }
        : reasonOf(row, { header, codeColumn, rest: rows.length - at });
    if (why?.why === 'second_table') second = row.row;
    if (why === undefined) data.push(row);
    else leftOut.push({ row: row.row, ...why });
  });
  const sums = totalsBySum(data, codeColumn);
  for (const row of sums)
    leftOut.push({ row: row.row, why: 'total_by_sum', shown: textOf(row.cells[filledColumns(row)[0] ?? 0]) });
  const summed = new Set(sums);
  return {
    data: sums.length === 0 ? data : data.filter((row) => !summed.has(row)),
    leftOut: leftOut.sort((a, b) => a.row - b.row),
    far,
  };
}

interface Seen {
  readonly header: Header;
  readonly codeColumn: number | undefined;
  /** Rows from this one to the end. */
  readonly rest: number;
}

function reasonOf(row: SheetRow, seen: Seen): Omit<LeftOut, 'row'> | undefined {
  const coded = seen.codeColumn !== undefined && looksLikeCode(row.cells[seen.codeColumn]);
  if (coded) return undefined;
  const filled = filledColumns(row);
  const first = textOf(row.cells[filled[0] ?? 0]);
  if (first.startsWith('#') && filled.length === 1) return { why: 'comment', shown: first };
  if (row.cells.some((cell) => typeof cell === 'number')) {
    const word = totalWord(row, filled, seen.codeColumn);
    return word === undefined ? undefined : { why: 'total_by_word', shown: word };
  }
  const same = filled.filter((column) => matches(textOf(row.cells[column]), seen.header.texts[column] ?? ''));
  if (filled.length >= 2 && same.length >= Math.max(2, filled.length * 0.7)) return { why: 'repeated_header', shown: first };
  const word = totalWord(row, filled, seen.codeColumn);
  if (word !== undefined) return { why: 'total_by_word', shown: word };
  if (isFootnote(row, filled)) return { why: 'footnote', shown: first.slice(0, 30) };
  const labels = filled.length >= 3 && filled.every((column) => looksLikeLabel(row.cells[column]));
  const elsewhere = labels
    ? filled.filter((column) => seen.header.texts.some((text, at) => at !== column && matches(textOf(row.cells[column]), text)))
        .length
    : 0;
  return elsewhere >= 2 ? { why: 'second_table', shown: first } : undefined;
}

const matches = (text: string, header: string): boolean => {
  const key = matchText(text);
  return (
    key !== '' &&
    (key === matchText(header) ||
      header.split('-').some((part) => matchText(part) === key || withoutBracket(matchText(part)) === key))
  );
};

/** 合计(万元) → 合计. */
function withoutBracket(text: string): string {
  const opening = text.endsWith(')') ? text.indexOf('(') : -1;
  return opening === -1 ? text : text.slice(0, opening);
}

const totalWords =
  /^(?:本页|本表|全部|全市|全区|全县|全镇|全街道|全园区|全国|全省|以上|规上|规下|工业|企业|行业)*(?:合计|总计|小计|累计|汇总|总和|合计数|总数|共计|平均|平均值|均值|平均数|合计值)(?:数|值)?$/;
const wholePlaces = /^(?:全国|全省|全市|全区|全县|全镇|全园区|全街道|total|sum|average|subtotal|grandtotal)$/;
const endsInTotal = /(?:合计|小计|总计|汇总|共计)[:：]?$/;

/** The word among the first texts of a row that makes it a total: 合计, 小 计, 东镇小计, 全市平均, 其中：规上. */
function totalWord(row: SheetRow, filled: readonly number[], codeColumn: number | undefined): string | undefined {
  const texts = filled.filter((column) => column < 6 || column === codeColumn).slice(0, 5);
  for (const column of texts) {
    const cell = row.cells[column];
    if (typeof cell !== 'string') continue;
    const plain = withoutBracket(
      matchText(cell)
        .replace(/[:：]$/, '')
        .replace(/^\((.*)\)$/, '$1'),
    );
    if (
      totalWords.test(plain) ||
      wholePlaces.test(plain) ||
      (endsInTotal.test(plain) && plain.length <= 16) ||
      /^其中[:：]?/.test(matchText(cell))
    )
      return cell.trim();
  }
  return undefined;
}

const footnoteWords =
  /^(?:注[:：\d]|备注[:：]|说明[:：]|填表说明|填报说明|填表人|填报人|制表|审核|复核|单位负责人|负责人|联系人|联系电话|填报日期|报出日期|统计负责人|数据来源|资料来源|\*|※|（?以上数据)/;

/** 注：…, 填表人：… 审核：…, or one long sentence alone in its row. */
function isFootnote(row: SheetRow, filled: readonly number[]): boolean {
  const texts = filled.map((column) => textOf(row.cells[column]));
  if (footnoteWords.test(texts[0] ?? '')) return true;
  if (filled.length >= 2 && filled.length <= 6 && texts.every((text) => /^[\u4e00-\u9fff]{2,8}[:：]/.test(text))) return true;
  return filled.length === 1 && /[\u4e00-\u9fff]{6,}/.test(texts[0]!) && /[，。；：:;]/.test(texts[0]!) && texts[0]!.length > 12;
}

/** A sum is met when it differs by no more than the rounding of what was added may make it. */
const closeness = 1e-7;
/** 1 + 2 = 3 in two columns of counts is chance; sums with this many digits together are not. */
const telling = 7;

/**
 * Rows without a code whose every number, in at least two columns, is the sum of the rows since the last such row, or of all
 * rows before it that are none. Two rows at least must have been added up.
 */
function totalsBySum(data: readonly SheetRow[], codeColumn: number | undefined): SheetRow[] {
  const found: SheetRow[] = [];
  const block = new Sums();
  const whole = new Sums();
  const suspects = data.filter((row) => codeColumn === undefined || textOf(row.cells[codeColumn]) === '');
  if (suspects.length === 0) return [];
  const after = sumsOf(data);
  const isSuspect = new Set(suspects);
  for (const row of data) {
    if (isSuspect.has(row) && (block.meets(row, 0) || whole.meets(row, 0) || (row === data[0] && after.meets(row, 1)))) {
      found.push(row);
      block.clear();
      continue;
    }
    block.add(row);
    whole.add(row);
  }
  return found;
}

function sumsOf(rows: readonly SheetRow[]): Sums {
  const sums = new Sums();
  for (const row of rows) sums.add(row);
  return sums;
}

class Sums {
  private rows = 0;
  private totals: number[] = [];
  private filled: number[] = [];

  clear(): void {
    this.rows = 0;
    this.totals = [];
    this.filled = [];
  }

  add(row: SheetRow): void {
    this.rows++;
    row.cells.forEach((cell, column) => {
      const amount = amountOf(cell);
      if (Number.isNaN(amount)) return;
      this.totals[column] = (this.totals[column] ?? 0) + amount;
      if (amount !== 0) this.filled[column] = (this.filled[column] ?? 0) + 1;
    });
  }

  /** `own`: how often the row itself was added. */
  meets(row: SheetRow, own: 0 | 1): boolean {
    if (this.rows - own < 2) return false;
    let met = 0;
    let digits = 0;
    for (let column = 0; column < row.cells.length; column++) {
      const amount = amountOf(row.cells[column]);
      if (Number.isNaN(amount) || amount === 0) continue;
      const sum = (this.totals[column] ?? 0) - own * amount;
      const close = Math.abs(sum - amount) <= closeness * Math.abs(amount);
      if (!close && (this.filled[column] ?? 0) - own >= 2) {
        if (!looksLikeOrderNumber(column, amount)) return false;
        continue;
      }
      if (!close || (this.filled[column] ?? 0) - own < 2) continue;
      met++;
      digits += String(Math.abs(amount)).replace(/^0+|\D/g, '').length;
    }
    return met >= 2 && digits >= telling;
  }
}

/** 序号 in the first column counts on in a totals row too. */
const looksLikeOrderNumber = (column: number, amount: number): boolean =>
  column === 0 && Number.isInteger(amount) && amount > 0 && amount < 1_000_000;
