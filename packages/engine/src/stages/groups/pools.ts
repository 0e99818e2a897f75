/**
 * 排名池 — who is ranked and cut together: the pool name of the group and the texts of `rank.within`.
 * Numbered by the order of the groups, then by the texts; a subject without the text stands under 未填.
 */

import type { Column } from '../../absence.js';
import { PRESENT } from '../../absence.js';
import { compareBytes } from '../../textOrder.js';
import type { Pools } from '../stage.js';
import type { Deciding } from '../status/status.js';
import { found } from '../texts.zh.js';

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
  const drafts: Draft[] = [];
  const of = new Int32Array(frame.rows).fill(-1);
  const known = new Map<number, number>();
  const span = frame.dataset.dictionary.length + 2;
  const simple = new Int32Array(poolNames.length).fill(-1);
  for (let row = 0; row < of.length; row++) {
    const own = group[row]!;
    if (own < 0) continue;
    const pool = poolOfGroup[own]!;
    const key = columns.length === 0 ? pool : keyOf(columns, row, { pool, span });
    const seen = columns.length === 0 ? simple[pool]! : (known.get(key) ?? -1);
    if (seen >= 0) {
      of[row] = seen;
      continue;
    }
    const texts = columns.map((column) => (column.absence[row] === PRESENT ? frame.textOf(column.values[row]!) : unfilled));
    of[row] = drafts.length;
    if (columns.length === 0) simple[pool] = drafts.length;
    else known.set(key, drafts.length);
    drafts.push(draftOf(deciding, { poolName: poolNames[pool]!, order: pool, texts, group: own, byGroup }));
  }
  reportUnfilled(deciding, group, facts);
  return numbered(of, drafts);
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

/** Pools in their order, and every subject's new number. */
function numbered(of: Int32Array, drafts: readonly Draft[]): Pools {
  const order = [...drafts.keys()].sort(
    (a, b) => drafts[a]!.order - drafts[b]!.order || compareAll(drafts[a]!.texts, drafts[b]!.texts),
  );
  const place = new Int32Array(drafts.length);
  order.forEach((draft, index) => {
    place[draft] = index;
  });
  const sorted = order.map((index) => drafts[index]!);
  return {
    of: of.map((draft) => (draft < 0 ? -1 : place[draft]!)),
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
