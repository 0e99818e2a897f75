/**
 * 排名池 — who is ranked and cut together: the pool name of the group and the texts of `rank.within`.
 * Numbered by the order of the groups, then by the texts; a subject without the text stands under 未填.
 */

import type { Column } from '../../absence.js';
import { PRESENT } from '../../absence.js';
import { compareBytes } from '../../textOrder.js';
import type { Pools, StageFrame } from '../stage.js';
import type { Deciding } from '../status/status.js';
import { found } from '../texts.zh.js';
import { eachSpan } from '../walk.js';

const unfilled = '未填';

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly groupOf: string;
  readonly order: number;
  readonly texts: readonly string[];
}

export function drawPools(deciding: Deciding, group: Int16Array): Pools {
  const { scheme, frame } = deciding;
  const byGroup = scheme.rank.within.some((part) => part === 'group' || part === 'pool');
  const facts = scheme.rank.within.filter((part) => part !== 'group' && part !== 'pool');
  const columns = facts.map((fact) => frame.column(fact, 0));
  const poolNames = byGroup ? [...new Set(scheme.groups.map((each) => each.pool))] : ['all'];
  const poolOfGroup = scheme.groups.map((each) => (byGroup ? poolNames.indexOf(each.pool) : 0));
  const pool = (own: number): number => poolOfGroup[own]!;
  const draft = (row: number, texts: readonly string[]): Draft =>
    draftOf(deciding, { poolName: poolNames[pool(group[row]!)]!, order: pool(group[row]!), texts, group: group[row]!, byGroup });
  const drawing = { frame, group, groups: scheme.groups.length, pool, draft };
  const { of, drafts } = columns.length === 0 ? byGroups(drawing, poolNames.length) : byTexts(drawing, columns);
  reportUnfilled(deciding, group, facts);
  return numbered(of, drafts);
}

interface Drawing {
  readonly frame: StageFrame;
  readonly group: Int16Array;
  /** How many groups the scheme has. */
  readonly groups: number;
  /** Pool name of a group, by number. */
  readonly pool: (group: number) => number;
  /** The pool of the first row that stands in it. */
  readonly draft: (row: number, texts: readonly string[]) => Draft;
}

interface Drafts {
  /** Position of each row's pool in the drafts, −1 for none. */
  readonly of: Int32Array;
  readonly drafts: readonly Draft[];
}

function byGroups({ group, groups, pool, draft }: Drawing, pools: number): Drafts {
  const firstRow = new Int32Array(pools).fill(-1);
  let found = 0;
  for (let row = 0; row < group.length && found < pools; row++) {
    const own = group[row]!;
    if (own < 0 || firstRow[pool(own)]! >= 0) continue;
    firstRow[pool(own)] = row;
    found++;
  }
  const drafts: Draft[] = [];
  const place = firstRow.map((row) => (row < 0 ? -1 : drafts.push(draft(row, [])) - 1));
  const ofGroup = Int32Array.from({ length: groups + 1 }, (_, at) => (at === 0 ? -1 : place[pool(at - 1)]!));
  const of = new Int32Array(group.length);
  eachSpan(of.length, { group, ofGroup, of }, takePools);
  return { of, drafts };
}

interface Taking {
  readonly group: Int16Array;
  /** Pool of each group, by its number + 1. */
  readonly ofGroup: Int32Array;
  readonly of: Int32Array;
}

function takePools({ group, ofGroup, of }: Taking, start: number, end: number): void {
  for (let row = start; row < end; row++) of[row] = ofGroup[group[row]! + 1]!;
}

function byTexts({ frame, group, pool, draft }: Drawing, columns: readonly Column[]): Drafts {
  const drafts: Draft[] = [];
  const of = new Int32Array(group.length).fill(-1);
  const known = new Map<number, number>();
  const span = frame.dataset.dictionary.length + 2;
  for (let row = 0; row < of.length; row++) {
    if (group[row]! < 0) continue;
    const key = keyOf(columns, row, { pool: pool(group[row]!), span });
    const seen = known.get(key);
    if (seen !== undefined) {
      of[row] = seen;
      continue;
    }
    const texts = columns.map((column) => (column.absence[row] === PRESENT ? frame.textOf(column.values[row]!) : unfilled));
    of[row] = drafts.push(draft(row, texts)) - 1;
    known.set(key, of[row]!);
  }
  return { of, drafts };
}

/** One whole number for pool and texts; a missing text is 0. Few pools and dictionaries below a million keep it exact. */
function keyOf(columns: readonly Column[], row: number, of: { readonly pool: number; readonly span: number }): number {
  let key = of.pool;
  for (const column of columns) key = key * of.span + (column.absence[row] === PRESENT ? column.values[row]! + 1 : 0);
  return key;
}

function draftOf(
  { scheme }: Deciding,
  of: {
    readonly poolName: string;
    readonly order: number;
    readonly texts: readonly string[];
    readonly group: number;
    readonly byGroup: boolean;
  },
): Draft {
  const sharing = scheme.groups.filter((each) => each.pool === of.poolName).map((each) => each.name);
  const title = of.byGroup ? sharing.join('、') : of.texts.length === 0 ? '全部' : '';
  return {
    id: [...(of.byGroup || of.texts.length === 0 ? [of.poolName] : []), ...of.texts].join('·'),
    name: [...(title === '' ? [] : [title]), ...of.texts].join('·'),
    groupOf: scheme.groups[of.group]!.id,
    order: of.order,
    texts: of.texts,
  };
}

/** Pools in their order; `of` gets every subject's new number. */
function numbered(of: Int32Array, drafts: readonly Draft[]): Pools {
  const order = [...drafts.keys()].sort(
    (a, b) => drafts[a]!.order - drafts[b]!.order || compareAll(drafts[a]!.texts, drafts[b]!.texts),
  );
  const place = new Int32Array(drafts.length);
  order.forEach((draft, index) => {
    place[draft] = index;
  });
  const sorted = order.map((index) => drafts[index]!);
  const moved = order.some((draft, index) => draft !== index);
  if (moved) for (let row = 0; row < of.length; row++) if (of[row]! >= 0) of[row] = place[of[row]!]!;
  return {
    of,
    ids: sorted.map((draft) => draft.id),
    names: sorted.map((draft) => draft.name),
    groupOf: sorted.map((draft) => draft.groupOf),
  };
}

function compareAll(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? 0 : compareBytes(a[at]!, b[at]!);
}

function reportUnfilled({ frame, findings }: Deciding, group: Int16Array, facts: readonly string[]): void {
  for (const fact of facts) {
    const { absence } = frame.column(fact, 0);
    let count = 0;
    let example = -1;
    for (let row = 0; row < group.length; row++) {
      if (group[row]! < 0 || absence[row] === PRESENT) continue;
      count++;
      if (example < 0) example = row;
    }
    if (count > 0)
      findings.push(
        found(
          'pool_text_absent',
          {},
          { count, term: frame.termOf(fact), example: `，例如 ${frame.dataset.subjects[example] ?? ''}` },
        ),
      );
  }
}
