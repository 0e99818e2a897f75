/** 按列读入 — a CSV read by columns gives the cells, the data and the findings that the general reader and its rows give. */
import { readFileSync } from 'node:fs';
import { columnUses, type DatasetRead, datasetFrom } from '@muheng/engine';
import { readScheme, type Scheme } from '@muheng/scheme';
import {
  type ByteSource,
  buffersOf,
  type LargeOutcome,
  type OtherReaders,
  readLargeTable,
  readPart,
  readTable,
} from '@muheng/sheets';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const catalog = (path: string): string => readFileSync(new URL(`../../catalog/${path}`, import.meta.url), 'utf8');
const runs = process.env.MUHENG_TIER === 'deep' ? 5_000 : 500;

const scheme = ((): Scheme => {
  const read = readScheme({
    file: 'scheme.yaml',
    text: catalog('schemes/huangyan-2022/scheme.yaml'),
    sourceFile: 'source.yaml',
    sourceText: catalog('schemes/huangyan-2022/source.yaml'),
    catalogueText: catalog('facts.yaml'),
  });
  if (read.scheme === undefined) throw new Error('the preset cannot be read');
  return read.scheme;
})();

const uses = (header: readonly string[]) => columnUses(scheme, header);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** In small pieces out of one memory, as a program that reads a large file would give them. */
function inPieces(bytes: Uint8Array, pieceBytes: number): ByteSource {
  const room = new Uint8Array(bytes.length);
  return {
    length: bytes.length,
    pieceBytes,
    read: (from, to) => {
      room.fill(44);
      room.set(bytes.subarray(from, to));
      return room.subarray(0, to - from);
    },
  };
}

const contentNames = (lines: readonly string[]): string[] => lines.map((line) => line.split(',')[1]!);

/** All that a dataset holds, as plain values. */
function contentOf({ dataset, findings }: DatasetRead): unknown {
  if (dataset === undefined) return { findings };
  const facts = [...dataset.facts].map(([year, columns]) => [
    year,
    [...columns].map(([fact, { values, absence }]) => [fact, [...values], [...absence]]),
  ]);
  const sources = [...(dataset.facts.get(dataset.year)?.keys() ?? [])].map((fact) =>
    dataset.subjects.map((_, row) => dataset.source(fact, dataset.year, row)),
  );
  return { findings, facts, sources, ...{ subjects: dataset.subjects, names: dataset.names, dictionary: dataset.dictionary } };
}

interface Both {
  readonly columns: LargeOutcome;
  readonly byColumns: boolean;
  readonly one: unknown;
  readonly other: unknown;
}

/**
 * OtherReaders that read as threads would, which come to different shares of the pieces: the first leaves `left` of them, the second a third
 * of what is left. Only their last look for a piece finds none.
 */
function readersOn(bytes: Uint8Array, { count, left }: { readonly count: number; readonly left: number }): OtherReaders {
  return (work) =>
    Array.from({ length: count }, async (_, thread) => {
      const reserved = thread === 0 ? left : Math.floor(left / 3);
      work.taken[0]! += reserved;
      const read = readPart(work, inPieces(bytes, work.pieceBytes));
      // Whoever meets what is not plain leaves nothing to the others.
      if (read !== undefined) work.taken[0]! -= reserved + 1;
      return read === undefined ? undefined : structuredClone(read, { transfer: buffersOf(read) });
    });
}

async function bothWays(text: string | Uint8Array, pieceBytes = 400): Promise<Both> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const columns = await readLargeTable(inPieces(bytes, pieceBytes), 'facts.csv', { uses });
  const rows = await readTable(bytes, 'facts.csv');
  const byColumns = columns.table !== undefined && !('rows' in columns.table);
  expect(cellsOf(columns.table)).toEqual(cellsOf(rows.table));
  const read = ({ table, findings }: LargeOutcome): unknown =>
    table === undefined ? findings : [findings, contentOf(datasetFrom({ scheme, tables: [table] }))];
  const one = read(columns);
  for (const count of [1, 2]) {
    const others = readersOn(bytes, { count, left: Math.floor(bytes.length / pieceBytes / 2) });
    const parts = await readLargeTable(inPieces(bytes, pieceBytes), 'facts.csv', { uses, others });
    // A line that fills a piece is no hindrance to parts: they read on behind theirs.
    if (byColumns) expect(parts.table !== undefined && 'rows' in parts.table).toBe(false);
    expect(cellsOf(parts.table)).toEqual(cellsOf(rows.table));
    expect(read(parts)).toEqual(one);
  }
  return { columns, byColumns, one, other: read(rows) };
}

/** Every cell, each row as wide as the header. */
const cellsOf = (table: LargeOutcome['table']): unknown =>
  table === undefined
    ? undefined
    : Array.from({ length: 'rows' in table ? table.rows.length : table.rowCount }, (_, row) =>
        table.header.map((_, column) => ('rows' in table ? (table.rows[row]?.[column] ?? null) : table.cell(row, column))),
      );

const header = '统一社会信用代码,企业名称,规模,评价税收（万元）,用地面积（㎡）,用电量（万kWh）,项目建设期,备注';
const clean = (row: number): string => `E${1000 + row},企业${row},${row % 3 ? '规上' : '规下'},${row * 7.25},${row}00.5,12,否,`;

const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  {
    weight: 20,
    arbitrary: fc.tuple(fc.integer({ min: -99999, max: 9999999 }), fc.nat(4)).map(([n, k]) => (n / 10 ** k).toFixed(k)),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', ' ', '\u3000', '0', '-0', '00012.50', '+5', '.5', '5.', '.', '-', '+', '1e3', '1E-2'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('9007199254740993', '123456789012345678', '0.30000000000000004', '999999999.999999', '1e400'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('１２３', '1 200', '-5.2', '−5', '5%', '1.2亿', '35亩', '3万元', '约100', '(5.2)', '12,5'),
  },
  { weight: 2, arbitrary: fc.constantFrom('无', '/', '--', '不适用', '未报', '缺', "'-5", "'=1", '#N/A', '1.2.3', '1-2', '5 ') },
);
const word = fc.constantFrom('规上', '规下', '规上', '规下', '规模以上', '', '无', ' 规上', "'+规上", '规上\u00a0');
const flag = fc.constantFrom('是', '否', '1', '0', 'TRUE', '√', '', '也许', '-');
const id = fc.oneof(
  { weight: 12, arbitrary: fc.nat(999).map((n) => `E${1000 + n}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '合计',
      ' 总 计',
      '9.13308E+17',
      '９１３３',
      'Total',
      'a',
      '甲',
      '\u{20000}',
      '~',
      "'=A",
      'S1',
      '全市',
    ),
  },
);
const name = fc.constantFrom(
  '甲厂',
  '乙（台州）公司',
  '',
  '合计',
  '丙 厂',
  '：小计',
  '平均',
  'ＡＢ公司',
  "'@丁",
  'total',
  '企业甲',
  '全省',
  '戊\u0301',
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = (kind: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(kind, fc.nat(30))
    .map(([text, at]) => (/[",\r\n]/.test(text) || at === 0 ? quoted(text) : at === 1 ? `"${text}\n${text}"` : text));
const row = fc
  .tuple(cell(id), cell(name), cell(word), cell(number), cell(number), cell(number), cell(flag), cell(name))
  .map((cells) => cells.join(','));
const line = fc.oneof(
  { weight: 40, arbitrary: row },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      ',,,',
      '#说明',
      'E5,甲',
      'E6',
      'E7,甲,规上,1,2,3,是,x,y',
      'E8,甲,规上,1,2,3,是,x,,',
      '"E9",,,,',
      'a"b',
    ),
  },
);
const file = fc.record({
  mark: fc.constantFrom('', '', '\ufeff'),
  above: fc.constantFrom('', '', '', '附件1：某区企业数据\n', '# 说明\n# 再说明\n', '\n'),
  lines: fc.array(line, { minLength: 1, maxLength: 60 }),
  end: fc.constantFrom('\n', '\r\n', '\n', '\r'),
  last: fc.constantFrom('', '\n', '\n\n', ','),
  piece: fc.integer({ min: 150, max: 3000 }),
});

describe('a CSV by columns', () => {
  test('[R69] [R95] any mixture of cells, quotes, line ends and rows: the same cells, data and findings as by rows, in one, two or three parts', async () => {
    let byColumns = 0;
    let withData = 0;
    await fc.assert(
      fc.asyncProperty(file, async ({ mark, above, lines, end, last, piece }) => {
        const text = `${mark}${above}${[header, ...lines].join('\n')}${last}`.replaceAll('\n', end);
        const both = await bothWays(text, piece);
        expect(both.one).toEqual(both.other);
        if (both.byColumns) byColumns++;
        if (both.byColumns && JSON.stringify(both.one).includes('"subjects"')) withData++;
      }),
      { seed: 9569, numRuns: runs },
    );
    console.log(`by columns and by rows: seed 9569, ${runs} files, ${byColumns} by columns, ${withData} of them with data`);
    expect(byColumns).toBeGreaterThan(runs / 3);
    expect(withData).toBeGreaterThan(runs / 50);
  });

  test('clean files of many rows come by columns, whatever their order, line ends and pieces', async () => {
    for (const rows of [1, 2, 59, 60, 61, 2000]) {
      const lines = Array.from({ length: rows }, (_, at) => clean(at + 1));
      for (const [text, piece] of [
        [[header, ...lines].join('\n'), 1 << 20],
        [[header, ...lines.reverse()].join('\r\n'), 200],
        [`\ufeff${[header, ...lines].map((one) => one.split(',').map(quoted).join(',')).join('\n')}\n`, 500],
      ] as const) {
        const both = await bothWays(text, piece);
        expect(both.byColumns).toBe(true);
        expect(both.one).toEqual(both.other);
        expect(JSON.stringify(both.one)).toContain('"subjects"');
      }
    }
  });

  test('[R35] [R29] what is not plain goes to the general reader: GB18030, zero bytes, wrong decoding, an open quote, a wide row', async () => {
    const text = [header, ...Array.from({ length: 30 }, (_, at) => clean(at + 1))].join('\n');
    const broken = bytesOf(text);
    broken[broken.length - 40] = 0xff;
    const zero = bytesOf(text);
    zero[zero.length - 3] = 0;
    const odd: readonly (string | Uint8Array)[] = [
      broken,
      zero,
      `${text}\n"E99,开放的引号`,
      `${text}\nE98,甲,规上,1,2,3,是,x,y,z`,
      `${text}\nE97,锟斤拷有限公司锟斤拷,规上,1,2,3,是,`,
      `${text}\nE96,${'长'.repeat(40_000)},规上,1,2,3,是,`,
      text.replaceAll(',', '，'),
      `${header}\n`,
      '',
    ];
    for (const each of odd) {
      const both = await bothWays(each, 1 << 20);
      expect([both.byColumns, both.one]).toEqual([false, both.other]);
    }
  });

  test('columns are handed over once; the table still answers cell by cell, with the same data', async () => {
    const text = [header, ...Array.from({ length: 30 }, (_, at) => clean(at + 1))].join('\n');
    const { table } = await readLargeTable(bytesOf(text), 'facts.csv', { uses });
    if (table === undefined || 'rows' in table) throw new Error('not by columns');
    const [first, second] = [1, 2].map(() => contentOf(datasetFrom({ scheme, tables: [table] })));
    expect(second).toEqual(first);
    expect(table.numbers(3)).toBe(undefined);
    const ids = table.texts(0);
    expect([0, 17, 29].map((row) => ids?.at(row))).toEqual(['E1001', 'E1018', 'E1030']);
  });

  test('texts taken one by one in any order are those of the whole list, also where an apostrophe or a line end stands in them', async () => {
    const odd = ["'=企业", "'企业", '"上企业\n下"', '（企业）', '', '" 企业"'];
    const lines = Array.from({ length: 60 }, (_, at) => clean(at + 1).replace(/,[^,]*/, `,${odd[at % 8] ?? `企业${at}`}`));
    const bytes = bytesOf([header, ...lines].join('\n'));
    const { table } = await readLargeTable(inPieces(bytes, 400), 'facts.csv', { uses });
    if (table === undefined || 'rows' in table) throw new Error('not by columns');
    const cells = table.texts(1);
    const rows = lines.map((_, at) => (at * 37) % lines.length);
    expect(rows.map((row) => cells?.at(row))).toEqual(rows.map((row) => table.texts(1)?.texts[row]));
    expect([8, 9, 10].map((row) => cells?.at(row))).toEqual(['=企业', "'企业", '上企业\n下']);
    expect([-1, 60].map((row) => cells?.at(row))).toEqual(['', '']);
  });

  test('[ALL-5] a row that is the sum of all others is found by columns as by rows, whatever its name, also where one of them outweighs the rest', async () => {
    const figures = (at: number): readonly number[] => [at === 7 ? 90_000 : at * 3.25, at * 100.5, at === 9 ? -40 : at];
    for (const place of [0, 14, 29]) {
      const rows = Array.from({ length: 30 }, (_, at) => figures(at + 1));
      const sums = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
      for (const [row, isFound] of [
        [sums, true],
        [[sums[0]!, sums[1]! * 1.0001, sums[2]!], false],
      ] as const) {
        const all = rows.toSpliced(place, 0, row);
        const lines = all.map(([tax, land, power], at) => `E${1000 + at},企业${at},规上,${tax},${land},${power},否,`);
        const both = await bothWays([header, ...lines].join('\n'), 1 << 20);
        expect([both.byColumns, both.one]).toEqual([true, both.other]);
        expect(JSON.stringify(both.one).includes('各列数值都等于其余各行之和')).toBe(isFound);
      }
    }
  });

  test('[ALL-5] of several years each has a row that is the sum of its others, by columns as by rows', async () => {
    const lines = [2021, 2022].flatMap((year) => {
      const rows = Array.from({ length: 20 }, (_, at) => [at + year / 8, (at + 1) * 100.5, at + 3]);
      const sums = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
      return [...rows, sums].map(([tax, land, power], at) => `E${1000 + at},企业${at},规上,${tax},${land},${power},否,,${year}`);
    });
    const both = await bothWays([`${header},年份`, ...lines].join('\n'), 1 << 20);
    expect([both.byColumns, both.one]).toEqual([true, both.other]);
    expect(JSON.stringify(both.one).split('各列数值都等于其余各行之和').length - 1).toBe(2);
  });

  test('one name is read without making all where everybody has one; who has none goes by the id, whatever blank stands there', async () => {
    for (const blank of [undefined, '', '  ', '"　"']) {
      const lines = Array.from({ length: 30 }, (_, at) => clean(at + 1));
      if (blank !== undefined) lines[20] = lines[20]!.replace(/,[^,]*/, `,${blank}`);
      const { table } = await readLargeTable(bytesOf([header, ...lines].join('\n')), 'facts.csv', { uses });
      if (table === undefined || 'rows' in table) throw new Error('not by columns');
      const made: number[] = [];
      const watched: typeof table = Object.create(table, {
        texts: {
          value: (column: number) => {
            const cells = table.texts(column);
            const texts = () => {
              made.push(column);
              return cells?.texts;
            };
            return cells && Object.create(cells, { texts: { get: texts } });
          },
        },
      });
      const { dataset } = datasetFrom({ scheme, tables: [watched] });
      expect(dataset?.names[3]).toBe(contentNames(lines)[3]);
      const isBlank = blank !== undefined;
      expect([table.texts(1)?.hasBlank(), made.includes(1)]).toEqual([isBlank, isBlank]);
      expect(dataset?.names[20]).toBe(blank === undefined ? contentNames(lines)[20] : 'E1021');
      expect([...(dataset?.names ?? [])]).toEqual(contentNames(lines).map((name, at) => (at === 20 ? dataset?.names[20] : name)));
    }
  });
});
