/**
 * 冻结的数 — what a subject's own score needs of others, and nothing more: benchmarks, means, extremes, spreads, counts of places, mean
 * scores, cut lines of its pool. Never another subject's row, id or name. Shape, and its strict reader.
 */
import { asCount, asList, asNumber, asRecord, asText, entriesOf, type Json, orNull, ShapeTrouble } from '../json.js';
import { type OwnValue, readValue } from './facts.js';

/** How an indicator's value stands among the ranked values of the pool, as its rule needs it. */
export type Statistic =
  | { readonly by: 'minmax'; readonly least: number | null; readonly most: number | null }
  | { readonly by: 'zscore'; readonly mean: number | null; readonly deviation: number }
  /** `place` among `count` values. */
  | { readonly by: 'place'; readonly count: number; readonly place: number }
  | { readonly by: 'best'; readonly count: number; readonly best: number }
  | { readonly by: 'percentile'; readonly count: number; readonly less: number; readonly equal: number };

export interface FrozenLine {
  readonly grade: string;
  readonly lastRank: number | null;
  readonly lastTotal: number | null;
}

export interface Frozen {
  /** By indicator, where the benchmark is a statistic of subjects; null = there was none. */
  readonly benchmarks: Readonly<Record<string, number | null>>;
  /** By indicator, where the rule compares with others. */
  readonly statistics: Readonly<Record<string, Statistic>>;
  /** 同组平均得分 by indicator, where it stands in for an absent value; null = there was none. */
  readonly meanScores: Readonly<Record<string, number | null>>;
  /** Facts of land by year that depend on parcels of others. */
  readonly land: Readonly<Record<string, Readonly<Record<string, OwnValue>>>>;
  readonly pool: { readonly members: number; readonly ranked: number; readonly lines: readonly FrozenLine[] } | null;
  /** Class the cut gave after rules about others had changed the places, when it is another than 测算类别. */
  readonly recut: string | null;
  readonly mergedInto: string | null;
}

/** Plain JSON → frozen figures; ShapeTrouble when it is something else. */
export function readFrozen(json: Json): Frozen {
  const frozen = asRecord(json, 'frozen');
  const number = (value: Json, place: string): number | null => orNull(value, place, asNumber);
  return {
    benchmarks: Object.fromEntries(entriesOf(frozen.benchmarks, 'benchmarks', number)),
    statistics: Object.fromEntries(entriesOf(frozen.statistics, 'statistics', readStatistic)),
    meanScores: Object.fromEntries(entriesOf(frozen.meanScores, 'meanScores', number)),
    land: Object.fromEntries(
      entriesOf(frozen.land, 'land', (value, place) => Object.fromEntries(entriesOf(value, place, readValue))),
    ),
    pool: orNull(frozen.pool, 'pool', readPool),
    recut: orNull(frozen.recut, 'recut', asText),
    mergedInto: orNull(frozen.mergedInto, 'mergedInto', asText),
  };
}

function readPool(value: Json | undefined, place: string): NonNullable<Frozen['pool']> {
  const pool = asRecord(value, place);
  return {
    members: asCount(pool.members, place),
    ranked: asCount(pool.ranked, place),
    lines: asList(pool.lines, place).map((item) => {
      const line = asRecord(item, place);
      return {
        grade: asText(line.grade, place),
        lastRank: orNull(line.lastRank, place, asNumber),
        lastTotal: orNull(line.lastTotal, place, asNumber),
      };
    }),
  };
}

function readStatistic(value: Json, place: string): Statistic {
  const said = asRecord(value, place);
  const number = (key: string): number => asNumber(said[key], `${place}.${key}`);
  const maybe = (key: string): number | null => orNull(said[key], `${place}.${key}`, asNumber);
  switch (said.by) {
    case 'minmax':
      return { by: 'minmax', least: maybe('least'), most: maybe('most') };
    case 'zscore':
      return { by: 'zscore', mean: maybe('mean'), deviation: number('deviation') };
    case 'place':
      return { by: 'place', count: number('count'), place: number('place') };
    case 'best':
      return { by: 'best', count: number('count'), best: number('best') };
    case 'percentile':
      return { by: 'percentile', count: number('count'), less: number('less'), equal: number('equal') };
    default:
      throw new ShapeTrouble(place);
  }
}
