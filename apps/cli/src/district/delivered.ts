/**
 * 部门文件 → 评价的输入. Errors stop it here unless the good rows are accepted; the findings go along, so that every paper names what was
 * not taken. The year before is evaluated from the same files when they have it.
 */
import type { District } from '@muheng/district';
import type { Dataset } from '@muheng/engine';
import { type Finding, hasErrors } from '@muheng/finding';
import type { Scheme } from '@muheng/scheme';
import type { Console } from '../console.js';
import { StoppedByFindings } from '../exits.js';
import { type Options, wholeNumber } from '../options.js';
import type { FileLine } from './fileLine.js';
import { inputsFrom, yearFor } from './inputs.js';
import { readDelivery, standInsOf } from './read.js';

export interface DeliveredInputs {
  readonly district: District;
  readonly files: readonly FileLine[];
  /** Of reading and joining: accepted, when the run goes on. */
  readonly accepted: readonly Finding[];
  /** 上年: the same files, the year before, the same scheme; undefined when the files have no such year. */
  readonly before?: { readonly scheme: Scheme; readonly dataset: Dataset };
}

interface Around {
  readonly options: Options;
  readonly console: Console;
}

interface DeliveredRun {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
  readonly delivered: DeliveredInputs;
}

export async function deliveredInputs(
  words: readonly string[],
  scheme: Scheme,
  { options, console }: Around,
): Promise<DeliveredRun> {
  const standIns = standInsOf(options, scheme);
  const { district, files, findings } = await readDelivery(words, { scheme, standIns }, { options, console });
  const { strict, 'accept-good-rows': accept } = options.flag;
  const warned = strict && findings.some(({ severity }) => severity === 'warning');
  if ((hasErrors(findings) && !accept) || warned) throw new StoppedByFindings(findings, files, warned && !hasErrors(findings));
  const year = yearFor(district, scheme, wholeNumber(options, 'year'));
  const now = inputsFrom({ scheme, district, year, standIns });
  console.progress(`基础数据：${now.dataset.subjects.length} ${scheme.subject.measure}，数据年度 ${year}`);
  const before = district.years.includes(year - 1) ? inputsFrom({ scheme, district, year: year - 1, standIns }) : undefined;
  return {
    ...now,
    findings: [...findings, ...now.findings],
    delivered: {
      district,
      files,
      accepted: findings,
      ...(before === undefined ? {} : { before: { scheme, dataset: before.dataset } }),
    },
  };
}
