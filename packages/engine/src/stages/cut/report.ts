/** 划线结果 — per pool: places, how many got each class by the cut and after the rules, last rank and total inside; and what a person must know of it. */
import type { Formula } from '@muheng/formula';
import type { GradeClass, Scheme } from '@muheng/scheme';
import type { CutLine, PoolResult } from '../../result.js';
import type { Graded } from '../grading.js';
import { gradingFinding, type MoveRecord } from '../moves/record.js';
import { reasonWords } from '../moves/texts.zh.js';
import { clauseOf } from '../reasons.js';
import type { Scored } from '../stage.js';
import { placesOfCut } from './cut.js';

/** One entry for each pool, in the order of `scored.pools`. */
export function poolResults(scored: Pick<Scored, 'scheme' | 'pools' | 'total'>, graded: Graded): PoolResult[] {
  const { classes } = scored.scheme.grades;
  return scored.pools.ids.map((id, pool) => ({
    id,
    name: scored.pools.names[pool] ?? id,
    members: graded.members[pool]!,
    base: graded.base[pool]!,
    offQuota: graded.offQuota[pool]!,
    cuts: graded.cuts[pool]!.by === 'none' ? [] : cutLines(scored, graded, { pool, classes }),
  }));
}

function cutLines(
  scored: Pick<Scored, 'total'>,
  graded: Graded,
  { pool, classes }: { pool: number; classes: readonly GradeClass[] },
): CutLine[] {
  const cut = graded.cuts[pool]!;
  const places = placesOfCut(cut, { base: graded.base[pool]!, members: graded.members[pool]! });
  const seen = classes.map(() => ({ computed: 0, decided: 0, last: -1 }));
  for (let at = graded.order.starts[pool]!; at < graded.order.starts[pool + 1]!; at++) {
    const row = graded.order.rows[at]!;
    const computed = seen[graded.computed[row]!];
    const decided = seen[graded.grade[row]!];
    if (computed !== undefined) {
      computed.computed++;
      computed.last = row;
    }
    if (decided !== undefined) decided.decided++;
  }
  const inCut = (at: number): boolean =>
    places === null || places[at] !== null || seen[at]!.computed > 0 || seen[at]!.decided > 0;
  return classes.flatMap((grade, at) => {
    const { computed, decided, last } = seen[at]!;
    if (!inCut(at)) return [];
    const rank = last < 0 ? 0 : graded.rank[last]!;
    const line = cut.by === 'threshold' ? (cut.lines[at] ?? null) : null;
    return [
      {
        grade: grade.key,
        places: places?.[at] ?? null,
        computed,
        decided,
        lastRank: rank === 0 ? null : rank,
        lastTotal: last < 0 ? null : numberOrNull(scored.total[last]!),
        line,
      },
    ];
  });
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Findings and reasons of ranking and cutting: absent keys, values and conditions, pools too small for their shares. */
export function reportCuts(
  scored: Scored,
  graded: Graded,
  { record, values }: { record: MoveRecord; values: (formula: Formula) => Float64Array },
): void {
  reportKeys(scored.scheme, graded, { record, values });
  scored.pools.ids.forEach((_id, pool) => {
    reportSmallPool(scored, graded, { pool, record });
  });
  for (const cut of new Set(scored.scheme.grades.cut.values())) {
    if (cut.by === 'threshold') {
      const rows = gradedRows(
        graded,
        (row, prepared) => prepared.by === 'threshold' && graded.computed[row] === -1 && Number.isNaN(values(cut.on)[row]!),
      );
      record.about('cut_value_absent', rows, { key: cut.onText });
      for (const row of rows)
        record.reason(row, { code: 'cut_value_absent', words: reasonWords.cut_value_absent, clause: clauseOf(cut.cited) });
    } else if (cut.by === 'rules') {
      for (const rule of cut.rules) {
        const holds = values(rule.when);
        record.about(
          'cut_rule_undecided',
          gradedRows(graded, (row, prepared) => prepared.by === 'rules' && Number.isNaN(holds[row]!)),
          { rule: rule.when.text },
        );
      }
    }
  }
}

function reportKeys(
  scheme: Scheme,
  graded: Graded,
  { record, values }: { record: MoveRecord; values: (formula: Formula) => Float64Array },
): void {
  for (const key of scheme.rank.by) {
    if (key.formula.tree.kind === 'name' && key.formula.tree.id === 'total') continue;
    const column = values(key.formula);
    record.about(
      'rank_key_absent',
      gradedRows(graded, (row) => Number.isNaN(column[row]!)),
      { key: key.text },
    );
  }
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
  const empty = scheme.grades.classes.filter((_grade, at) => places?.[at] === 0);
  if (empty.length > 0)
    record.found(gradingFinding('pool_small', {}, { pool: name, members, grades: empty.map((grade) => grade.name).join('、') }));
}
