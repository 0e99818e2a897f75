/** 划线结果 — per pool: places, how many got each class by the cut and after the rules, last rank and total inside; and what a person must know of it. */
import { compile, type Formula, formulaInWords } from '@muheng/formula';
import { type GradeClass, keyInWords, type Scheme, type SortKey } from '@muheng/scheme';
import type { CutLine, PoolResult } from '../../result.js';
import type { Graded } from '../grading.js';
import { gradingFinding, type MoveRecord } from '../moves/record.js';
import { reasonWords } from '../moves/texts.zh.js';
import { clauseOf } from '../reasons.js';
import type { Scored, StageFrame } from '../stage.js';
import { eachSpan } from '../walk.js';
import { placesOfCut } from './cut.js';
import { endingHalf, halvesOf } from './halves.js';
import type { PreparedCut } from './prepare.js';

type Reported = Pick<Scored, 'scheme' | 'pools' | 'total' | 'frame'>;

/** One entry for each pool, in the order of `scored.pools`. */
export function poolResults(scored: Reported, graded: Graded): PoolResult[] {
  const { classes } = scored.scheme.grades;
  const { computed, decided } = countByPool(scored, graded);
  return scored.pools.ids.map((id, pool) => ({
    id,
    name: scored.pools.names[pool] ?? id,
    members: graded.members[pool]!,
    base: graded.base[pool]!,
    offQuota: graded.offQuota[pool]!,
    cuts:
      graded.cuts[pool]!.by === 'none'
        ? []
        : cutLines(scored, graded, { pool, classes, computed: computed[pool]!, decided: decided[pool]! }),
  }));
}

/** How many of each pool have each class. */
function countByPool(
  { pools, scheme }: Reported,
  { computed, grade }: Graded,
): Record<'computed' | 'decided', readonly Int32Array[]> {
  const width = scheme.grades.classes.length + 1;
  // Who has no class, or stands in no pool, is counted where nobody looks: no branch depends on the row. Both classes at once, into two
  // tables in turn: one count does not wait for the one before it.
  const size = (pools.ids.length + 1) * width * width;
  const [even, odd] = [new Int32Array(size), new Int32Array(size)];
  eachSpan(grade.length, { of: pools.of, computed, grade, width, even, odd }, countClasses);
  const ofPools = (codeOf: (byCut: number, byRules: number) => number) =>
    pools.ids.map((_, pool) => {
      const found = new Int32Array(width - 1);
      for (let at = 0; at < width * width; at++) {
        const code = codeOf((at / width) | 0, at % width) - 1;
        if (code >= 0) found[code]! += even[(pool + 1) * width * width + at]! + odd[(pool + 1) * width * width + at]!;
      }
      return found;
    });
  return { computed: ofPools((byCut) => byCut), decided: ofPools((_byCut, byRules) => byRules) };
}

interface Counting {
  /** Pool of each row. */
  readonly of: Int32Array;
  readonly computed: Int16Array;
  readonly grade: Int16Array;
  readonly width: number;
  readonly even: Int32Array;
  readonly odd: Int32Array;
}

function countClasses({ of, computed, grade, width, even, odd }: Counting, start: number, end: number): void {
  let row = start;
  for (; row + 1 < end; row += 2) {
    even[((of[row]! + 1) * width + 1 + computed[row]!) * width + 1 + grade[row]!]!++;
    odd[((of[row + 1]! + 1) * width + 1 + computed[row + 1]!) * width + 1 + grade[row + 1]!]!++;
  }
  if (row < end) even[((of[row]! + 1) * width + 1 + computed[row]!) * width + 1 + grade[row]!]!++;
}

/** The last row of each class in the order, −1 where nobody has it. */
function lastRows({ order, computed: grade, cuts }: Graded, pool: number, counts: Int32Array): Int32Array {
  const [start, end] = [order.starts[pool]!, order.starts[pool + 1]!];
  // A cut by share gives its classes down the order one after the other.
  if (cuts[pool]!.by === 'share')
    return counts.map((count, at) => {
      const reached = counts.subarray(0, at + 1).reduce((sum, each) => sum + each, start);
      return count === 0 ? -1 : order.rows[reached - 1]!;
    });
  const last = new Int32Array(counts.length).fill(-1);
  for (let at = start; at < end; at++) if (grade[order.rows[at]!]! >= 0) last[grade[order.rows[at]!]!] = order.rows[at]!;
  return last;
}

function cutLines(
  scored: Reported,
  graded: Graded,
  of: {
    readonly pool: number;
    readonly classes: readonly GradeClass[];
    readonly computed: Int32Array;
    readonly decided: Int32Array;
  },
): CutLine[] {
  const { pool, classes, computed, decided } = of;
  const cut = graded.cuts[pool]!;
  const places = placesOfCut(cut, { base: graded.base[pool]!, members: graded.members[pool]! });
  const lastOf = lastRows(graded, pool, computed);
  const inCut = (at: number): boolean => places === null || places[at] !== null || computed[at]! > 0 || decided[at]! > 0;
  const staged = stageLines(scored, graded, pool);
  return classes.flatMap((grade, at) => {
    if (!inCut(at)) return [];
    const last = lastOf[at]!;
    const rank = last < 0 ? 0 : graded.rank[last]!;
    const line = cut.by === 'threshold' ? (cut.lines[at] ?? null) : staged(at);
    return [
      {
        grade: grade.key,
        places: places?.[at] ?? null,
        computed: computed[at]!,
        decided: decided[at]!,
        lastRank: rank === 0 ? null : rank,
        lastTotal: last < 0 ? null : numberOrNull(scored.total[last]!),
        line,
      },
    ];
  });
}

/** 两步划类的界限 — by class: the first key of the half in which the class ends, of its last subject there. */
function stageLines({ scheme, pools, frame }: Reported, graded: Graded, pool: number): (at: number) => number | null {
  const cut = graded.cuts[pool]!;
  const rule = scheme.grades.cut.get(pools.groupOf[pool]!);
  if (cut.by !== 'two_stage' || rule?.by !== 'two_stage') return () => null;
  const halves = halvesOf(cut, { pool, base: graded.base[pool]! });
  const { computed } = graded;
  return (at) => {
    const half = endingHalf(rule, scheme.grades.classes[at]!.key);
    const last = halves[half].findLast((row) => computed[row] === at);
    const [key] = rule[half].by;
    return last === undefined || key === undefined ? null : numberOrNull(valueAt(key, frame, last));
  };
}

/** Of one subject: there may be many pools, and the column is long. NaN = absent. */
function valueAt({ formula }: SortKey, frame: StageFrame, row: number): number {
  const reader = compile(formula).over(frame);
  reader.pick(Int32Array.of(row), 0, 1);
  return reader.results[0]!.values[0]!;
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

interface Reporting {
  /** 1 = gets a grade from the cut. */
  readonly members: Uint8Array;
  readonly record: MoveRecord;
  readonly values: (formula: Formula) => Float64Array;
}

/** Findings and reasons of ranking and cutting: absent keys, values and conditions, pools too small for their shares. */
export function reportCuts(scored: Scored, graded: Graded, { members, record, values }: Reporting): void {
  reportKeys(scored.scheme, { members, record, values });
  scored.pools.ids.forEach((_id, pool) => {
    reportSmallPool(scored, graded, { pool, record });
  });
  for (const cut of new Set(scored.scheme.grades.cut.values())) {
    if (cut.by === 'threshold') {
      const { computed } = graded;
      const measured = values(cut.on);
      const rows = gradedRows(
        graded,
        (row, prepared) => prepared.by === 'threshold' && computed[row] === -1 && Number.isNaN(measured[row]!),
      );
      record.about('cut_value_absent', rows, { key: formulaInWords(cut.on) });
      for (const row of rows)
        record.reason(row, { code: 'cut_value_absent', words: reasonWords.cut_value_absent, clause: clauseOf(cut.cited) });
    } else if (cut.by === 'rules') {
      for (const rule of cut.rules) {
        const holds = values(rule.when);
        record.about(
          'cut_rule_undecided',
          gradedRows(graded, (row, prepared) => prepared.by === 'rules' && Number.isNaN(holds[row]!)),
          { rule: formulaInWords(rule.when) },
        );
      }
    }
  }
}

function reportKeys(scheme: Scheme, { members, record, values }: Reporting): void {
  for (const key of scheme.rank.by) {
    if (key.formula.tree.kind === 'name' && key.formula.tree.id === 'total') continue;
    const column = values(key.formula);
    const rows: number[] = [];
    eachSpan(column.length, { column, members, rows }, listAbsent);
    record.about('rank_key_absent', rows, { key: keyInWords(key) });
  }
}

interface Listing {
  readonly column: Float64Array;
  readonly members: Uint8Array;
  readonly rows: number[];
}

function listAbsent({ column, members, rows }: Listing, start: number, end: number): void {
  for (let row = start; row < end; row++) if (Number.isNaN(column[row]!) && members[row] === 1) rows.push(row);
}

function gradedRows(graded: Graded, holds: (row: number, cut: Graded['cuts'][number]) => boolean): number[] {
  const rows: number[] = [];
  graded.cuts.forEach((cut, pool) => {
    for (let at = graded.order.starts[pool]!; at < graded.order.starts[pool + 1]!; at++)
      if (holds(graded.order.rows[at]!, cut)) rows.push(graded.order.rows[at]!);
  });
  return rows.sort((a, b) => a - b);
}

function reportSmallPool(
  { scheme, pools }: Scored,
  graded: Graded,
  { pool, record }: { pool: number; record: MoveRecord },
): void {
  const cut = graded.cuts[pool]!;
  const members = graded.members[pool]!;
  const name = pools.names[pool] ?? pools.ids[pool]!;
  if (members === 0 || (cut.by !== 'share' && cut.by !== 'two_stage')) return;
  if (cut.by === 'share' && cut.smallest !== null && members < cut.smallest.size) {
    record.found(gradingFinding('pool_too_small', {}, { pool: name, members, size: cut.smallest.size }));
    const rule = scheme.grades.cut.get(pools.groupOf[pool]!);
    const reason = {
      code: 'pool_too_small',
      words: reasonWords.pool_too_small,
      clause: rule === undefined ? '' : clauseOf(rule.cited),
    };
    if (cut.smallest.grade < 0)
      for (let at = graded.order.starts[pool]!; at < graded.order.starts[pool + 1]!; at++)
        record.reason(graded.order.rows[at]!, reason);
    return;
  }
  const places = placesOfCut(cut, { base: graded.base[pool]!, members });
  const empty = scheme.grades.classes.filter((_grade, at) => places?.[at] === 0 && promised(cut, at));
  if (empty.length > 0)
    record.found(gradingFinding('pool_small', {}, { pool: name, members, grades: empty.map((grade) => grade.name).join('、') }));
}

/** The scheme gives the class a share above zero: that nobody gets it is worth saying. */
function promised(cut: PreparedCut, at: number): boolean {
  const quotas = cut.by === 'share' ? [cut.quota] : cut.by === 'two_stage' ? [cut.upper.quota, cut.lower.quota] : [];
  return quotas.some(({ shares }) => {
    const share = shares[at];
    return share === 'rest' || (share !== null && share !== undefined && share.over > 0);
  });
}
