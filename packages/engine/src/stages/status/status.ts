/**
 * 谁参评 — scope, then parcels transferred in the year, then the exceptions in order; the first that holds gives the status.
 * A scope that cannot be decided gives what `who.undetermined` says; an exception that cannot be decided does not hold.
 */
import type { Finding } from '@muheng/finding';
import { type Column, compile, conditionInFigures, type Formula, formulaInWords, type TypedNode } from '@muheng/formula';
import { civilDate, dateInWords } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import { parcelOf, readOccupancy } from '../land/occupancy.js';
import { absentFacts, type Reasons } from '../reasons.js';
import { type StageFrame, statusCode } from '../stage.js';
import { found } from '../texts.zh.js';
import { visitBlocks } from '../walk.js';
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

export function decideStatus(deciding: Deciding, isMember: Uint8Array): Uint8Array {
  const status = new Uint8Array(deciding.frame.rows);
  for (let row = 0; row < status.length; row++) if (isMember[row] === 1) status[row] = statusCode.merged;
  decideScope(deciding, status);
  decideTransferred(deciding, status);
  decideExceptions(deciding, status);
  return status;
}

function decideScope({ scheme, frame, reasons }: Deciding, status: Uint8Array): void {
  const { include, undetermined, cited } = scheme.who;
  const partsOnce = once(() => partsOf(frame, include));
  const undecided = { pending: statusCode.pending, out: statusCode.out, in: statusCode.graded }[undetermined];
  visitBlocks(compile(include), frame, (holds, start, end) => {
    for (let row = start, at = 0; row < end; row++, at++) {
      if (holds.values[at] === 1 || status[row] !== statusCode.graded) continue;
      if (Number.isNaN(holds.values[at]!)) {
        status[row] = undecided;
        if (undetermined !== 'in')
          reasons.add(row, {
            code: 'scope_undetermined',
            words: `无法判断是否属于评价范围：${absentFacts(frame, include, row)}`,
            cited,
          });
        continue;
      }
      status[row] = statusCode.out;
      reasons.add(row, { code: 'not_in_scope', words: failedParts(partsOnce(), row), cited });
    }
  });
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

/** Made when first asked for: most scopes leave nobody out. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A flag formula is a single condition or several joined by 且. */
function conjuncts(tree: TypedNode): readonly TypedNode[] {
  return tree.kind === 'call' && tree.op === 'and' ? tree.args.flatMap(conjuncts) : [tree];
}

/** 宗地年内转让 (S86). */
function decideTransferred({ scheme, frame, reasons, standing }: Deciding, status: Uint8Array): void {
  const rule = scheme.land?.transferred;
  const table = rule === undefined ? undefined : readOccupancy(frame);
  if (rule === undefined || table === undefined) return;
  const code = standing.ids.indexOf(rule.status);
  const { transferred } = table.columns;
  for (let at = 0; at < table.rows; at++) {
    const row = table.subject[at]!;
    const day = transferred.values[at]!;
    if (transferred.absence[at] !== PRESENT || civilDate(day).year !== frame.year || !open(status[row]!)) continue;
    status[row] = code;
    reasons.add(row, {
      code: 'parcel_transferred',
      words: `宗地“${parcelOf(table, at)}”于${dateInWords(day)}转让`,
      cited: rule.cited,
    });
  }
}

/** Still to be decided: neither out nor merged nor already given a status of its own. */
const open = (code: number): boolean => code === statusCode.graded || code === statusCode.pending;

function decideExceptions(deciding: Deciding, status: Uint8Array): void {
  const { scheme, frame, reasons, standing, findings } = deciding;
  for (const exception of scheme.who.except) {
    const figures = conditionInFigures(exception.when, frame);
    const code = standing.ids.indexOf(exception.status);
    let undecided = 0;
    let example = -1;
    visitBlocks(compile(exception.when), frame, (holds, start, end) => {
      for (let row = start, at = 0; row < end; row++, at++) {
        if (holds.values[at] === 0 || !open(status[row]!)) continue;
        if (holds.values[at] === 1) {
          status[row] = code;
          reasons.add(row, { code: exception.id, words: withFigures(exception.reason, figures(row)), cited: exception.cited });
        } else {
          undecided++;
          if (example < 0) example = row;
        }
      }
    });
    if (undecided > 0)
      findings.push(undeterminedFinding(frame, { rule: exception.reason, formula: exception.when, count: undecided, example }));
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
