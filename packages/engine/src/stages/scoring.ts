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
  /** How many of each group are computed. */
  readonly sizes: Uint32Array;
  /** Their rows, in row order; listed when asked for. */
  readonly rowsOf: readonly Int32Array[];
  /** Whose values make means, extremes and places, by the three scopes. */
  readonly populations: Readonly<Record<ScopeKind, Population>>;
  /** Group number + 1 of each subject that is computed, 0 for the others. */
  readonly computedGroup: Uint16Array;
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

type Given = Omit<Scoring, 'rowsOf' | 'populations' | 'groupIds' | 'computedGroup'>;

export const prepareScoring = (given: Given): Scoring => new PreparedScoring(given);

/** A class: a literal with a getter would have a shape of its own for every run, and what reads it would be compiled anew. */
class PreparedScoring implements Scoring {
  readonly scheme: Scheme;
  readonly frame: StageFrame;
  readonly standing: Standing;
  readonly status: Uint8Array;
  readonly group: Int16Array;
  readonly groupIds: readonly string[];
  readonly pools: Pools;
  readonly sizes: Uint32Array;
  readonly populations: Scoring['populations'];
  readonly reasons: Reasons;
  readonly findings: Finding[];
  private computed: Uint16Array | undefined;
  private listed: readonly Int32Array[] | undefined;

  constructor({ scheme, frame, standing, status, group, sizes, pools, reasons, findings }: Given) {
    this.scheme = scheme;
    this.frame = frame;
    this.standing = standing;
    this.status = status;
    this.group = group;
    this.groupIds = scheme.groups.map((each) => each.id);
    this.pools = pools;
    this.sizes = sizes;
    this.populations = populationsOf({ scheme, group, pools, status, ranked: standing.ranked });
    this.reasons = reasons;
    this.findings = findings;
  }

  get rowsOf(): readonly Int32Array[] {
    this.listed ??= gather({ of: this.group, scopes: this.groupIds.length }, this.status, this.standing.computed).perScope;
    return this.listed;
  }

  get computedGroup(): Uint16Array {
    this.computed ??= computedGroups(this.group, this.status, this.standing.computed);
    return this.computed;
  }
}

function computedGroups(group: Int16Array, status: Uint8Array, computed: Uint8Array): Uint16Array {
  const groups = new Uint16Array(group.length);
  for (let row = 0; row < groups.length; row++) groups[row] = computed[status[row]!]! * (group[row]! + 1);
  return groups;
}

interface Ranked {
  readonly scheme: Scheme;
  readonly group: Int16Array;
  readonly pools: Pools;
  readonly status: Uint8Array;
  /** By status code. */
  readonly ranked: Uint8Array;
}

function populationsOf({ scheme, group, pools, status, ranked }: Ranked): Scoring['populations'] {
  const { groups } = scheme;
  const names = (of: readonly { readonly id: string; readonly name: string }[]) => ({
    ids: of.map((each) => each.id),
    names: of.map((each) => each.name),
  });
  const population = (of: Omit<Population, 'of' | 'rows' | 'starts'>, scopeOf: () => Int32Array): Population =>
    new RankedPopulation(of, scopeOf, { status, ranked });
  return {
    pool: population(pools, () => pools.of),
    group: population(names(groups), () => new Int32Array(group)),
    all: population(names([{ id: 'all', name: '全部' }]), () => Int32Array.from(group, (own) => (own < 0 ? -1 : 0))),
  };
}

/** Gathered when a rule first asks for it. */
class RankedPopulation implements Population {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  private scopes: Int32Array | undefined;
  private made: Gathered | undefined;

  constructor(
    { ids, names }: Pick<Population, 'ids' | 'names'>,
    private readonly scopeOf: () => Int32Array,
    private readonly who: { readonly status: Uint8Array; readonly ranked: Uint8Array },
  ) {
    this.ids = ids;
    this.names = names;
  }

  get of(): Int32Array {
    this.scopes ??= this.scopeOf();
    return this.scopes;
  }

  get rows(): Int32Array {
    return this.gathered.rows;
  }

  get starts(): Int32Array {
    return this.gathered.starts;
  }

  private get gathered(): Gathered {
    this.made ??= gather({ of: this.of, scopes: this.ids.length }, this.who.status, this.who.ranked);
    return this.made;
  }
}

interface Gathered {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly perScope: readonly Int32Array[];
}

/** Rows whose status has the meaning and that have a scope, sorted by scope, row order kept. */
function gather(
  { of, scopes }: { readonly of: Int32Array | Int16Array; readonly scopes: number },
  status: Uint8Array,
  meaning: Uint8Array,
): Gathered {
  // One place more in front: whoever does not count is put there, so that no branch depends on the row.
  const counts = new Int32Array(scopes + 1);
  for (let row = 0; row < of.length; row++) counts[(of[row]! + 1) * meaning[status[row]!]!]!++;
  const starts = new Int32Array(scopes + 1);
  for (let scope = 0; scope < scopes; scope++) starts[scope + 1] = starts[scope]! + counts[scope + 1]!;
  const size = starts[scopes]!;
  const next = new Int32Array(scopes + 1);
  next[0] = size;
  next.set(starts.subarray(0, scopes), 1);
  const rows = new Int32Array(size + 1);
  for (let row = 0; row < of.length; row++) {
    const scope = (of[row]! + 1) * meaning[status[row]!]!;
    const place = next[scope]!;
    rows[place] = row;
    next[scope] = place + (scope > 0 ? 1 : 0);
  }
  const perScope = Array.from({ length: scopes }, (_, scope) => rows.subarray(starts[scope]!, starts[scope + 1]!));
  return { rows: rows.subarray(0, size), starts, perScope };
}

/** A per-group value by group number; NaN where a group has none. */
export const byGroup = (scoring: Pick<Scoring, 'groupIds'>, value: PerGroup<number>): Float64Array =>
  Float64Array.from(scoring.groupIds, (id) => value.get(id) ?? Number.NaN);

/** The groups a leaf (or branch) belongs to: weight above zero. */
export const takesPart = (indicator: Pick<Leaf, 'weight'>, groupId: string): boolean => (indicator.weight.get(groupId) ?? 0) > 0;
