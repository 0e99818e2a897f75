/**
 * 块运算 — operations over one block of rows. Each has one loop over plain values and leaves absences to `finish`,
 * or looks at values and absences together when absence decides (且, 或, 若, 合计 …).
 */
import { comparisonTolerance, equalNumbers, type Ratio, type Rounding, roundColumn } from '@muheng/quantity';
import { lenient, NOT_APPLICABLE, NOT_COMPUTABLE, PRESENT, strict } from '../absence.js';
import type { Comparison } from '../functions.js';
import { folds } from '../row.js';
import { comparisonMasks, type Scalar } from '../scalar.js';
import { allClean, finish, finishArithmetic, type Register, spellOut } from './register.js';

/**
 * Computes `out` from `args` for the first `rows` rows; `out` is never one of `args`, `of` is what the operation needs besides. Functions
 * of the module, none made while compiling: what a run makes and drops loses its machine code with it, and would be slow anew in every run.
 */
export type Block<Of = undefined> = (out: Register, args: readonly Register[], rows: number, of: Of) => void;

export const addBlock: Block = (out, args, rows) => {
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = a[row]! + b[row]!;
    values[row] = value;
    doubt += value - value;
  }
  finishArithmetic(out, args, { rows, doubt });
};

export const subtractBlock: Block = (out, args, rows) => {
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = a[row]! - b[row]!;
    values[row] = value;
    doubt += value - value;
  }
  finishArithmetic(out, args, { rows, doubt });
};

export const multiplyBlock: Block = (out, args, rows) => {
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = a[row]! * b[row]!;
    values[row] = value;
    doubt += value - value;
  }
  finishArithmetic(out, args, { rows, doubt });
};

/** A division by zero gives no finite number, and `finishArithmetic` calls it 算不出. */
export const divideBlock: Block = (out, args, rows) => {
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = a[row]! / b[row]!;
    values[row] = value;
    doubt += value - value;
  }
  finishArithmetic(out, args, { rows, doubt });
};

export const convertBlock: Block<Ratio> = (out, args, rows, { over, under }) => {
  const a = args[0]!.values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = (a[row]! * over) / under;
    values[row] = value;
    doubt += value - value;
  }
  finishArithmetic(out, args, { rows, doubt });
};

/**
 * Below, equal or above within the house's tolerance, then one bit of the comparison's mask. Values that differ by more than
 * twice the tolerance of their sum are apart for sure; only the others are measured exactly. Which of two values is larger alternates
 * from row to row, and a branch that a processor cannot foresee costs more than arithmetic: answers are counted as 0 and 1.
 */
export const compareBlock: Block<Comparison> = (out, args, rows, op) => {
  const mask = comparisonMasks[op];
  const [below, equal, above] = [mask & 1, (mask >> 1) & 1, (mask >> 2) & 1] as const;
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  let near = 0;
  for (let row = 0; row < rows; row++) {
    const gap = a[row]! - b[row]!;
    const doubtful = twiceTolerance * (Math.abs(a[row]!) + Math.abs(b[row]!));
    const isAbove = Number(gap > doubtful);
    const isBelow = Number(gap < -doubtful);
    values[row] = isAbove * above + isBelow * below;
    near |= 1 - isAbove - isBelow;
  }
  if (near !== 0) measureNear(out, args, { rows, below, equal, above });
  finish(out, args, { rows, doubt: 0 });
};

interface Answers {
  readonly rows: number;
  readonly below: number;
  readonly equal: number;
  readonly above: number;
}

function measureNear({ values }: Register, args: readonly Register[], { rows, below, equal, above }: Answers): void {
  const a = args[0]!.values;
  const b = args[1]!.values;
  for (let row = 0; row < rows; row++) {
    const x = a[row]!;
    const y = b[row]!;
    if (Math.abs(x - y) > twiceTolerance * (Math.abs(x) + Math.abs(y))) continue;
    values[row] = equalNumbers(x, y) ? equal : x < y ? below : above;
  }
}

const twiceTolerance = 2 * comparisonTolerance;

/** Any other strict operation of up to three operands. */
export const scalarBlock: Block<Scalar> = (out, args, rows, compute) => {
  const a = args[0]!.values;
  const b = (args[1] ?? args[0]!).values;
  const c = (args[2] ?? args[0]!).values;
  const { values } = out;
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    const value = compute(a[row]!, b[row]!, c[row]!);
    values[row] = value;
    doubt += value - value;
  }
  finish(out, args, { rows, doubt });
};

/** Texts are the same when their codes are. */
export const textBlock: Block<'equal' | 'unequal'> = (out, args, rows, op) => {
  const same = op === 'equal' ? 1 : 0;
  const a = args[0]!.values;
  const b = args[1]!.values;
  const { values } = out;
  for (let row = 0; row < rows; row++) values[row] = Number(a[row] === b[row]) ^ (1 - same);
  finish(out, args, { rows, doubt: 0 });
};

/** A question about texts: asked once for each text of the dictionary (code 0 and above), then looked up. */
export class TextAnswers {
  private answers = new Uint8Array(64).fill(unasked);

  constructor(private readonly ask: (code: number) => 0 | 1) {}

  /** For another dictionary. */
  forget(): void {
    this.answers.fill(unasked);
  }

  /** Answers to the codes of a block. */
  give(codes: Float64Array, values: Float64Array, rows: number): void {
    const { answers } = this;
    let open = 0;
    for (let row = 0; row < rows; row++) {
      const code = codes[row]! | 0;
      const answer = code >= 0 && code < answers.length ? answers[code]! : unasked;
      values[row] = answer;
      open |= answer;
    }
    if ((open & unasked) !== 0)
      for (let row = 0; row < rows; row++) if (values[row] === unasked) values[row] = this.answer(codes[row]!);
  }

  private answer(code: number): number {
    if (Number.isNaN(code)) return 0;
    const answer = this.ask(code);
    if (code < 0) return answer;
    if (code >= this.answers.length) {
      const more = new Uint8Array(2 * code).fill(unasked);
      more.set(this.answers);
      this.answers = more;
    }
    this.answers[code] = answer;
    return answer;
  }
}

const unasked = 2;

export const textTestBlock: Block<TextAnswers> = (out, args, rows, answers) => {
  answers.give(args[0]!.values, out.values, rows);
  finish(out, args, { rows, doubt: 0 });
};

export const roundBlock: Block<Rounding> = (out, args, rows, rounding) => {
  roundColumn(args[0]!.values.subarray(0, rows), rounding, out.values.subarray(0, rows));
  finish(out, args, { rows, doubt: 0 });
};

/** `decides`: the answer that one operand alone settles, 0 of 且 and 1 of 或. */
export const joinBlock: Block<0 | 1> = (out, args, rows, decides) => {
  if (allClean(args)) joinClean(decides, out, { args, rows });
  else joinWithAbsences(decides, out, { args, rows });
};

interface Joined {
  readonly args: readonly Register[];
  readonly rows: number;
}

function joinClean(decides: 0 | 1, out: Register, { args, rows }: Joined): void {
  const { values } = out;
  values.fill(1 - decides, 0, rows);
  for (const { values: flags } of args) for (let row = 0; row < rows; row++) if (flags[row] === decides) values[row] = decides;
  out.clean = true;
}

function joinWithAbsences(decides: 0 | 1, out: Register, { args, rows }: Joined): void {
  spellOut(args, rows);
  const { values, absence } = out;
  values.fill(1 - decides, 0, rows);
  absence.fill(PRESENT, 0, rows);
  for (const arg of args) {
    for (let row = 0; row < rows; row++) {
      if (values[row] === decides) continue;
      if (arg.absence[row] === PRESENT && arg.values[row] === decides) {
        values[row] = decides;
        absence[row] = PRESENT;
      } else {
        absence[row] = strict[absence[row]! * 5 + arg.absence[row]!]!;
      }
    }
  }
  for (let row = 0; row < rows; row++) if (absence[row] !== PRESENT) values[row] = Number.NaN;
  out.clean = false;
}

export const chooseBlock: Block = (out, args, rows) => {
  const [condition, then, otherwise] = args;
  out.clean = allClean(args);
  if (out.clean) {
    const [conditions, whenTrue, whenFalse] = [condition!.values, then!.values, otherwise!.values];
    for (let row = 0; row < rows; row++) out.values[row] = conditions[row] === 1 ? whenTrue[row]! : whenFalse[row]!;
    return;
  }
  spellOut(args, rows);
  for (let row = 0; row < rows; row++) {
    const undecided = condition!.absence[row]!;
    const taken = condition!.values[row] === 1 ? then! : otherwise!;
    out.values[row] = undecided === PRESENT ? taken.values[row]! : Number.NaN;
    out.absence[row] = undecided === PRESENT ? taken.absence[row]! : undecided;
  }
};

export const orElseBlock: Block = (out, args, rows) => {
  spellOut(args, rows);
  const [first, second] = args;
  for (let row = 0; row < rows; row++) {
    const taken = first!.absence[row] === PRESENT ? first! : second!;
    out.values[row] = taken.values[row]!;
    out.absence[row] = taken.absence[row]!;
  }
  out.clean = first!.clean || second!.clean;
};

/** `code` 0 asks for any absence. */
export const absenceBlock: Block<number> = (out, args, rows, code) => {
  spellOut(args, rows);
  const { absence } = args[0]!;
  for (let row = 0; row < rows; row++) out.values[row] = (code === 0 ? absence[row] !== PRESENT : absence[row] === code) ? 1 : 0;
  out.clean = true;
};

export const gatherBlock: Block<keyof typeof folds> = (out, args, rows, op) => {
  if (allClean(args)) gatherClean(op, out, { args, rows });
  else gatherWithAbsences(op, out, { args, rows });
};

function gatherClean(op: keyof typeof folds, out: Register, { args, rows }: Joined): void {
  const fold = folds[op];
  const { values } = out;
  values.set(args[0]!.values.subarray(0, rows));
  for (const { values: more } of args.slice(1)) for (let row = 0; row < rows; row++) values[row] = fold(values[row]!, more[row]!);
  let doubt = 0;
  for (let row = 0; row < rows; row++) {
    if (op === 'avg') values[row] = values[row]! / args.length;
    doubt += values[row]! - values[row]!;
  }
  finish(out, args, { rows, doubt });
}

function gatherWithAbsences(op: keyof typeof folds, out: Register, { args, rows }: Joined): void {
  const fold = folds[op];
  spellOut(args, rows);
  const { values, absence } = out;
  for (let row = 0; row < rows; row++) {
    let code: number = NOT_APPLICABLE;
    let total = Number.NaN;
    let count = 0;
    for (const arg of args) {
      const argument = arg.absence[row]!;
      code = lenient[code * 5 + argument]!;
      if (argument !== PRESENT) continue;
      total = count === 0 ? arg.values[row]! : fold(total, arg.values[row]!);
      count++;
    }
    const value = op === 'avg' ? total / count : total;
    const computable = code === PRESENT && Number.isFinite(value);
    values[row] = computable ? value : Number.NaN;
    absence[row] = code === PRESENT && !computable ? NOT_COMPUTABLE : code;
  }
  out.clean = false;
}
