/** 计分的范围 — what the stages from indicators to total read in common: who is computed, in which group and pool, whose values count. */
import type { Finding } from '@muheng/finding';
import type { Leaf, PerGroup, Scheme } from '@muheng/scheme';
import type { Reasons } from './reasons.js';
import type { Pools, StageFrame } from './stage.js';
import type { Standing } from './status/standing.js';

export interface Scoring {
  readonly scheme: Scheme;
  readonly frame: StageFrame;
  readonly standing: Standing;
  /** As it stood before any indicator was scored. */
  readonly status: Uint8Array;
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
  readonly pools: Pools;
  /** Rows of each group that are computed, in row order. */
  readonly rowsOf: readonly Int32Array[];
  /** Whose values make means, extremes and places, by the three scopes. */
  readonly populations: Readonly<Record<ScopeKind, Population>>;
  readonly reasons: Reasons;
  readonly findings: Finding[];
}

export type ScopeKind = 'pool' | 'group' | 'all';

/** 参照范围 — the ranked subjects of every pool (group, all), in row order. */
export interface Population {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Scope of every subject, ranked or not; −1 = in none. */
  readonly of: Int32Array;
  /** Ranked rows, scope after scope; those of scope s are `starts[s]` up to `starts[s + 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

export function prepareScoring(given: Omit<Scoring, 'rowsOf' | 'populations' | 'groupIds'>): Scoring {
  const { scheme, standing, status, group, pools } = given;
  const groupIds = scheme.groups.map((each) => each.id);
  const groups = Int32Array.from(group);
  const computed = gather(groups, groupIds.length, flagsOf(status, standing.computed));
  const rowsOf = groupIds.map((_, own) => computed.rows.subarray(computed.starts[own]!, computed.starts[own + 1]!));
  return {
    ...given,
    groupIds,
    rowsOf,
    populations: populationsOf({ scheme, groups, pools, ranked: flagsOf(status, standing.ranked) }),
  };
}

/** By subject, from what its status means. */
function flagsOf(status: Uint8Array, meaning: Uint8Array): Uint8Array {
  const flags = new Uint8Array(status.length);
  for (let row = 0; row < flags.length; row++) flags[row] = meaning[status[row]!]!;
  return flags;
}

interface Ranked {
  readonly scheme: Scheme;
  readonly groups: Int32Array;
  readonly pools: Pools;
  readonly ranked: Uint8Array;
}

/** Each is gathered when a rule first asks for it. */
function populationsOf({ scheme, groups, pools, ranked }: Ranked): Scoring['populations'] {
  const made = new Map<ScopeKind, Population>();
  const parts: Readonly<Record<ScopeKind, () => Omit<Population, 'rows' | 'starts'>>> = {
    pool: () => ({ ids: pools.ids, names: pools.names, of: pools.of }),
    group: () => ({ ids: scheme.groups.map((each) => each.id), names: scheme.groups.map((each) => each.name), of: groups }),
    all: () => ({ ids: ['all'], names: ['全部'], of: groups.map((own) => (own < 0 ? -1 : 0)) }),
  };
  const population = (kind: ScopeKind): Population => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const part = parts[kind]();
    const gathered = { ...part, ...gather(part.of, part.ids.length, ranked) };
    made.set(kind, gathered);
    return gathered;
  };
  return {
    get pool() {
      return population('pool');
    },
    get group() {
      return population('group');
    },
    get all() {
      return population('all');
    },
  };
}

/** Rows with flag 1 and a scope, sorted by scope, row order kept. */
function gather(of: Int32Array, scopes: number, flag: Uint8Array): { readonly rows: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(scopes + 1);
  for (let row = 0; row < of.length; row++) if (flag[row] === 1 && of[row]! >= 0) starts[of[row]! + 1]!++;
  for (let scope = 0; scope < scopes; scope++) starts[scope + 1]! += starts[scope]!;
  const next = starts.slice();
  const rows = new Int32Array(starts[scopes]!);
  for (let row = 0; row < of.length; row++) {
    if (flag[row] !== 1 || of[row]! < 0) continue;
    rows[next[of[row]!]!] = row;
    next[of[row]!]!++;
  }
  return { rows, starts };
}

/** A per-group value by group number; NaN where a group has none. */
export const byGroup = (scoring: Pick<Scoring, 'groupIds'>, value: PerGroup<number>): Float64Array =>
  Float64Array.from(scoring.groupIds, (id) => value.get(id) ?? Number.NaN);

/** The groups a leaf (or branch) belongs to: weight above zero. */
export const takesPart = (indicator: Pick<Leaf, 'weight'>, groupId: string): boolean => (indicator.weight.get(groupId) ?? 0) > 0;
