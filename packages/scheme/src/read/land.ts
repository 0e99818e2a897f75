/** 用地口径 — the land rules, resolved. What they compute (用地面积, 用电量, 容积率) must be facts. */
import type { LandRule } from '../model.js';
import type { SchemeFile } from '../shape/scheme.js';
import type { FactDraft } from './facts.js';
import type { Reading } from './reading.js';

type LandFile = NonNullable<SchemeFile['land']>;

/** Facts that the land stage computes. */
export const landFacts = {
  net: ['land_used', '用地面积'],
  power: ['power_used', '用电量'],
  plot_ratio: ['plot_ratio', '容积率'],
} as const;

export function readLand(reading: Reading, facts: ReadonlyMap<string, FactDraft>): LandRule | undefined {
  const file = reading.file.land;
  if (file === undefined) return undefined;
  const cited = reading.cite(file, { path: ['land'], what: '用地口径' });
  for (const [part, [id, name]] of Object.entries(landFacts)) {
    if (part in file && !facts.has(id)) reading.report('land_fact_missing', ['land', part], { id, name });
  }
  const cite = (part: 'net' | 'transferred' | 'power' | 'plot_ratio', what: string) =>
    reading.cite(file[part] ?? {}, { path: ['land', part], what, from: cited });
  return {
    mu: reading.mu,
    round: file.round,
    ...(file.net === undefined ? {} : { net: { ...netLand(file.net), cited: cite('net', '用地面积计算') } }),
    ...(file.transferred === undefined
      ? {}
      : { transferred: { status: file.transferred.status, cited: cite('transferred', '当年转让用地') } }),
    ...(file.power === undefined ? {} : { powerFromMeters: { cited: cite('power', '用电量归集') } }),
    ...(file.plot_ratio === undefined
      ? {}
      : {
          plotRatio: {
            tallFloorOver: file.plot_ratio.tall_floor_over,
            counts: file.plot_ratio.counts,
            cited: cite('plot_ratio', '容积率计算'),
          },
        }),
    sumCheck: file.sum_check,
    cited,
  };
}

function netLand(net: NonNullable<LandFile['net']>) {
  const { basis, own, leased_in, leased_out, collective, by, floor_space, under_construction, excess, method } = net;
  const building =
    under_construction === undefined
      ? {}
      : {
          underConstruction: {
            inTerm: under_construction.in_term,
            overdueAfterMonths: under_construction.overdue_after_months,
            overdue: under_construction.overdue,
          },
        };
  return {
    basis,
    own,
    leased_in,
    leased_out,
    collective,
    by,
    floorPerMu: floor_space === 'ignore' ? null : floor_space.per_mu,
    ...building,
    excess,
    method,
  };
}
