/** 权重 — sums of each group, children against their branch, the number of chosen indicators. */
import { equalNumbers } from '@muheng/quantity';
import type { Branch, Leaf } from '../model.js';
import { pathFromWords } from '../read/used.js';
import type { CheckInput, Report } from './input.js';
import { withChildren } from './names.js';

export function checkWeights({ scheme, reading }: CheckInput, report: Report): void {
  const full = reading.file.total.full ?? 100;
  const odd = new Map<number, { readonly first: string; readonly names: string[] }>();
  for (const { id, name } of scheme.groups) {
    const weights = scheme.indicators.flatMap(({ weight }) => weight.get(id) ?? []);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (weights.length === 0) report('group_without_indicators', ['groups', id], { group: name });
    else if (isRaw(scheme.leaves, id)) continue;
    else if (!equalNumbers(sum, full) && !(scheme.total.by !== 'sum' && (equalNumbers(sum, 1) || equalNumbers(sum, 100)))) {
      const alike = odd.get(shown(sum)) ?? { first: id, names: [] };
      odd.set(shown(sum), alike);
      alike.names.push(name);
    }
  }
  for (const [sum, { first, names }] of odd)
    report('weights_not_hundred', ['groups', first], { group: names.join('、'), sum, full });
  for (const indicator of withChildren(scheme.indicators))
    if (indicator.kind === 'branch') checkBranch(indicator, { scheme, report });
}

function checkBranch(branch: Branch, { scheme, report }: { scheme: CheckInput['scheme']; report: Report }): void {
  const path = pathFromWords(branch.path);
  const wrong = new Map<string, string[]>();
  const differs = (name: string, sum: number, weight: number): void => {
    const words = `合计 ${shown(sum)}，本级 ${weight}`;
    wrong.set(words, [...(wrong.get(words) ?? []), name]);
  };
  for (const [group, weight] of branch.weight) {
    const inside = branch.children.flatMap((child) => child.weight.get(group) ?? []);
    const sum = inside.reduce((total, points) => total + points, 0);
    const name = scheme.groups.find(({ id }) => id === group)?.name ?? group;
    if (branch.aggregate === 'sum' && !equalNumbers(sum, weight)) {
      differs(name, sum, weight);
    } else if (inside.length === 0) differs(name, 0, weight);
    const { least, most } = branch.choose ?? { least: 0, most: Number.POSITIVE_INFINITY };
    if (inside.length < least || inside.length > most) {
      report('choose_wrong', path, { name: branch.name, group: name, count: inside.length, least, most });
    }
  }
  const sums = [...wrong].map(([words, names]) => `${names.join('、')}${words}`).join('；');
  if (sums !== '') report('children_not_branch', path, { parent: branch.name, sums });
}

/** 原值计分: the weight only says that the group has the indicator. */
const isRaw = (leaves: readonly Leaf[], group: string): boolean =>
  leaves.every(({ score }) => (score.get(group)?.by ?? 'raw') === 'raw');

/** 30.299999999999997 is shown as 30.3. */
const shown = (sum: number): number => Number(sum.toPrecision(12));
