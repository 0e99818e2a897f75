/** 年度、基准日与上下限 — dates that exist, limits that do not cross, wobbles within reason. */
import { parseDate } from '@muheng/quantity';
import { builtInStatuses } from '../model.js';
import { didYouMean, shareOf } from '../read/reading.js';
import type { CheckInput, Report } from './input.js';

export function checkFrame({ reading, scheme }: CheckInput, report: Report): void {
  const { file } = reading;
  const year = typeof scheme.years.data === 'number' ? scheme.years.data : 2023;
  const { month, day } = scheme.referenceDay;
  if (parseDate(`${year}-${month}-${day}`) === undefined)
    report('reference_day_invalid', ['reference_day'], { day: file.reference_day });
  checkPolicyPeriod(scheme.years.policy, report);
  const limits = [
    { path: ['total'], what: '总分', rule: scheme.total },
    ...(scheme.bonus === undefined ? [] : [{ path: ['bonus'], what: '加减分', rule: scheme.bonus }]),
    ...(scheme.bonus?.items ?? []).map((rule, index) => ({
      path: ['bonus', 'items', index],
      what: `加减分项“${rule.name}”`,
      rule,
    })),
  ];
  for (const { path, what, rule } of limits) {
    if (rule.least !== null && rule.most !== null && rule.least > rule.most)
      report('limits_crossed', path, { what, least: rule.least, most: rule.most });
  }
  for (const [key, text] of Object.entries({ weights: file.robustness?.weights, ...file.robustness?.facts })) {
    if (text === undefined) continue;
    const { over, under } = shareOf(text);
    const path = key === 'weights' ? ['robustness', 'weights'] : ['robustness', 'facts', key];
    if (over < 0 || over >= under) report('share_range', path, { path: key, share: text, least: '0%', most: '99%' });
  }
  const known: readonly string[] = [...builtInStatuses, ...scheme.statuses.keys()];
  const moved = scheme.land?.transferred?.status;
  if (moved !== undefined && !known.includes(moved))
    report('status_unknown', ['land', 'transferred', 'status'], { name: moved, hint: didYouMean(moved, known) });
}

function checkPolicyPeriod(policy: { readonly from: string; readonly to: string } | undefined, report: Report): void {
  if (policy === undefined) return;
  const days = (['from', 'to'] as const).map((end) => {
    const day = parseDate(policy[end]);
    if (day === undefined) report('date_invalid', ['years', 'policy', end], { date: policy[end] });
    return day;
  });
  const [from, to] = days;
  if (from !== undefined && to !== undefined && from > to) report('policy_crossed', ['years', 'policy']);
}
