/** 试运行 — of a file that was read, works out the plan and says what it would do; writes nothing. The run begins with the same step. */
import type { ImportOutcome } from '../contract.js';
import { refuse } from '../texts.zh.js';
import type { FileRead } from './file.js';
import { planLeases, planParcels } from './land.js';
import { planMeters, planScales, planTitles } from './ledgers.js';
import { type Importing, Plan } from './plan.js';
import { planSubjects } from './subjects.js';
import type { ImportKind } from './vocabulary.js';

export interface ImportAsked {
  readonly read: FileRead;
  readonly kind: ImportKind;
  /** 只收合格行. */
  readonly goodRowsOnly: boolean;
}

const planners: Readonly<Record<ImportKind, typeof planSubjects>> = {
  subjects: planSubjects,
  parcels: planParcels,
  leases: planLeases,
  meters: planMeters,
  titles: planTitles,
  scales: planScales,
};

/** @throws registry.import_empty when the file holds no table */
export async function planImport(
  importing: Importing,
  { read, kind, goodRowsOnly }: ImportAsked,
): Promise<{ readonly plan: Plan; readonly outcome: ImportOutcome }> {
  const { sha256, rows, rejected, findings } = read;
  if (rows.length + rejected.length === 0) {
    const first = findings.find(({ severity }) => severity === 'error');
    throw refuse('import_empty', {}, first === undefined ? {} : { finding: first.message, remedy: first.remedy });
  }
  const plan = new Plan(importing);
  plan.findings.push(...findings);
  plan.refused += rejected.length;
  await planners[kind](plan, rows);
  return { plan, outcome: plan.outcome({ rows: rows.length + rejected.length, sha256, goodRowsOnly }) };
}

export const dryRun = async (importing: Importing, asked: ImportAsked): Promise<ImportOutcome> =>
  (await planImport(importing, asked)).outcome;
