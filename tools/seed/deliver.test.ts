/** The delivered files, read back with other readers, against the truth and the answer key: nothing planted is unsaid, nothing said is absent. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { creditCheck } from './codes.js';
import { compareSheets } from './fixtures/compare.js';
import { type ReadFile, reread } from './fixtures/reread.js';
import { type Delivery, type DirtName, deliver, dirtKinds, type KeyEntry, makeDistrict, type Truth } from './index.js';

const deep = process.env.MUHENG_TIER === 'deep';
const seeds = deep ? Array.from({ length: 12 }, (_, i) => 100 + i) : [7, 41, 1009];
const size = deep ? 1200 : 300;

const digest = (delivery: Delivery): string[] =>
  delivery.files.map(({ bytes, path }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);

describe('bytes', () => {
  it('are the same for the same seed, also two seconds later, when a ZIP would show another time', async () => {
    const once = await deliver(makeDistrict({ seed: 5, size: 48 }), { dirt: 'real' });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await deliver(makeDistrict({ seed: 5, size: 48 }), { dirt: 'real' });
    expect(digest(again)).toEqual(digest(once));
    expect(JSON.stringify(again.key)).toBe(JSON.stringify(once.key));
  });

  it('differ in every file for another seed', async () => {
    const one = digest(await deliver(makeDistrict({ seed: 5, size: 96 }), { dirt: 'none' }));
    const other = new Set(digest(await deliver(makeDistrict({ seed: 6, size: 96 }), { dirt: 'none' })));
    expect(one.filter((line) => other.has(line))).toEqual([]);
  });

  it('hold no dirt and an empty key when none is wanted', async () => {
    const { files, key } = await deliver(makeDistrict({ seed: 5, size: 48 }), { dirt: 'none' });
    expect(key.entries).toEqual([]);
    expect(files).toHaveLength(28);
  });
});

describe.each(seeds)('seed %i', (seed) => {
  it('explains every difference between the clean and the dirty files, and shows every entry of the key', async () => {
    const { clean, dirty } = await twins(seed);
    const troubles: string[] = [];
    let cells = 0;
    for (const file of dirty.key.files) {
      const [cleanFile, dirtyFile] = [await read(clean, file.path), await read(dirty, file.path)];
      const entries = dirty.key.entries.filter((one) => one.file === file.path);
      troubles.push(
        ...checkSheets(
          dirtyFile,
          file.sheets.map((one) => one.sheet),
          entries,
        ).map((words) => `${file.path}: ${words}`),
      );
      for (const [i, key] of file.sheets.entries()) {
        const cleanKey = clean.key.files.find((one) => one.path === file.path)!.sheets[i]!;
        const named = (one: ReadFile) => (one.csv ? one.sheets[0]! : one.sheets.find((sheet) => sheet.name === key.sheet)!);
        const compared = compareSheets({
          clean: { sheet: named(cleanFile), key: cleanKey },
          dirty: { sheet: named(dirtyFile), key, entries: entries.filter((one) => one.sheet === key.sheet) },
          csv: dirtyFile.csv,
        });
        cells += compared.cells;
        troubles.push(...compared.troubles.map((words) => `${file.path} ${key.sheet}: ${words}`));
      }
    }
    console.log(
      `seed ${seed}, ${size} enterprises: ${cells} cells compared, ${dirty.key.entries.length} pieces of dirt, ${troubles.length} troubles`,
    );
    expect(troubles.slice(0, 20)).toEqual([]);
  });

  it('plants codes that are as wrong as the key says', async () => {
    const { dirty, truth } = await twins(seed);
    const codes = new Set(truth.blocks.flatMap((block) => block.enterprises.map((one) => one.code)));
    const wrong = dirty.key.entries.filter(
      (one) => one.kind.startsWith('code_') && one.intake === 'find' && !isWrongCode(one, codes),
    );
    expect(wrong).toEqual([]);
    const read = dirty.key.entries.filter((one) => /^code_(?:lower|full_width|spaces)$/.test(one.kind));
    expect(read.filter((one) => tidied(one.became) !== tidied(one.was))).toEqual([]);
    expect(read.length).toBeGreaterThan(0);
  });
});

it('notices a key with an entry too few, an entry too many, and a row that is somebody else’s', async () => {
  const { clean, dirty } = await twins(7);
  let checked = 0;
  for (const file of dirty.key.files.filter(
    (one) => one.path.startsWith('税务局') || one.path.endsWith('.xls') || one.path.startsWith('水务'),
  )) {
    const [cleanSheet, dirtyFile] = [(await read(clean, file.path)).sheets[0]!, await read(dirty, file.path)];
    const key = file.sheets[0]!;
    const sheet = dirtyFile.csv ? dirtyFile.sheets[0]! : dirtyFile.sheets.find((one) => one.name === key.sheet)!;
    const cleanKey = clean.key.files.find((one) => one.path === file.path)!.sheets[0]!;
    const entries = dirty.key.entries.filter((one) => one.file === file.path && one.scope !== 'sheet' && one.scope !== 'file');
    const troubles = (changed: readonly KeyEntry[], rows = key.rows): number =>
      compareSheets({
        clean: { sheet: cleanSheet, key: cleanKey },
        dirty: { sheet, key: { ...key, rows }, entries: changed },
        csv: dirtyFile.csv,
      }).troubles.length;
    expect(troubles(entries)).toBe(0);
    for (const entry of entries.filter((_, i) => i % (deep ? 10 : 1) === 0)) {
      checked++;
      expect(troubles(entries.filter((one) => one !== entry)), `without ${JSON.stringify(entry)}`).toBeGreaterThan(0);
      expect(troubles([...entries, { ...entry, became: 'nobody wrote this' }]), `twice ${JSON.stringify(entry)}`).toBeGreaterThan(
        0,
      );
    }
    const [first, second, ...rest] = key.rows;
    expect(troubles(entries, [[first![0], second![1], first![2]], [second![0], first![1], second![2]], ...rest])).toBeGreaterThan(
      0,
    );
  }
  console.log(`${checked} entries taken out and doubled, each was noticed`);
  expect(checked).toBeGreaterThan(100);
});

it('plants every kind within a few seeds, and several kinds in one cell', async () => {
  const planted = new Set<DirtName>();
  let combined = 0;
  for (const seed of [1, 2, 3, 4]) {
    const { key } = await deliver(makeDistrict({ seed, size: 600 }), { dirt: 'real' });
    for (const { kind } of key.entries) planted.add(kind);
    const places = key.entries
      .filter((one) => one.scope === 'cell')
      .map((one) => `${one.file} ${one.sheet} ${one.row} ${one.column}`);
    combined += places.length - new Set(places).size;
  }
  expect(Object.keys(dirtKinds).filter((kind) => !planted.has(kind as DirtName))).toEqual([]);
  expect(combined).toBeGreaterThan(100);
});

interface Twins {
  readonly truth: Truth;
  readonly clean: Delivery;
  readonly dirty: Delivery;
}
const made = new Map<number, Promise<Twins>>();

function twins(seed: number): Promise<Twins> {
  const known = made.get(seed) ?? makeTwins(seed);
  made.set(seed, known);
  return known;
}

async function makeTwins(seed: number): Promise<Twins> {
  const truth = makeDistrict({ seed, size });
  return { truth, clean: await deliver(truth, { dirt: 'none' }), dirty: await deliver(truth, { dirt: 'real' }) };
}

const read = (delivery: Delivery, path: string): Promise<ReadFile> =>
  reread(path, delivery.files.find((one) => one.path === path)!.bytes);

/** Sheets beside the ledgers, and the date system, are in the key; what the key says of them is so. */
function checkSheets(file: ReadFile, ledgers: readonly string[], entries: readonly KeyEntry[]): string[] {
  const extra = file.csv ? [] : file.sheets.filter((sheet) => !ledgers.includes(sheet.name));
  const said = entries.filter((one) => one.scope === 'sheet');
  const words: string[] = [];
  if (
    extra
      .map((sheet) => sheet.name)
      .sort()
      .join() !==
    said
      .map((one) => one.sheet)
      .sort()
      .join()
  )
    words.push('sheets beside the ledgers differ from the key');
  for (const sheet of extra)
    if (sheet.hidden !== said.some((one) => one.kind === 'sheet_hidden' && one.sheet === sheet.name))
      words.push(`${sheet.name} hidden or not`);
  if (file.date1904 !== entries.some((one) => one.kind === 'file_1904')) words.push('1904 or not');
  return words;
}

function isWrongCode({ became, kind }: KeyEntry, codes: ReadonlySet<string>): boolean {
  if (typeof became !== 'string') return became === null || typeof became === 'number';
  const code = tidied(became);
  if (kind === 'code_person') return /^\d{17}[\dX]$/.test(code) && !codes.has(code);
  return !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) || creditCheck(code.slice(0, 17)) !== code[17];
}

const tidied = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '')
    .toUpperCase();
