/** 部门文件作为评价的输入 — the joined district as scheme and dataset, for the data year and, when the files have it, the year before. */
import { type District, evaluationTables } from '@muheng/district';
import { datasetFrom } from '@muheng/engine';
import { type Finding, findingInWords } from '@muheng/finding';
import type { Scheme } from '@muheng/scheme';
import { UnreadableInput } from '../exits.js';
import type { Inputs } from '../load.js';

export interface DistrictInputs {
  readonly scheme: Scheme;
  readonly district: District;
  readonly year: number;
  readonly standIns: ReadonlyMap<string, string>;
}

/** The data year: as wanted, as the scheme says, or the latest of the files. */
export const yearFor = ({ years }: District, scheme: Scheme, wanted: number | undefined): number => {
  const year = wanted ?? (scheme.years.data === 'any' ? years[years.length - 1] : scheme.years.data);
  if (year === undefined) throw new UnreadableInput('看不出数据年度。请用 --year 写明。');
  if (!years.includes(year))
    throw new UnreadableInput(
      `部门文件里没有 ${year} 年的数据，只有 ${years.join('、') || '没有写明年度的表'}。请用 --year 写明数据年度。`,
    );
  return year;
};

export function inputsFrom({ scheme, district, year, standIns }: DistrictInputs): Inputs {
  const wanted = new Set(
    [...scheme.facts.values()].flatMap(({ id, used, formula }) => (used && formula === undefined ? [id] : [])),
  );
  const made = evaluationTables(district, { wanted, year, standIns });
  const { dataset, findings } = datasetFrom({ scheme, tables: made.tables, sideTables: made.sideTables, year });
  const all: Finding[] = [...made.findings, ...findings];
  if (dataset === undefined)
    throw new UnreadableInput(
      ['部门文件不能用于评价：', ...all.filter(({ severity }) => severity === 'error').map(findingInWords)].join('\n'),
    );
  return { scheme, dataset, findings: all };
}
