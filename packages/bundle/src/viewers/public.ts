/**
 * 公开包 — grades of announced subjects, counts, the method in prose, and a salted hash for every subject. No base figure, no value, no score,
 * no rank, no benchmark that the published method does not state: nothing that leads back to a figure. @source R39
 */
import type { Result } from '@muheng/engine';
import { describeScheme, type Scheme } from '@muheng/scheme';
import { bytesOf, compareTexts } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { figuresOf } from '../figures.js';
import { schemeHash } from '../identity.js';
import { checkSecret, memberHash, subjectSalt } from '../members.js';
import { ownFactsOf } from '../own/facts.js';
import { familiesOf } from '../own/family.js';
import { sealBundle } from '../seal.js';
import { type BundleRun, headOf, identitiesOf } from '../task.js';

export const publicPaths = {
  grades: 'public/grades.json',
  counts: 'public/counts.json',
  members: 'public/members.json',
  method: 'public/method.txt',
} as const;

export interface PublicGrade {
  readonly id: string;
  readonly name: string;
  readonly grade: string;
}
export interface PublicGrades {
  readonly classes: readonly { readonly key: string; readonly name: string; readonly label: string | null }[];
  /** Announced subjects by the bytes of their ids. */
  readonly subjects: readonly PublicGrade[];
}
export interface PublicCounts {
  readonly subjects: number;
  readonly announced: number;
  /** Announced subjects of each class, and of each class in each pool. */
  readonly byGrade: Readonly<Record<string, number>>;
  readonly byPool: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** All subjects by status. */
  readonly byStatus: Readonly<Record<string, number>>;
}

/** `announced` names the subjects whose grade may be published; without it all that have a grade. */
export function publicBundle(run: BundleRun & { readonly salt: string }, announced?: ReadonlySet<string>): Uint8Array {
  checkSecret(run.salt);
  const { scheme, result } = run;
  const { salted } = identitiesOf(run);
  if (salted === null) throw new RangeError('no salt');
  const files = new Map([
    [publicPaths.grades, bytesOf(canonicalJson(publicGrades(scheme, result, announced)))],
    [publicPaths.counts, bytesOf(canonicalJson(publicCounts(result, announced)))],
    [publicPaths.members, bytesOf(canonicalJson(memberHashes(run)))],
    [publicPaths.method, bytesOf(describeScheme(scheme))],
  ]);
  return sealBundle(headOf(run, { viewer: 'public', identity: salted, subject: null }), files);
}

export function publicGrades(scheme: Scheme, result: Result, announced?: ReadonlySet<string>): PublicGrades {
  return {
    classes: scheme.grades.classes.map(({ key, name, label }) => ({ key, name, label: label ?? null })),
    subjects: announcedRows(result, announced)
      .map((row) => ({ id: result.subjects[row]!, name: result.names[row]!, grade: result.gradeKeys[result.grade[row]!]! }))
      .sort((a, b) => compareTexts(a.id, b.id)),
  };
}

const announcedRows = ({ subjects, grade }: Result, announced: ReadonlySet<string> | undefined): number[] =>
  [...subjects.keys()].filter((row) => grade[row]! >= 0 && (announced === undefined || announced.has(subjects[row]!)));

export function publicCounts(result: Result, announced?: ReadonlySet<string>): PublicCounts {
  const rows = announcedRows(result, announced);
  const gradeOf = (row: number): string => result.gradeKeys[result.grade[row]!]!;
  const poolOf = (row: number): string => result.pools[result.pool[row]!]?.id ?? '';
  const pools = [...new Set(rows.map(poolOf))];
  return {
    subjects: result.subjects.length,
    announced: rows.length,
    byGrade: countBy(rows.map(gradeOf)),
    byPool: Object.fromEntries(pools.map((pool) => [pool, countBy(rows.filter((row) => poolOf(row) === pool).map(gradeOf))])),
    byStatus: countBy([...result.status].map((code) => result.statusIds[code]!)),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** In the order of the hashes themselves, which says nothing of the subjects. */
export function memberHashes({ scheme, dataset, result, salt }: BundleRun & { readonly salt: string }): string[] {
  const figures = figuresOf(result, scheme);
  const factsOf = ownFactsOf(scheme, dataset);
  const familyOf = familiesOf(scheme, dataset, result);
  const closure = schemeHash(scheme);
  return result.subjects
    .map((id, row) =>
      memberHash(subjectSalt(salt, id), {
        facts: factsOf(familyOf(id).rows),
        figures: figures(row),
        scheme: closure,
        semantics: result.semantics,
      }),
    )
    .sort();
}
