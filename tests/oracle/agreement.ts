/** Lays the engine's printed result beside the oracle's verdict and names the first thing that differs. */
import { type Exact, sizeOf, toNumber } from './exact.js';
import type { Verdict } from './oracle.js';
import type { Standing } from './run.js';
import { weightOf } from './values.js';

/** What the documented JSON of a result says, as far as it is compared. */
export interface Printed {
  readonly subjects: readonly PrintedSubject[];
  readonly pools: readonly { readonly id: string; readonly base: number; readonly offQuota: number }[];
  readonly cuts: readonly {
    readonly pool: string;
    readonly grade: string;
    readonly places: number | null;
    readonly computed: number;
    readonly decided: number;
  }[];
}

export interface PrintedSubject {
  readonly id: string;
  readonly group: string | null;
  readonly pool: string | null;
  readonly status: string;
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly value: number | null;
        readonly benchmark: number | null;
        readonly score: number | null;
        readonly absence?: string;
      }
    >
  >;
  readonly branches: Readonly<Record<string, number | null>>;
  readonly baseTotal: number | null;
  readonly bonusTotal: number | null;
  readonly total: number | null;
  readonly rank: number | null;
  readonly computedGrade: string | null;
  readonly grade: string | null;
}

/** Relative; absolute near zero. Where much cancels, as far as the bound of what doubles can carry. */
export const closeness = 1e-12;

/** Every difference, first things first: a wrong value makes the grades after it wrong too. */
export function differences(verdict: Verdict, printed: Printed): string[] {
  const found: string[] = [];
  const byId = new Map(printed.subjects.map((subject) => [subject.id, subject]));
  const members = new Map(
    verdict.run.standings.flatMap((standing) => standing.subject.members.map((id): [string, Standing] => [id, standing])),
  );
  const expected = new Set(verdict.run.standings.map((standing) => standing.subject.id));
  for (const { id } of printed.subjects)
    if (!expected.has(id) && !members.has(id)) found.push(`subjects: ${id} is unknown to the oracle`);
  for (const look of looks) {
    for (const standing of verdict.run.standings) {
      const subject = byId.get(standing.subject.id);
      if (subject === undefined) found.push(`subjects: ${standing.subject.id} is missing`);
      else look({ verdict, standing, subject, say: (what) => found.push(`${standing.subject.id}: ${what}`) });
    }
  }
  for (const [id, standing] of members) {
    const member = byId.get(id);
    if (id === standing.subject.id) continue;
    if (member?.status !== 'merged') found.push(`${id}: status ${member?.status}, not merged`);
    if ((member?.grade ?? null) !== (standing.grade ?? null))
      found.push(`${id}: member's grade ${member?.grade}, not ${standing.grade}`);
  }
  return [...found, ...poolDifferences(verdict, printed)];
}

interface Look {
  readonly verdict: Verdict;
  readonly standing: Standing;
  readonly subject: PrintedSubject;
  readonly say: (what: string) => void;
}

const same = (want: string | null | undefined, have: string | null): boolean => (want ?? null) === have;

function close(want: Exact | undefined, have: number | null | undefined): boolean {
  if (want === undefined || have === null || have === undefined)
    return want === undefined && (have === null || have === undefined);
  return Math.abs(toNumber(want) - have) <= Math.max(closeness * Math.max(1, sizeOf(want)), 4 * want.error);
}
const exactly = (want: Exact | undefined, have: number | null): boolean =>
  want === undefined ? have === null : have !== null && toNumber(want) === have;
const show = (x: Exact | undefined): number | null => (x === undefined ? null : toNumber(x));

const looks: readonly ((look: Look) => void)[] = [
  ({ standing, subject, say }) => {
    if (!same(standing.group, subject.group)) say(`group ${subject.group}, not ${standing.group}`);
    if (!same(standing.pool, subject.pool)) say(`pool ${subject.pool}, not ${standing.pool}`);
  },
  ({ verdict, standing, subject, say }) => {
    for (const leaf of verdict.run.leaves) {
      if (weightOf(leaf, standing) === undefined) continue;
      const have = subject.indicators[leaf.id];
      const cell = standing.values.get(leaf.id);
      const value = cell?.kind === 'number' ? cell.x : undefined;
      if (!close(value, have?.value)) say(`value of ${leaf.id} is ${have?.value}, not ${show(value)}`);
      const why = cell?.kind === 'gone' ? cell.why : undefined;
      if (why !== have?.absence) say(`absence of ${leaf.id} is ${have?.absence}, not ${why}`);
    }
  },
  ({ verdict, standing, subject, say }) => {
    for (const leaf of verdict.run.leaves) {
      const want = standing.benchmarks.get(leaf.id);
      const have = subject.indicators[leaf.id]?.benchmark;
      if (want !== undefined && !close(want, have)) say(`benchmark of ${leaf.id} is ${have}, not ${show(want)}`);
    }
  },
  ({ verdict, standing, subject, say }) => {
    for (const leaf of verdict.run.leaves) {
      const want = standing.scores.get(leaf.id);
      const have = subject.indicators[leaf.id]?.score;
      if (!close(want, have)) say(`score of ${leaf.id} is ${have}, not ${show(want)}`);
    }
  },
  ({ standing, subject, say }) => {
    if (standing.status !== subject.status) say(`status ${subject.status}, not ${standing.status}`);
  },
  ({ standing, subject, say }) => {
    for (const [id, have] of Object.entries(subject.branches)) {
      const want = standing.scores.get(id);
      if (!close(want, have)) say(`branch ${id} is ${have}, not ${show(want)}`);
    }
    if (!close(standing.base, subject.baseTotal)) say(`base total ${subject.baseTotal}, not ${show(standing.base)}`);
    if (standing.computed && !close(standing.bonus, subject.bonusTotal))
      say(`bonus ${subject.bonusTotal}, not ${show(standing.bonus)}`);
  },
  ({ verdict, standing, subject, say }) => {
    const whole = verdict.run.given.scheme.total.round === 'none';
    if (!(whole ? close : exactly)(standing.total, subject.total)) say(`total ${subject.total}, not ${show(standing.total)}`);
  },
  ({ standing, subject, say }) => {
    if (!exactly(standing.rank, subject.rank)) say(`rank ${subject.rank}, not ${show(standing.rank)}`);
  },
  ({ standing, subject, say }) => {
    if (!same(standing.computedGrade, subject.computedGrade))
      say(`computed grade ${subject.computedGrade}, not ${standing.computedGrade}`);
  },
  ({ standing, subject, say }) => {
    if (!same(standing.grade, subject.grade)) say(`grade ${subject.grade}, not ${standing.grade}`);
  },
];

function poolDifferences(verdict: Verdict, printed: Printed): string[] {
  const found: string[] = [];
  for (const outcome of verdict.pools) {
    const pool = printed.pools.find((one) => one.id === outcome.pool);
    if (pool === undefined) found.push(`pool ${outcome.pool} is missing`);
    else {
      if (pool.base !== outcome.base) found.push(`pool ${outcome.pool}: base ${pool.base}, not ${outcome.base}`);
      if (pool.offQuota !== outcome.offQuota)
        found.push(`pool ${outcome.pool}: off quota ${pool.offQuota}, not ${outcome.offQuota}`);
    }
    for (const [grade, places] of outcome.places) {
      const line = printed.cuts.find((cut) => cut.pool === outcome.pool && cut.grade === grade);
      if (line !== undefined && line.places !== null && line.places !== places)
        found.push(`pool ${outcome.pool}: ${line.places} places ${grade}, not ${places}`);
    }
    for (const line of printed.cuts.filter((cut) => cut.pool === outcome.pool)) {
      const here = verdict.run.pools.get(outcome.pool) ?? [];
      const computed = here.filter((standing) => standing.computedGrade === line.grade).length;
      const decided = here.filter((standing) => standing.grade === line.grade).length;
      if (line.computed !== computed)
        found.push(`pool ${outcome.pool}: ${line.computed} computed ${line.grade}, not ${computed}`);
      if (line.decided !== decided) found.push(`pool ${outcome.pool}: ${line.decided} decided ${line.grade}, not ${decided}`);
    }
  }
  return found;
}
