/** 公开包的核验 — shapes, order and counts that add up; scores and figures are not in it, so nothing is recomputed. */
import { fillBlanks } from '@muheng/finding';
import { compareTexts } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { asCount, asList, asRecord, asText, asTexts, entriesOf, orNull, ShapeTrouble } from '../json.js';
import type { OpenBundle } from '../open.js';
import { readJson } from '../snapshot/read.js';
import { provedWords, takenWords, trouble } from '../texts.zh.js';
import { type PublicCounts, type PublicGrades, publicPaths } from '../viewers/public.js';
import type { Checked } from './verify.js';

export interface PublicContent {
  readonly grades: PublicGrades;
  readonly counts: PublicCounts;
  readonly members: readonly string[];
}

/** Only the allowed fields, in canonical form; ShapeTrouble names the file that has anything else. */
export function readPublic(bundle: OpenBundle): PublicContent {
  const { files } = bundle;
  const allowed = new Set<string>(Object.values(publicPaths));
  for (const path of [...files.keys(), ...allowed]) if (!allowed.has(path) || !files.has(path)) throw new ShapeTrouble(path);
  const grades = readGrades(files);
  const counts = readCounts(files);
  const members = asTexts(readJson(files, publicPaths.members), publicPaths.members);
  const same = (path: string, value: unknown): void => {
    if (canonicalJson(readJson(files, path)) !== canonicalJson(value)) throw new ShapeTrouble(path);
  };
  same(publicPaths.grades, grades);
  same(publicPaths.counts, counts);
  return { grades, counts, members };
}

function readGrades(files: OpenBundle['files']): PublicGrades {
  const place = publicPaths.grades;
  const said = asRecord(readJson(files, place), place);
  return {
    classes: asList(said.classes, place).map((item) => {
      const one = asRecord(item, place);
      return { key: asText(one.key, place), name: asText(one.name, place), label: orNull(one.label, place, asText) };
    }),
    subjects: asList(said.subjects, place).map((item) => {
      const one = asRecord(item, place);
      return { id: asText(one.id, place), name: asText(one.name, place), grade: asText(one.grade, place) };
    }),
  };
}

function readCounts(files: OpenBundle['files']): PublicCounts {
  const place = publicPaths.counts;
  const said = asRecord(readJson(files, place), place);
  const counts = (value: Parameters<typeof asRecord>[0]): Record<string, number> =>
    Object.fromEntries(entriesOf(value, place, asCount));
  return {
    subjects: asCount(said.subjects, place),
    announced: asCount(said.announced, place),
    byGrade: counts(said.byGrade),
    byPool: Object.fromEntries(entriesOf(said.byPool, place, (value) => counts(value))),
    byStatus: counts(said.byStatus),
  };
}

export function verifyPublic(bundle: OpenBundle): Checked {
  const content = readPublic(bundle);
  const why = countsOff(content, bundle.head.counts.subjects);
  const { subjects, announced } = content.counts;
  return {
    findings: why === undefined ? [] : [trouble('counts_differ', {}, { why })],
    proved: [fillBlanks(provedWords.counts, { subjects, announced })],
    taken: [takenWords.publicScores],
  };
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** What does not add up, in Chinese. */
function countsOff({ grades, counts, members }: PublicContent, subjects: number): string | undefined {
  const ids = grades.subjects.map(({ id }) => id);
  const keys = new Set(grades.classes.map(({ key }) => key));
  const listed = (key: string): number => grades.subjects.filter(({ grade }) => grade === key).length;
  if (ids.some((id, at) => at > 0 && compareTexts(ids[at - 1]!, id) >= 0)) return '名单没有按编号排列，或同一户列了两次';
  if (members.some((hash, at) => !/^[0-9a-f]{64}$/.test(hash) || (at > 0 && members[at - 1]! >= hash)))
    return '凭证名录没有排列，或有重复';
  if (grades.subjects.some(({ grade }) => !keys.has(grade))) return '名单中有办法没有的类别';
  if (counts.subjects !== subjects || members.length !== subjects)
    return `清单为 ${subjects} 户，户数表为 ${counts.subjects} 户，凭证为 ${members.length} 户`;
  if (sum(counts.byStatus) !== subjects) return `各评价状态相加为 ${sum(counts.byStatus)} 户，应为 ${subjects} 户`;
  if (counts.announced !== ids.length || sum(counts.byGrade) !== ids.length)
    return `名单 ${ids.length} 户，户数表公布 ${counts.announced} 户，各类相加 ${sum(counts.byGrade)} 户`;
  for (const key of new Set([...keys, ...Object.keys(counts.byGrade)])) {
    const inPools = Object.values(counts.byPool).reduce((all, pool) => all + (pool[key] ?? 0), 0);
    if ((counts.byGrade[key] ?? 0) !== listed(key))
      return `“${key}”名单 ${listed(key)} 户，户数表 ${counts.byGrade[key] ?? 0} 户`;
    if (inPools !== listed(key)) return `“${key}”名单 ${listed(key)} 户，各排名范围相加 ${inPools} 户`;
  }
  return undefined;
}
