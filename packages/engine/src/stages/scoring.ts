/** 计分的范围 — what the stages from indicators to total read in common: who is computed, in which group and pool, whose values count. */
import type { Finding } from '@muheng/finding';
import type { Leaf, PerGroup, Scheme } from '@muheng/scheme';
import type { Column } from '../absence.js';
import { emptyColumn } from '../columns.js';
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
  /** Group number + 1 of each subject that is computed, 0 for the others. */
  readonly computedGroup: Uint16Array;
  /** Working room, lent to one indicator at a time: a column, and a number for each subject of the largest group. */
  readonly lent: { readonly column: Column; readonly numbers: Float64Array };
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

export function prepareScoring(given: Omit<Scoring, 'rowsOf' | 'populations' | 'groupIds' | 'computedGroup' | 'lent'>): Scoring {
  const { scheme, standing, status, group, pools } = given;
  const groupIds = scheme.groups.map((each) => each.id);
  const groups = new Int32Array(group);
  const computed = gather({ of: groups, scopes: groupIds.length }, status, standing.computed);
  const rowsOf = groupIds.map((_, own) => computed.rows.subarray(computed.starts[own]!, computed.starts[own + 1]!));
  return {
    ...given,
    groupIds,
    rowsOf,
    computedGroup: computedGroups(group, status, standing.computed),
    lent: {
      column: emptyColumn(group.length),
      numbers: new Float64Array(Math.max(0, ...rowsOf.map((rows) => rows.length))),
    },
    populations: populationsOf({ scheme, groups, pools, status, ranked: standing.ranked }),
  };
}

function computedGroups(group: Int16Array, status: Uint8Array, computed: Uint8Array): Uint16Array {
  const groups = new Uint16Array(group.length);
  for (let row = 0; row < groups.length; row++) groups[row] = computed[status[row]!]! * (group[row]! + 1);
  return groups;
}

interface Ranked {
  readonly scheme: Scheme;
  readonly groups: Int32Array;
  readonly pools: Pools;
  readonly status: Uint8Array;
  /** By status code. */
  readonly ranked: Uint8Array;
}

/** Each is gathered when a rule first asks for it. */
function populationsOf({ scheme, groups, pools, status, ranked }: Ranked): Scoring['populations'] {
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
    const gathered = { ...part, ...gather({ of: part.of, scopes: part.ids.length }, status, ranked) };
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

/** Rows whose status has the meaning and that have a scope, sorted by scope, row order kept. */
function gather(
  { of, scopes }: { readonly of: Int32Array; readonly scopes: number },
  status: Uint8Array,
  meaning: Uint8Array,
): { readonly rows: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(scopes + 1);
  for (let row = 0; row < of.length; row++) if (meaning[status[row]!] === 1 && of[row]! >= 0) starts[of[row]! + 1]!++;
  for (let scope = 0; scope < scopes; scope++) starts[scope + 1]! += starts[scope]!;
  const next = starts.slice();
  const rows = new Int32Array(starts[scopes]!);
  for (let row = 0; row < of.length; row++) {
    const scope = of[row]!;
    if (meaning[status[row]!] !== 1 || scope < 0) continue;
    const place = next[scope]!;
    rows[place] = row;
    next[scope] = place + 1;
  }
  return { rows, starts };
}

/** A per-group value by group number; NaN where a group has none. */
export const byGroup = (scoring: Pick<Scoring, 'groupIds'>, value: PerGroup<number>): Float64Array =>
  Float64Array.from(scoring.groupIds, (id) => value.get(id) ?? Number.NaN);

/** The groups a leaf (or branch) belongs to: weight above zero. */
export const takesPart = (indicator: Pick<Leaf, 'weight'>, groupId: string): boolean => (indicator.weight.get(groupId) ?? 0) > 0;
