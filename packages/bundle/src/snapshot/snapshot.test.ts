/** 定版数据 — round trip, canonical bytes, and what is refused. */
import type { Dataset, SideTableId } from '@muheng/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, compareTexts } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { exampleRuns } from '../fixtures/runs.js';
import { ShapeTrouble } from '../json.js';
import { doublesAsBytes, doublesFrom } from './columns.js';
import { snapshotManifest } from './manifest.js';
import { readSnapshot } from './read.js';
import { paths, writeProvenance, writeSnapshot } from './write.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 1_000 : 200;
const manifestOf = (dataset: Dataset): string => canonicalJson(snapshotManifest(dataset));
/** Everything but the function. */
const plain = ({ source: _source, ...rest }: Dataset): Omit<Dataset, 'source'> => rest;

const value = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, 1.7976931348623157e308),
);
const cell = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((kind) => ({ kind })) },
);
const columnOf = (cells: readonly (number | { kind: number })[]) => ({
  values: Float64Array.from(cells, (one) => (typeof one === 'number' ? one + 0 : Number.NaN)),
  absence: Uint8Array.from(cells, (one) => (typeof one === 'number' ? 0 : one.kind)),
});
const columns = (rows: number) =>
  fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), fc.array(cell, { minLength: rows, maxLength: rows }).map(columnOf), {
    maxKeys: 4,
  });
const texts = (least: number, most: number) =>
  fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: least, maxLength: most }).map((all) => all.sort(compareTexts));

const datasets: fc.Arbitrary<Dataset> = texts(1, 8).chain((subjects) =>
  fc
    .record({
      names: fc.array(fc.string(), { minLength: subjects.length, maxLength: subjects.length }),
      dictionary: texts(0, 5),
      now: columns(subjects.length),
      before: columns(subjects.length),
      rows: fc.array(fc.nat(subjects.length - 1), { maxLength: 6 }).map((rows) => rows.sort((a, b) => a - b)),
      fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.array(cell, { minLength: 6, maxLength: 6 }), { maxKeys: 3 }),
    })
    .map(({ names, dictionary, now, before, rows, fields }) => ({
      year: 2024,
      subjects,
      names,
      dictionary,
      facts: new Map([
        [2024, new Map(Object.entries(now))],
        [2023, new Map(Object.entries(before))],
      ]),
      tables: new Map<SideTableId, { rows: number; subject: Int32Array; fields: Map<string, ReturnType<typeof columnOf>> }>([
        [
          'events',
          {
            rows: rows.length,
            subject: Int32Array.from(rows),
            fields: new Map(Object.entries(fields).map(([id, cells]) => [id, columnOf(cells.slice(0, rows.length))])),
          },
        ],
      ]),
      source: () => null,
    })),
);

describe('snapshot', () => {
  test(`${runs} random datasets read back equal, with the same manifest and the same bytes`, { timeout: 1_200_000 }, () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const files = writeSnapshot(dataset);
        const read = readSnapshot(files);
        // A year without columns leaves nothing behind.
        const facts = new Map([...dataset.facts].filter(([, columns]) => columns.size > 0));
        expect(plain(read)).toEqual(plain({ ...dataset, facts }));
        expect(manifestOf(read)).toBe(manifestOf(dataset));
        expect([...writeSnapshot(read)].sort(byPath)).toEqual([...files].sort(byPath));
      }),
      { numRuns: runs, seed: 4 },
    );
    console.log(`snapshot: ${runs} datasets, seed 4`);
  });

  test('every example of the presets reads back equal, with the cells its facts came from', () => {
    for (const { name, dataset } of exampleRuns()) {
      const read = readSnapshot(new Map([...writeSnapshot(dataset), ...writeProvenance(dataset)]));
      expect(plain(read), name).toEqual(plain(dataset));
      for (const [year, facts] of dataset.facts)
        for (const fact of facts.keys())
          for (const row of dataset.subjects.keys())
            expect(read.source(fact, year, row), name).toBe(dataset.source(fact, year, row));
    }
  });

  test('where cells came from changes no hash of the data', () => {
    const [run] = exampleRuns(['huangyan-2022']);
    if (run === undefined) throw new Error('no run');
    const moved: Dataset = { ...run.dataset, source: () => 'other.xlsx!一!A1' };
    expect(manifestOf(moved)).toBe(manifestOf(run.dataset));
    expect(writeSnapshot(moved)).toEqual(writeSnapshot(run.dataset));
    expect(writeProvenance(moved)).not.toEqual(writeProvenance(run.dataset));
  });

  test('doubles are little-endian; every NaN is one, −0 is 0, an infinity is refused', () => {
    const odd = new Float64Array(2);
    new BigUint64Array(odd.buffer)[0] = 0x7ff0_0000_0000_0001n;
    new BigUint64Array(odd.buffer)[1] = 0xfff8_dead_beef_0001n;
    const bytes = doublesAsBytes(Float64Array.from([1, -0, ...odd]));
    expect(Buffer.from(bytes).toString('hex')).toBe('000000000000f03f0000000000000000000000000000f87f000000000000f87f');
    expect(() => doublesAsBytes(Float64Array.of(Number.NEGATIVE_INFINITY))).toThrow(RangeError);
    expect(doublesFrom(bytes.subarray(1), 4)).toBeUndefined();
  });

  const files = (): Map<string, Uint8Array> => writeSnapshot(small);
  const small: Dataset = {
    year: 2024,
    subjects: ['a', 'b'],
    names: ['甲', '乙'],
    dictionary: ['x'],
    facts: new Map([[2024, new Map([['tax', columnOf([1, { kind: 2 }])]])]]),
    tables: new Map([['events', { rows: 1, subject: Int32Array.of(1), fields: new Map() }]]),
    source: () => null,
  };
  const tax = { values: paths.values(2024, 'tax'), absence: paths.absence(2024, 'tax') };
  const edit = (path: string, change: (bytes: Uint8Array) => Uint8Array): Map<string, Uint8Array> => {
    const all = files();
    return all.set(path, change(all.get(path)?.slice() ?? new Uint8Array(0)));
  };
  const flip =
    (at: number, by = 1) =>
    (bytes: Uint8Array): Uint8Array => {
      bytes[at]! ^= by;
      return bytes;
    };
  test.each<[string, () => Map<string, Uint8Array>]>([
    ['a value', () => edit(tax.values, flip(0))],
    ['the payload of a NaN', () => edit(tax.values, flip(8))],
    ['the sign of a zero', () => edit(tax.values, (bytes) => bytes.fill(0, 0, 7).fill(0x80, 7, 8))],
    ['an infinity', () => edit(tax.values, (bytes) => bytes.fill(0, 0, 6).fill(0xf0, 6, 7).fill(0x7f, 7, 8))],
    ['a kind of absence', () => edit(tax.absence, flip(1))],
    ['a kind that does not exist', () => edit(tax.absence, flip(1, 64))],
    ['an absence where a value stands', () => edit(tax.absence, flip(0))],
    ['a column too short', () => edit(tax.values, (bytes) => bytes.subarray(8))],
    ['a column that is missing', () => new Map([...files()].filter(([path]) => path !== tax.absence))],
    ['a side row of nobody', () => edit(paths.subject('events'), () => Uint8Array.of(2, 0, 0, 0))],
    ['a name', () => edit(paths.names, () => bytesOf('["甲","丙"]'))],
    ['names that are no list', () => edit(paths.names, () => bytesOf('{}'))],
    ['bytes that are no UTF-8', () => edit(paths.subjects, (bytes) => bytes.fill(0xff, 2, 3))],
    [
      'a manifest of another format',
      () => edit(paths.manifest, (bytes) => bytesOf(Buffer.from(bytes).toString().replace('"format":1', '"format":2'))),
    ],
    ['no manifest', () => new Map()],
  ])('refuses %s', (_, broken) => expect(() => readSnapshot(broken())).toThrow(ShapeTrouble));
});

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
