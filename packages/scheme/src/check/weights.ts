/** 权重 — sums of each group, children against their branch, the number of chosen indicators. */
import { equalNumbers } from '@muheng/quantity';
import type { Branch, Leaf } from '../model.js';
import { pathFromWords } from '../read/used.js';
import type { CheckInput, Report } from './input.js';
import { withChildren } from './names.js';

export function checkWeights({ scheme, reading }: CheckInput, report: Report): void {
  const full = reading.file.total.full ?? 100;
  for (const { id, name } of scheme.groups) {
    const weights = scheme.indicators.flatMap(({ weight }) => weight.get(id) ?? []);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (weights.length === 0) report('group_without_indicators', ['groups', id], { group: name });
    else if (isRaw(scheme.leaves, id)) continue;
    else if (!equalNumbers(sum, full) && !(scheme.total.by !== 'sum' && (equalNumbers(sum, 1) || equalNumbers(sum, 100)))) {
      report('weights_not_hundred', ['groups', id], { group: name, sum: shown(sum), full });
    }
  }
  for (const indicator of withChildren(scheme.indicators))
    if (indicator.kind === 'branch') checkBranch(indicator, { scheme, report });
}

function checkBranch(branch: Branch, { scheme, report }: { scheme: CheckInput['scheme']; report: Report }): void {
  const path = pathFromWords(branch.path);
  for (const [group, weight] of branch.weight) {
    const inside = branch.children.flatMap((child) => child.weight.get(group) ?? []);
    const sum = inside.reduce((total, points) => total + points, 0);
    const name = scheme.groups.find(({ id }) => id === group)?.name ?? group;
    if (branch.aggregate === 'sum' && !equalNumbers(sum, weight)) {
      report('children_not_branch', path, { parent: branch.name, group: name, sum: shown(sum), weight });
    }
    if (inside.length === 0 && branch.aggregate !== 'sum')
      report('children_not_branch', path, { parent: branch.name, group: name, sum: 0, weight });
    const { least, most } = branch.choose ?? { least: 0, most: Number.POSITIVE_INFINITY };
    if (inside.length < least || inside.length > most) {
      report('choose_wrong', path, { name: branch.name, group: name, count: inside.length, least, most });
    }
  }
}

/** 原值计分: the weight only says that the group has the indicator. */
const isRaw = (leaves: readonly Leaf[], group: string): boolean =>
  leaves.every(({ score }) => (score.get(group)?.by ?? 'raw') === 'raw');

/** 30.299999999999997 is shown as 30.3. */
const shown = (sum: number): number => Number(sum.toPrecision(12));
