/**
 * 谁参评 — scope, then parcels transferred in the year, then the exceptions in order; the first that holds gives the status.
 * A scope that cannot be decided gives what `who.undetermined` says; an exception that cannot be decided does not hold.
 */
import type { Finding } from '@muheng/finding';
import {
  type BlockResult,
  type Column,
  compile,
  conditionInFigures,
  type Formula,
  formulaInWords,
  type TypedNode,
} from '@muheng/formula';
import { civilDate, dateInWords } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import { type Occupancies, parcelOf, readOccupancy } from '../land/occupancy.js';
import { absentFacts, type Reasons } from '../reasons.js';
import { type StageFrame, statusCode } from '../stage.js';
import { found } from '../texts.zh.js';
import type { Standing } from './standing.js';

export interface Deciding {
  readonly scheme: Scheme;
  readonly frame: StageFrame;
  readonly standing: Standing;
  /** Collects why; added to. */
  readonly reasons: Reasons;
  /** Collects what is found; added to. */
  readonly findings: Finding[];
}

/** Rows `start` up to `end`: at most 1 024, looked at together. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 评价状态 — decided block after block in ascending order; `report` tells at the end what could not be decided. */
export class Statuses {
  readonly of: Uint8Array;
  /** What has to be answered for every block: the scope, then the exceptions in order. */
  readonly asked: readonly Formula[];
  private readonly undecided: number;
  private readonly transfers: Transfers | undefined;
  private readonly exceptions: readonly Exceptions[];
  private parts: readonly Part[] | undefined;

  constructor(
    private readonly deciding: Deciding,
    isMember: Uint8Array | undefined,
  ) {
    const { scheme, frame, standing } = deciding;
    const { include, undetermined, except } = scheme.who;
    this.of = isMember?.map((member) => (member === 1 ? statusCode.merged : statusCode.graded)) ?? new Uint8Array(frame.rows);
    this.asked = [include, ...except.map((exception) => exception.when)];
    this.undecided = { pending: statusCode.pending, out: statusCode.out, in: statusCode.graded }[undetermined];
    this.transfers = transfersOf(deciding);
    this.exceptions = except.map((exception) => ({
      exception,
      code: standing.ids.indexOf(exception.status),
      figures: conditionInFigures(exception.when, frame),
      undecided: 0,
      example: -1,
    }));
  }

  look(answers: readonly BlockResult[], span: Span): void {
    this.lookAtScope(answers[0]!, span);
    if (this.transfers !== undefined) takeTransferred(this.deciding, this.of, { transfers: this.transfers, end: span.end });
    for (let at = 0; at < this.exceptions.length; at++)
      takeExceptions(this.deciding, this.of, { found: this.exceptions[at]!, holds: answers[at + 1]!, span });
  }

  report(): void {
    const { frame, findings } = this.deciding;
    for (const { exception, undecided, example } of this.exceptions) {
      if (undecided === 0) continue;
      findings.push(undeterminedFinding(frame, { rule: exception.reason, formula: exception.when, count: undecided, example }));
    }
  }

  private lookAtScope({ values }: BlockResult, { start, end }: Span): void {
    const { of } = this;
    for (let row = start, at = 0; row < end; row++, at++)
      if (values[at] !== 1 && of[row] === statusCode.graded) this.leaveOut(row, Number.isNaN(values[at]!));
  }

  private leaveOut(row: number, isUndecided: boolean): void {
    const { scheme, frame, reasons } = this.deciding;
    const { include, undetermined, cited } = scheme.who;
    this.of[row] = isUndecided ? this.undecided : statusCode.out;
    if (!isUndecided) {
      this.parts ??= partsOf(frame, include);
      reasons.add(row, { code: 'not_in_scope', words: failedParts(this.parts, row), cited });
    } else if (undetermined !== 'in') {
      const words = `无法判断是否属于评价范围：${absentFacts(frame, include, row)}`;
      reasons.add(row, { code: 'scope_undetermined', words, cited });
    }
  }
}

/** `不符合“用地面积 在 3 亩 以上”：用地面积 2.9985 亩，低于 3 亩`; every failed part of 且 in order, and those whose facts are absent. */
const failedParts = (parts: readonly Part[], row: number): string =>
  parts
    .filter((part) => part.holds.values[row] !== 1)
    .map((part) => `${part.holds.absence[row] === PRESENT ? '不符合' : '无法判断'}“${part.words}”：${part.figures(row)}`)
    .join('。');

interface Part {
  readonly words: string;
  readonly holds: Column;
  /** Why it fails, or which of its facts are absent. */
  readonly figures: (row: number) => string;
}

const partsOf = (frame: StageFrame, include: Formula): readonly Part[] =>
  conjuncts(include.tree).map((tree) => {
    const part = { ...include, tree };
    return { words: formulaInWords(part), holds: compile(part).run(frame), figures: conditionInFigures(part, frame) };
  });

/** A flag formula is a single condition or several joined by 且. */
function conjuncts(tree: TypedNode): readonly TypedNode[] {
  return tree.kind === 'call' && tree.op === 'and' ? tree.args.flatMap(conjuncts) : [tree];
}

/** 宗地年内转让 (S86): the table, and how far it has been read. */
interface Transfers {
  readonly table: Occupancies;
  next: number;
}

function transfersOf({ scheme, frame }: Deciding): Transfers | undefined {
  const table = scheme.land?.transferred === undefined ? undefined : readOccupancy(frame);
  return table === undefined ? undefined : { table, next: 0 };
}

/** Of the subjects below `end`; the table is sorted by subject. */
function takeTransferred(
  { scheme, frame, reasons, standing }: Deciding,
  status: Uint8Array,
  { transfers, end }: { readonly transfers: Transfers; readonly end: number },
): void {
  const rule = scheme.land?.transferred;
  if (rule === undefined) return;
  const { table } = transfers;
  const { transferred } = table.columns;
  for (; transfers.next < table.rows && table.subject[transfers.next]! < end; transfers.next++) {
    const at = transfers.next;
    const row = table.subject[at]!;
    const day = transferred.values[at]!;
    if (transferred.absence[at] !== PRESENT || civilDate(day).year !== frame.year || !open(status[row]!)) continue;
    status[row] = standing.ids.indexOf(rule.status);
    reasons.add(row, {
      code: 'parcel_transferred',
      words: `宗地“${parcelOf(table, at)}”于${dateInWords(day)}转让`,
      cited: rule.cited,
    });
  }
}

/** Still to be decided: neither out nor merged nor already given a status of its own. */
const open = (code: number): boolean => code === statusCode.graded || code === statusCode.pending;

/** One exception, and of how many subjects it could not be decided. */
interface Exceptions {
  readonly exception: Scheme['who']['except'][number];
  /** The status it gives. */
  readonly code: number;
  readonly figures: (row: number) => string;
  undecided: number;
  example: number;
}

function takeExceptions(
  { reasons }: Deciding,
  status: Uint8Array,
  { found, holds, span }: { readonly found: Exceptions; readonly holds: BlockResult; readonly span: Span },
): void {
  const { exception, code, figures } = found;
  const { values } = holds;
  for (let row = span.start, at = 0; row < span.end; row++, at++) {
    if (values[at] === 0 || !open(status[row]!)) continue;
    if (values[at] === 1) {
      status[row] = code;
      reasons.add(row, { code: exception.id, words: withFigures(exception.reason, figures(row)), cited: exception.cited });
    } else {
      found.undecided++;
      if (found.example < 0) found.example = row;
    }
  }
}

const withFigures = (words: string, figures: string): string => (figures === '' ? words : `${words}（${figures}）`);

/** One note for all subjects of which a condition could not be decided. */
export function undeterminedFinding(
  frame: StageFrame,
  of: { readonly rule: string; readonly formula: Formula; readonly count: number; readonly example: number },
): Finding {
  const absent = absentFacts(frame, of.formula, of.example);
  const example = `，例如 ${frame.dataset.subjects[of.example] ?? ''}${absent === '' ? '' : `：${absent}`}`;
  return found('condition_undetermined', {}, { rule: of.rule, count: of.count, example });
}
