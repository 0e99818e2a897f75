/**
 * 与分数线相符 — whether the class a row says the cut gave it fits the frozen lines of its pool. Thresholds and rules on own figures need
 * no lines: the engine recomputes them. What depends on two stages or on places without a rank is taken as given.
 */
import { moreThan } from '@muheng/quantity';
import type { Cut, Scheme } from '@muheng/scheme';
import type { SubjectFigures } from '../figures.js';
import type { Frozen, FrozenLine } from './frozen.js';

export interface Standing {
  /** own = the engine recomputes it from own figures, lines = checked here, taken = as given. */
  readonly of: 'own' | 'lines' | 'taken';
  readonly off: string | null;
  /** Reasons the cut itself gives. */
  readonly reasons: readonly string[];
}

interface Place {
  readonly scheme: Scheme;
  readonly frozen: Frozen;
  readonly given: SubjectFigures;
}

export function standingByLines(place: Place): Standing {
  const { scheme, given } = place;
  const cut = given.group === null ? undefined : scheme.grades.cut.get(given.group);
  if (cut === undefined || cut.by === 'none') return { of: 'own', off: null, reasons: [] };
  if (cut.by === 'rules' || cut.by === 'threshold') return { of: readsRank(cut) ? 'taken' : 'own', off: null, reasons: [] };
  if (cut.by === 'two_stage') return { of: 'taken', off: null, reasons: [] };
  const smallest =
    cut.smallest !== undefined && place.frozen.pool !== null && place.frozen.pool.members < cut.smallest.size
      ? cut.smallest
      : undefined;
  if (smallest !== undefined && 'ungraded' in smallest.then) {
    const isMember = isGraded(scheme, given.status);
    const off = given.computedGrade === null ? null : `${given.pool ?? ''} 不足 ${smallest.size} 户，不应有测算类别`;
    return { of: 'lines', off, reasons: isMember ? ['pool_too_small'] : [] };
  }
  if (given.rank === null || given.computedGrade === null) return { of: 'taken', off: null, reasons: [] };
  return { of: 'lines', off: offLines(place, cut.tiesAcrossCut === 'split'), reasons: [] };
}

const isGraded = (scheme: Scheme, status: string): boolean => status === 'graded' || scheme.statuses.get(status)?.graded === true;

const readsRank = (cut: Extract<Cut, { by: 'rules' | 'threshold' }>): boolean =>
  (cut.by === 'threshold' ? [cut.on] : cut.rules.map(({ when }) => when)).some((formula) =>
    formula.references.some(({ id, yearsBack }) => id === 'rank' && yearsBack === 0),
  );

/** The own line must not be passed, the next better one must be. */
function offLines({ scheme, frozen, given }: Place, split: boolean): string | null {
  const lines = frozen.pool?.lines ?? [];
  const at = lines.findIndex(({ grade }) => grade === given.computedGrade);
  const own = lines[at];
  if (own === undefined) return `分数线中没有“${given.computedGrade ?? ''}”`;
  const better = lines
    .slice(0, at)
    .filter(({ lastRank }) => lastRank !== null)
    .at(-1);
  const rank = given.rank ?? 0;
  if (own.lastRank === null || rank > own.lastRank) return `第 ${rank} 名在“${own.grade}”末位第 ${own.lastRank ?? 0} 名之后`;
  if (better?.lastRank != null && (split ? rank < better.lastRank : rank <= better.lastRank))
    return `第 ${rank} 名不在“${better.grade}”末位第 ${better.lastRank} 名之后`;
  return byTotal(scheme) ? offTotals(given, own, better) : null;
}

function offTotals({ total }: SubjectFigures, own: FrozenLine, better: FrozenLine | undefined): string | null {
  if (total === null) return '没有总分';
  if (own.lastTotal !== null && moreThan(own.lastTotal, total)) return `总分 ${total} 低于“${own.grade}”的末位 ${own.lastTotal}`;
  if (better?.lastTotal != null && moreThan(total, better.lastTotal))
    return `总分 ${total} 高于“${better.grade}”的末位 ${better.lastTotal}`;
  return null;
}

const byTotal = ({ rank }: Scheme): boolean => {
  const [key] = rank.by;
  return key !== undefined && key.order === 'desc' && key.formula.tree.kind === 'name' && key.formula.tree.id === 'total';
};
