/** 结论 — the one sentence above an explanation: total, rank, share, grade, and the rules that moved it with their citation. */
import { formulaInWords } from '@muheng/formula';
import { gradeName } from '@muheng/scheme';
import { gradeKey } from '../json.js';
import type { CutLine } from '../result.js';
import { clauseOf } from '../stages/reasons.js';
import { printed } from './arithmetic.js';
import type { Explaining } from './context.js';
import type { Viewer } from './explanation.js';
import { mergedHead } from './merging.js';
import { smallPool, smallPoolInWords } from './smallPool.js';
import { placeInHalf } from './stages.js';
import { subjectInWords } from './words.js';

export function conclusionOf(context: Explaining, row: number, viewer: Viewer): string {
  const { scheme, result } = context;
  const head = mergedHead(context, row);
  if (head !== null) return ofMember(context, head, { row, viewer });
  const name = (code: number): string => {
    const key = gradeKey(result, code);
    return key === null ? '未定类别' : (scheme.grades.classes.find((grade) => grade.key === key)?.name ?? key);
  };
  const hits = (result.overrides.get(row) ?? []).filter((hit) => hit.applied);
  const grade = result.grade[row]!;
  const computed = result.computedGrade[row]!;
  const reasons = (result.reasons.get(row) ?? []).map((reason) => cited(reason.words, reason.clause));
  if (computed < 0 && grade < 0)
    return `${standing(context, row, viewer)}未定类别${reasons.length === 0 || viewer === 'public' ? '' : `：${reasons.join('；')}`}。`;
  const because = hits.map((hit) => cited(hit.words, hit.clause));
  if (viewer === 'public')
    return `${standing(context, row, viewer)}评为${name(grade)}${because.length === 0 ? '' : `（${because.join('；')}）`}。`;
  const byCut = computed < 0 ? '' : (bySmallPool(context, row) ?? `${byLine(context, row)}测算为${name(computed)}`);
  const end =
    because.length > 0
      ? `；${because.join('；')}，定为${name(grade)}`
      : grade === computed
        ? ''
        : `；${recut(context, row)}，定为${name(grade)}`;
  return `${standing(context, row, viewer)}${byCut}${end}。`;
}

/** `并入“甲集团”合并评价，取其类别B类，依第三条。合并后：总分 80，全部 12 户中第 3，…` */
function ofMember(context: Explaining, head: number, { row, viewer }: { readonly row: number; readonly viewer: Viewer }): string {
  const { scheme, result } = context;
  const into = subjectInWords({ id: result.subjects[head]!, name: result.names[head]! });
  const key = gradeKey(result, result.grade[row]!);
  const grade = key === null ? '，随其未定类别' : `，取其类别${gradeName(scheme, key)}`;
  const said = `${cited(`并入“${into}”合并评价${grade}`, scheme.merge === undefined ? '' : clauseOf(scheme.merge.cited))}。`;
  return viewer === 'public' ? said : `${said}合并后：${conclusionOf(context, head, viewer)}`;
}

/** `不足 3 户，按规定都定为B类`; null where the pool was large enough for shares. */
function bySmallPool({ scheme, result, scored }: Explaining, row: number): string | null {
  const pool = result.pool[row]!;
  const small = smallPool(scheme.grades.cut.get(scored.pools.groupOf[pool] ?? ''), result.pools[pool]?.members ?? 0);
  return small === null ? null : smallPoolInWords(scheme, small);
}

const cited = (words: string, clause: string): string =>
  clause === '' ? words : `${words}，${clause.startsWith('假定') ? '按' : '依'}${clause}`;

/** `总分 38.07，规上企业 412 户中第 398，` */
function standing(context: Explaining, row: number, viewer: Viewer): string {
  const { result, scheme } = context;
  const group = scheme.groups[result.group[row]!]?.name ?? '';
  const rank = result.rank[row]!;
  if (viewer === 'public' || rank === 0) return group === '' ? '' : `${group}，`;
  const pool = result.pools[result.pool[row]!];
  return `总分 ${printed(result.total[row]!)}，${pool?.name ?? group} ${context.ranks(result.pool[row]!).length} ${scheme.subject.measure}中第 ${printed(rank)}，`;
}

/** `按后 5% ` or `按前 20% `, by the share of the class and where it stands. */
function byLine(context: Explaining, row: number): string {
  const { scheme, result, scored } = context;
  const pool = result.pool[row]!;
  const cut = scheme.grades.cut.get(scored.pools.groupOf[pool] ?? '');
  if (cut === undefined || cut.by === 'none') return '';
  if (cut.by === 'threshold') return `按${formulaInWords(cut.on)}的界限`;
  if (cut.by === 'rules') return '按类别规则';
  if (cut.by === 'two_stage') return placeInHalf(context, row)?.short ?? '';
  const key = gradeKey(result, result.computedGrade[row]!);
  const line: CutLine | undefined = result.pools[pool]?.cuts.find((each) => each.grade === key);
  if (line === undefined) return '';
  const at = scheme.grades.classes.findIndex((grade) => grade.key === key);
  const last = at === scheme.grades.classes.length - 1;
  const share = cut.by === 'share' ? cut.shares.get(key ?? '') : undefined;
  const percent =
    share === undefined || share === 'rest' ? ` ${line.places ?? 0} 个名额` : ` ${printed((share.over * 100) / share.under)}% `;
  return at === 0 ? `按前${percent}` : last ? `按后${percent}` : `按${scheme.grades.classes[at]?.name ?? ''}${percent}`;
}

/** Why the grade differs although no rule touched the subject itself. */
const recut = ({ result }: Explaining, row: number): string =>
  `同组有按规则定档或调档的评价对象${(result.pools[result.pool[row]!]?.offQuota ?? 0) > 0 ? '（含不占名额的）' : ''}，名额按办法重新分配`;
