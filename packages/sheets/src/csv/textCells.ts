/** 各行不同的文字的列 — the texts of a column out of what was noted piece by piece: questions about them first, texts when asked for. */
import type { TextCells } from '../table.js';
import { decoded } from './byteWords.js';
import { blankText, lineFeed, type TextNotes } from './sink.js';
import { comesBehind } from './textSink.js';

/** Rows `from` to `to` of the table. */
export interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly notes: TextNotes;
}

/** A piece out of which single texts are taken. */
interface OpenPiece {
  readonly piece: TextPiece;
  /** Where the line of each row begins; rows counted from the first of the piece, as in its notes. */
  readonly starts: Uint32Array;
  readonly odd: ReadonlyMap<number, string>;
}

export class PieceTexts implements TextCells {
  private made: readonly string[] | undefined;
  private readonly opened = new Map<TextPiece, OpenPiece>();
  private last: OpenPiece | undefined;

  /** `firsts`: by row, how each text begins; as many rows count. */
  constructor(
    private readonly pieces: readonly TextPiece[],
    private readonly firsts: Uint16Array,
  ) {}

  get texts(): readonly string[] {
    this.made ??= this.make();
    return this.made;
  }

  private make(): readonly string[] {
    const texts: string[] = [];
    for (const { from, notes } of this.pieces) {
      const lines = decoded(notes.bytes).split('\n');
      lines.pop();
      for (const [row, text] of notes.odd) lines[row] = text;
      texts.length = from;
      for (const line of lines) texts.push(line);
    }
    texts.length = this.firsts.length;
    return texts;
  }

  at(row: number): string {
    if (this.made !== undefined) return this.made[row] ?? '';
    if (row < 0 || row >= this.firsts.length) return '';
    const { piece, starts, odd } = this.open(row);
    const from = starts[row - piece.from]!;
    return odd.get(row - piece.from) ?? decoded(piece.notes.bytes.subarray(from, piece.notes.bytes.indexOf(lineFeed, from)));
  }

  /** The piece of the row. */
  private open(row: number): OpenPiece {
    const { last } = this;
    if (last !== undefined && row >= last.piece.from && row < last.piece.to) return last;
    const piece = this.pieces.find(({ from, to }) => row >= from && row < to)!;
    const opened = this.opened.get(piece) ?? openPiece(piece);
    this.opened.set(piece, opened);
    this.last = opened;
    return opened;
  }

  hasBlank(): boolean {
    const { firsts } = this;
    for (let row = 0; row < firsts.length; row++) {
      const unit = firsts[row]!;
      if (unit === blankText || (unit === 0 && this.at(row).trim() === '')) return true;
    }
    return false;
  }

  ascending(): boolean {
    const whole = this.pieces.filter(({ from, to }) => to > from);
    return whole.every(
      ({ notes }, at) =>
        notes.ascending && notes.odd.length === 0 && (at === 0 || follows(whole[at - 1]!.notes.bytes, notes.bytes)),
    );
  }

  unusual(): readonly number[] {
    const rows = this.pieces.flatMap(({ from, notes }) => Array.from(notes.unusual, (row) => from + row));
    return rows.filter((row) => row < this.firsts.length);
  }

  beginning(letters: Uint8Array): readonly number[] {
    const { firsts } = this;
    const rows: number[] = [];
    for (let row = 0; row < firsts.length; row++) {
      const unit = firsts[row]!;
      if (unit === 0 || (letters[unit] === 1 && unit !== blankText)) rows.push(row);
    }
    return rows;
  }
}

function openPiece(piece: TextPiece): OpenPiece {
  const { bytes, odd } = piece.notes;
  const starts = new Uint32Array(piece.to - piece.from);
  for (let line = 1, at = 0; line < starts.length; line++) {
    at = bytes.indexOf(lineFeed, at) + 1;
    starts[line] = at;
  }
  return { piece, starts, odd: new Map(odd) };
}

/** The first line of the later piece comes behind the last line of the one before. */
function follows(before: Uint8Array, later: Uint8Array): boolean {
  const last = before.subarray(before.lastIndexOf(lineFeed, before.length - 2) + 1);
  const first = later.subarray(0, later.indexOf(lineFeed) + 1);
  const both = new Uint8Array(last.length + first.length);
  both.set(last);
  both.set(first, last.length);
  return comesBehind(both, 0, last.length);
}
