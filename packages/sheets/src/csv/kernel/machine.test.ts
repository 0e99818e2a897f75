/** The program in machine code against the scan that it stands for: the same bytes, the same rooms and notes, or the same refusal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotPlain } from '../notPlain.js';
import { type PartWork, rowsAt, shareWork } from '../parts.js';
import { Rows } from '../spans.js';

const numRuns = process.env.MUHENG_TIER === 'deep' ? 20_000 : 2_000;
const uses = ['text', 'number', 'word', 'none', 'number', 'text'] as const;
const most = 40;

function workFor(split: string): PartWork {
  const of = { uses, split: split.charCodeAt(0), limits: { rows: 1000, cellText: 120 }, from: 0, to: 4000, pieceBytes: 4000 };
  return shareWork(of, 100);
}

/** What stands in the rooms and was noted, piece by piece; or why a piece is not plain. */
function readBy(rows: Rows, pieces: readonly Uint8Array[]): unknown {
  let row = 0;
  return pieces.map((bytes) => {
    try {
      const { from, to, notes } = rows.read(bytes, { offset: 1000 * row, row, most });
      row = to;
      const { starts, columns } = rows.rooms;
      const cells = columns.map(({ values, absence, firsts }, column) => {
        const words = uses[column] === 'word' ? [...values.slice(from, to)] : [];
        return [
          words,
          [...new BigUint64Array(values.slice(from, to).buffer)],
          [...absence.slice(from, to)],
          [...firsts.slice(from, to)],
        ];
      });
      return { from, to, notes, starts: [...starts.slice(from, to)], cells };
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      return error.message;
      // Nobody reads on.
    }
  });
}

const encoder = new TextEncoder();
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 17 });
const number = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '-', '+'), digits, fc.constantFrom('', '.', '.5', '.25', '.1234'))
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.double({ noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789.-+e '), maxLength: 18 }) },
  fc.constantFrom('', '-', '.', '-.', '.5', '-0', '不适用', '0.000000000000001', '1,5'),
);
/** Around the ends of what is common: U+4DFF, U+4E00, U+9FFF, U+A000, and of two and four bytes. */
const sign = fc.constantFrom(
  ...'aZ09企业限公司一\u4dff\u4e00\u9fff\ua000\u3fff',
  '\u{20000}',
  'é',
  '·',
  ' ',
  '(',
  "'",
  '\t',
  '\ufeff',
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'abc01企业有限公司电'), maxLength: 24 }) },
  { weight: 2, arbitrary: fc.string({ unit: sign, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.nat(999).map((at) => `E${1000 + at}`) },
);
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('0', '1', '规上', '规下', '', 'TRUE', '是', '12345678') },
  fc.constantFrom('123456789', '规模以上', ' 1', "'1", '1\u00a0'),
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = (kind: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(kind, fc.nat(25)).map(([own, at]) => (at === 0 ? quoted(own) : at === 1 ? quoted(`${own}\n,`) : own));
const line = fc
  .tuple(cell(text), cell(number), cell(word), cell(text), cell(number), cell(text), fc.nat(12))
  .map(([...all]) => all.slice(0, all[6] === 0 ? 3 : 6).concat(all[6] === 1 ? ['', ' '] : []));
const lines = fc.array(line, { minLength: 1, maxLength: 12 });

/** Bytes that are no text, or a sign cut in two, in a place that a number of 0 to 1 means. */
function spoilt(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const other = bytes.slice();
  other[Math.floor(at * (bytes.length - 1))] = byte;
  return other;
}

describe('the machine', () => {
  it('[R35] [R95] takes any cells as the scan does: numbers to the last bit, words, texts, absences, quotes, what is no text', () => {
    let plain = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(600)), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom(',', ';', '\t', '|'),
        (pieces, split) => {
          const all = pieces.map(([rows, end, at, byte]) => {
            const bytes = encoder.encode(`${rows.map((cells) => cells.join(split)).join(end)}${end}`);
            return byte < 256 ? spoilt(bytes, at, byte) : bytes;
          });
          const ended = all.map((bytes) =>
            bytes[bytes.length - 1] === 13 || bytes[bytes.length - 1] === 10 ? bytes : encoder.encode('\n'),
          );
          const [own, other] = [workFor(split), workFor(split)];
          const machine = rowsAt(own);
          expect(machine.machine).toBeDefined();
          const [one, two] = [readBy(machine, ended), readBy(new Rows(other, other.rooms), ended)];
          expect(one).toEqual(two);
          for (const piece of Array.isArray(one) ? one : [])
            if (typeof piece === 'string') refused++;
            else plain++;
        },
      ),
      { numRuns, seed: 3550 },
    );
    console.log(`machine and scan: seed 3550, ${numRuns} files, ${plain} pieces read, ${refused} refused`);
    expect(plain).toBeGreaterThan(numRuns / 2);
    expect(refused).toBeGreaterThan(numRuns / 50);
  });

  it('[R95] gives the nearest double of every decimal, as the language reads it', () => {
    const work = workFor(',');
    const rows = rowsAt(work);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), fc.nat(14), fc.boolean(), (whole, decimals, negative) => {
        const shown = String(whole)
          .padStart(decimals + 1, '0')
          .slice(0, 14);
        const split = Math.max(0, shown.length - decimals);
        const written = `${negative ? '-' : ''}${shown.slice(0, split)}${decimals === 0 ? '' : '.'}${shown.slice(split)}`;
        rows.read(encoder.encode(`a,${written},0,,${written},b\n`), { offset: 0, row: 0, most });
        expect(rows.rooms.columns[1]!.values[0]).toBe(Number(written) + 0);
        expect(rows.rooms.columns[4]!.values[0]).toBe(Number(written) + 0);
      }),
      { numRuns: numRuns * 5, seed: 95 },
    );
  });
});
