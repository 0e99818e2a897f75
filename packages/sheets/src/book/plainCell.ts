/**
 * 平常的单元格 — most cells of a sheet are written in one of two ways: `<c r="F12" s="3"><v>12.5</v></c>`, its attributes in any order, or with
 * `<is><t>` for a text of its own. These are read in one go; whatever looks different is left to the events of the scanner.
 */

export interface PlainCell {
  /** From 0. */
  column: number;
  row: number;
  /** As written; '' = none. */
  type: string;
  /** −1 = none. */
  style: number;
  /** The text lies between, without entities. */
  from: number;
  to: number;
  /** Behind the cell. */
  end: number;
  /** Elements it consists of. */
  elements: number;
}

export const newPlainCell = (): PlainCell => ({ column: 0, row: 0, type: '', style: -1, from: 0, to: 0, end: 0, elements: 0 });

const quote = 34;
const space = 32;
const closing = 62;
const own = '><is><t>';
const value = '><v>';
const ownEnd = '</t></is></c>';
const valueEnd = '</v></c>';
const types = ['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd'] as const;

/** True when a plain cell begins with the `<c` at `open` and is here as a whole; then `cell` says what it is. */
export function readPlainCell(text: string, open: number, cell: PlainCell): boolean {
  cell.type = '';
  cell.style = -1;
  cell.row = 0;
  let at = open + 2;
  while (text.charCodeAt(at) === space) {
    at = readAttribute(text, at + 1, cell);
    if (at < 0) return false;
  }
  if (cell.row === 0 || text.charCodeAt(at) !== closing) return false;
  const isOwn = cell.type === 'inlineStr';
  if (!text.startsWith(isOwn ? own : value, at)) return false;
  cell.from = at + (isOwn ? own : value).length;
  cell.to = text.indexOf('<', cell.from);
  if (cell.to <= cell.from || !text.startsWith(isOwn ? ownEnd : valueEnd, cell.to)) return false;
  cell.end = cell.to + (isOwn ? ownEnd : valueEnd).length;
  cell.elements = isOwn ? 3 : 2;
  return true;
}

/** Behind the closing quote; −1 for any other form. */
function readAttribute(text: string, at: number, cell: PlainCell): number {
  if (text.charCodeAt(at + 1) !== 61 || text.charCodeAt(at + 2) !== quote) return -1;
  switch (text.charCodeAt(at)) {
    case 114:
      return readReference(text, at + 3, cell);
    case 115:
      return cell.style < 0 ? readStyle(text, at + 3, cell) : -1;
    case 116: {
      const type = types.find((each) => text.startsWith(each, at + 3) && text.charCodeAt(at + 3 + each.length) === quote);
      if (type === undefined || cell.type !== '') return -1;
      cell.type = type;
      return at + 4 + type.length;
    }
    default:
      return -1;
  }
}

function readReference(text: string, from: number, cell: PlainCell): number {
  let at = from;
  let column = 0;
  for (let code = text.charCodeAt(at); code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64;
  if (at === from || at > from + 3 || cell.row !== 0) return -1;
  const digits = at;
  let row = 0;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48;
  if (at === digits || at > digits + 7 || text.charCodeAt(at) !== quote) return -1;
  cell.column = column - 1;
  cell.row = row;
  return at + 1;
}

function readStyle(text: string, from: number, cell: PlainCell): number {
  let at = from;
  let style = 0;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) style = style * 10 + code - 48;
  if (at === from || at > from + 7 || text.charCodeAt(at) !== quote) return -1;
  cell.style = style;
  return at + 1;
}
