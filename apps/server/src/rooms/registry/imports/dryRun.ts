/** 试运行 — reads a file, works out the plan and says what it would do; writes nothing. The run begins with the same step. */
import type { ImportOutcome } from '../contract.js';
import { refuse } from '../texts.zh.js';
import { type FileRead, readImportFile } from './file.js';
import { planLeases, planParcels } from './land.js';
import { planMeters, planScales, planTitles } from './ledgers.js';
import { type Importing, Plan } from './plan.js';
import { planSubjects } from './subjects.js';
import type { ImportKind } from './vocabulary.js';

export interface ImportAsked {
  readonly bytes: Uint8Array;
  readonly name: string;
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
  asked: ImportAsked,
): Promise<{ readonly plan: Plan; readonly outcome: ImportOutcome; readonly valueAt: FileRead['valueAt'] }> {
  await importing.tell?.({ done: 0, total: 0, message: '正在读取文件' });
  const { rows, rejected, findings, valueAt } = await readImportFile(asked);
  if (rows.length + rejected.length === 0) {
    const first = findings.find(({ severity }) => severity === 'error');
    throw refuse('import_empty', {}, first === undefined ? {} : { finding: first.message, remedy: first.remedy });
  }
  const plan = new Plan(importing);
  plan.findings.push(...findings);
  plan.refused += rejected.length;
  await planners[asked.kind](plan, rows);
  return { plan, outcome: plan.outcome({ rows: rows.length + rejected.length, ...asked }), valueAt };
}

export const dryRun = async (importing: Importing, asked: ImportAsked): Promise<ImportOutcome> =>
  (await planImport(importing, asked)).outcome;
