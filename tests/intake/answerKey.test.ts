/**
 * Whole deliveries of an invented district, read file by file and counted against the answer key. The rules of reading were set while
 * looking at some seeds; the others were scored when the rules stood, and a rule that is changed after looking at one of them moves
 * that seed to the first list.
 */
import { describe, expect, it } from 'vitest';
import { readDelivery, type Seeded } from './delivery.js';
import { type GoodCells, goodCells } from './goodCells.js';
import { emptyScore, needsTheRegister, type Score, scoreDelivery } from './score.js';

const deep = process.env.MUHENG_TIER === 'deep';
/** Looked at, with 7003…7012 and 8001…8019, while the rules were made. */
const lookedAt: readonly Seeded[] = deep
  ? [101, 202, 303, 404, 505, 606].map((seed) => ({ seed, size: 1_200 }))
  : [{ seed: 101, size: 300 }];
/** Never looked at. */
const unseen: readonly Seeded[] = [
  { seed: 9001, size: 300 },
  { seed: 9002, size: 300 },
  { seed: 9003, size: 350 },
  { seed: 9004, size: 400 },
  { seed: 9005, size: 500 },
  { seed: 9006, size: 600 },
  { seed: 9007, size: 700 },
  { seed: 9008, size: 800 },
  { seed: 9009, size: 900 },
  { seed: 9010, size: 1_000 },
  { seed: 9011, size: 1_100 },
  { seed: 9012, size: 1_200 },
].slice(0, deep ? 12 : 2);

/** Needless questions about units, as a share of the rows that were read. */
const mostNeedless = 0.003;

async function scoreOf(one: Seeded): Promise<Score & { readonly cells: GoodCells }> {
  const score = emptyScore();
  const dirty = await readDelivery(one);
  scoreDelivery(dirty.key, dirty.read, score);
  return { ...score, cells: goodCells(await readDelivery(one, 'none'), dirty) };
}

type Scored = Awaited<ReturnType<typeof scoreOf>>;

const columns = [
  ...['seed', 'size', 'rows', 'pieces', 'missed', 'unread', 'dropped', 'let in', 'rejected'],
  ...['good', 'lost', 'slips', 'needless', 'share'],
];

const lineOf = ({ seed, size }: Seeded, score: Scored): string[] => {
  const all = [...score.seen.values()];
  const slips = ['number_unit_slip', 'column_unit_slip'].map((kind) => score.seen.get(kind)?.met ?? 0);
  return [
    seed,
    size,
    score.rowsKept,
    all.reduce((sum, { met, missed }) => sum + met + missed, 0),
    all.reduce((sum, { missed }) => sum + missed, 0),
    score.unread,
    score.rowsDropped.length,
    score.rowsSlippedThrough.length,
    score.rejectedWithoutCause.length,
    score.cells.same,
    score.cells.lost.length,
    slips.join('+'),
    score.falseAlarms.length,
    `${((100 * score.falseAlarms.length) / score.rowsKept).toFixed(2)} %`,
  ].map(String);
};

describe('department files against the answer key', async () => {
  const scores = new Map<Seeded, Scored>();
  for (const one of [...lookedAt, ...unseen]) scores.set(one, await scoreOf(one));
  const lines = [columns, ...[...scores].map(([one, score]) => lineOf(one, score))];
  console.log(`intake:\n${lines.map((line) => line.map((cell) => cell.padStart(9)).join('')).join('\n')}`);

  it.each([
    ['looked at', lookedAt],
    ['unseen', unseen],
  ])('[R29] [ALL-5] drops no row of an enterprise and lets no total, header or note through: %s', (_, seeds) => {
    for (const one of seeds) {
      const score = scores.get(one)!;
      expect(score.rowsKept).toBeGreaterThan(one.size * 5);
      expect(score.rowsDropped).toEqual([]);
      expect(score.rowsSlippedThrough).toEqual([]);
      expect(score.rejectedWithoutCause).toEqual([]);
      expect(score.unread).toBeLessThan(score.rowsKept / 50);
    }
  });

  it.each([
    ['looked at', lookedAt],
    ['unseen', unseen],
  ])(
    '[R69] [R95] [ALL-5] reads every cell in which nothing was planted as it stands in the clean file, whatever is around it: %s',
    (_, seeds) => {
      for (const one of seeds) {
        const { cells } = scores.get(one)!;
        expect(cells.lost.slice(0, 20), `seed ${one.seed}, ${one.size} enterprises`).toEqual([]);
        expect(cells.same).toBeGreaterThan(one.size * 100);
      }
    },
  );

  it.each([
    ['looked at', lookedAt],
    ['unseen', unseen],
  ])(
    '[R79] [R80] [R31] [R69] [R95] [ALL-5] finds, asks about or reads as clean every piece of dirt that one file can show: %s',
    (_, seeds) => {
      for (const one of seeds) {
        const score = scores.get(one)!;
        expect([...score.seen.keys()].filter((kind) => needsTheRegister.has(kind as never))).toEqual([]);
        expect(score.seen.size).toBeGreaterThan(45);
        expect(score.misses, `seed ${one.seed}, ${one.size} enterprises`).toEqual([]);
      }
    },
  );

  it('[ALL-5] asks hardly anything about units that are right', () => {
    for (const [{ seed }, score] of scores)
      expect(score.falseAlarms.length, `seed ${seed}\n${score.falseAlarms.slice(0, 20).join('\n')}`).toBeLessThan(
        score.rowsKept * mostNeedless,
      );
  });
});
