/** 总分的依据 — branches, bonus items and the total of one subject, each as a line that can be recomputed. */
import { evaluateRow, formulaInWords, traceRow } from '@muheng/formula';
import type { BonusItem, Branch, Indicator } from '@muheng/scheme';
import { clauseOf } from '../stages/reasons.js';
import type { StageFrame } from '../stages/stage.js';
import { limited, lineOf, operand, printed, rounded, sum } from './arithmetic.js';
import { branchesUnder, type Explaining, partsIn, reweighing, weightIn } from './context.js';
import type { PartExplanation } from './explanation.js';
import { titleNotes } from './titles.js';

interface At {
  readonly row: number;
  readonly groupId: string;
}

export function explainBranches(context: Explaining, at: At): PartExplanation[] {
  return branchesUnder(context.scheme.indicators)
    .filter((branch) => weightIn(branch, at.groupId) > 0)
    .map((branch) => explainBranch(context, branch, at));
}

function explainBranch(context: Explaining, branch: Branch, at: At): PartExplanation {
  const points = context.pointsOf(branch, at.row);
  const base = { id: branch.id, name: branch.name, points: Number.isNaN(points) ? null : points, clause: clauseOf(branch.cited) };
  if (Number.isNaN(points)) return { ...base, lines: [], notes: ['下级指标数据不全'] };
  const factor = reweighing(context, branch, at);
  const together = togetherInNumbers(
    context,
    { by: branch.aggregate, full: weightIn(branch, at.groupId), parts: partsIn(branch.children, at.groupId) },
    at.row,
    at.groupId,
  );
  const expression = factor === null ? together : `(${together}) × ${printed(factor.whole)} ÷ ${printed(factor.present)}`;
  return { ...base, lines: [lineOf(`${branch.name}得分`, points, expression)], notes: [] };
}

interface Together {
  readonly by: Branch['aggregate'];
  readonly full: number;
  readonly parts: readonly Indicator[];
}

function togetherInNumbers(context: Explaining, { by, full, parts }: Together, row: number, groupId: string): string {
  const present = parts
    .map((part) => ({ weight: weightIn(part, groupId), points: context.pointsOf(part, row) }))
    .filter((part) => !Number.isNaN(part.points));
  if (by === 'sum') return sum(present.map((part) => part.points));
  const weights = present.map((part) => printed(part.weight)).join(' + ');
  if (by === 'weighted_mean') return `${printed(full)} × (${sum(present.map((part) => part.points))}) ÷ (${weights})`;
  if (present.some((part) => part.points <= 0)) return `${printed(full)} × 0`;
  const logs = present
    .map(({ weight, points }) => `${printed(weight)} × 自然对数(${printed(points)} ÷ ${printed(weight)})`)
    .join(' + ');
  return `${printed(full)} × 自然指数((${logs}) ÷ (${weights}))`;
}

export function explainTotal(context: Explaining, at: At): PartExplanation | null {
  const { scheme, result, scored } = context;
  const { row, groupId } = at;
  const total = result.total[row]!;
  if (Number.isNaN(total)) return null;
  const together = togetherInNumbers(
    context,
    { by: scheme.total.by, full: scheme.total.full, parts: partsIn(scheme.indicators, groupId) },
    row,
    groupId,
  );
  const factor = scheme.total.factor === undefined ? undefined : traceRow(scheme.total.factor, scored.frame, row, '总分系数');
  const base = result.baseTotal[row]!;
  const bonus = result.bonusTotal[row]!;
  const lines = [
    ...(factor === undefined ? [] : [factor.line]),
    lineOf('基础分', base, factor === undefined ? together : `(${together}) × ${operand(factor.value)}`),
    ...(scheme.bonus === undefined ? [] : [bonusLine(context, row)]),
    lineOf(
      '总分',
      total,
      rounded(
        limited(scheme.bonus === undefined ? operand(base) : `${operand(base)} + ${operand(bonus)}`, scheme.total),
        scheme.total.round,
      ),
    ),
  ];
  return { id: 'total', name: '总分', points: total, lines, notes: [], clause: clauseOf(scheme.total.cited) };
}

function bonusLine({ scheme, result }: Explaining, row: number): string {
  const counted = result.bonus.map((item) => item.counted[row]!).filter((points) => points !== 0 && !Number.isNaN(points));
  return lineOf(
    '加减分',
    result.bonusTotal[row]!,
    limited(sum(counted), { least: scheme.bonus?.least ?? null, most: scheme.bonus?.most ?? null }),
  );
}

/** Items that gave points, whose points yielded to a better one of their kind, or whose title the subject holds without points. */
export function explainBonus(context: Explaining, at: At): PartExplanation[] {
  const items = context.scheme.bonus?.items ?? [];
  const counted = items.map((_item, index) => context.result.bonus[index]?.counted[at.row] ?? 0);
  return items.flatMap((item, index) => {
    const raw = context.result.bonus[index]?.raw[at.row] ?? 0;
    const titles = item.source.from === 'titles' ? titleNotes(context.scored.frame, item.source, at.row) : [];
    if (Number.isNaN(raw) || (raw === 0 && titles.length === 0)) return [];
    const better = items.find((each, other) => each.kind === item.kind && other !== index && counted[other]! > 0);
    return [explainItem(context, item, { ...at, raw, counted: counted[index]!, titles, better: better?.name ?? '' })];
  });
}

function explainItem(
  { scored }: Explaining,
  item: BonusItem,
  {
    row,
    groupId,
    raw,
    counted,
    titles,
    better,
  }: At & { raw: number; counted: number; titles: readonly string[]; better: string },
): PartExplanation {
  const { source } = item;
  const notes = [
    ...(item.when === undefined || raw === 0 ? [] : [`符合：${formulaInWords(item.when)}`]),
    ...(source.from === 'titles' ? [`凭称号 ${source.names.join('、')}${source.take === 'best' ? '，取最高' : '，累加'}`] : []),
    ...titles,
    ...(raw === 0 ? notApplied(item, scored.frame, { row, groupId }) : []),
    ...(counted === raw
      ? []
      : [`同类“${item.kind ?? ''}”只取最高${better === '' ? '' : `，已计“${better}”`}，本项计 ${printed(counted)} 分`]),
  ];
  const expression = raw === 0 ? '0' : limited(sourceInNumbers(source, { frame: scored.frame, row, raw }), item);
  return {
    id: item.id,
    name: item.name,
    points: counted,
    lines: [lineOf(item.name, raw, expression)],
    notes,
    clause: clauseOf(item.cited),
  };
}

/** Why an item gives nothing although the subject holds its title. */
function notApplied(item: BonusItem, frame: StageFrame, { row, groupId }: At): string[] {
  if (item.groups !== 'all' && !item.groups.includes(groupId)) return ['本组不适用此项'];
  if (item.when === undefined || evaluateRow(item.when, frame, row).value === 1) return [];
  return [`不符合：${formulaInWords(item.when)}`];
}

function sourceInNumbers(
  source: BonusItem['source'],
  { frame, row, raw }: { frame: StageFrame; row: number; raw: number },
): string {
  if (source.from === 'points') return traceRow(source.points, frame, row).text;
  if (source.from === 'titles') return printed(raw);
  const events = evaluateRow(source.count, frame, row).value;
  return `${operand(source.first)} + (件数 ${printed(events)} - 1) × ${operand(source.further)}`;
}
