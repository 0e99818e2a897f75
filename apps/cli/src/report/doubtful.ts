/** 存疑的类别 — who was graded with a figure whose unit is asked about: the figure was used as it stands, so the grade waits for an answer. */
import type { Dataset, Result } from '@muheng/engine';
import type { Finding } from '@muheng/finding';
import { gradeName, type Scheme } from '@muheng/scheme';
import type { DeliveredInputs } from '../district/delivered.js';

interface Graded {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
  readonly findings: readonly Finding[];
  readonly delivered?: DeliveredInputs;
}

const asking: ReadonlySet<string> = new Set(['unit_slip_row', 'meter_jumps', 'ledger_implausible']);

/** `甲公司 A类（实缴税金）`, one a subject. */
export function doubtfulGrades({ scheme, dataset, result, findings, delivered }: Graded): readonly string[] {
  const asked = findings.filter(({ code }) => asking.has(code));
  const cells = new Set(
    asked.map(({ where }) => [where.file, where.sheet, where.cell].filter((part) => part !== undefined).join('!')),
  );
  const inLedgers = delivered === undefined ? new Set<string>() : subjectsOfLedgers(asked, delivered, dataset.year);
  const used = [...scheme.facts.values()].filter((fact) => fact.used && fact.type === 'number');
  const order = [...result.subjects.keys()].sort((one, other) => place(result, one) - place(result, other));
  return order.flatMap((row) => {
    const id = result.subjects[row]!;
    const grade = result.gradeKeys[result.grade[row] ?? -1];
    if (grade === undefined) return [];
    const facts = used.filter((fact) => cells.has(dataset.source(fact.id, dataset.year, row) ?? '')).map(({ term }) => term);
    const all = inLedgers.has(id) ? [...facts, '用地或用电台账'] : facts;
    return all.length === 0 ? [] : [`${result.names[row] ?? id} ${gradeName(scheme, grade)}（${all.join('、')}）`];
  });
}

/** Best class first, by rank in it. */
const place = ({ grade, rank }: Result, row: number): number => (grade[row] ?? 99) * 1e7 + (rank[row] ?? 0);

/** Rows of land and power are summed: the row says whose. */
function subjectsOfLedgers(asked: readonly Finding[], { district }: DeliveredInputs, year: number): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { view, subject } of district.joined) {
    if (!['certificates', 'leases', 'meters', 'shares'].includes(view.kind) || (view.year ?? year) !== year) continue;
    for (const { where } of asked) {
      if (where.file !== view.file || where.sheet !== view.table.sheet || where.row === undefined) continue;
      const at = subject[where.row - view.table.firstRow] ?? -1;
      if (at >= 0) codes.add(district.register.subjects[at]!.code);
    }
  }
  return codes;
}
