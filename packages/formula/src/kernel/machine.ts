/** 运行 — runs a program over a frame, 1 024 rows at a time, straight into the result column. */
import { NOT_COMPUTABLE, PRESENT } from '../absence.js';
import { Dictionary } from '../dictionary.js';
import type { Column, Frame, Kernel } from '../tree.js';
import type { Constant, Program } from './compile.js';
import { blockRows, type Register } from './register.js';

export const kernelOf = (program: Program): Kernel => ({
  run: (frame, out) => run(program, frame, out ?? newColumn(frame.rows)),
});

export const newColumn = (rows: number): Column => ({ values: new Float64Array(rows), absence: new Uint8Array(rows) });

function run(program: Program, frame: Frame, out: Column): Column {
  const { rows } = frame;
  if (out.values.length !== rows || out.absence.length !== rows)
    throw new RangeError(`out has ${out.values.length} rows, the frame ${rows}`);
  const texts = Dictionary.for(program, frame);
  const columns = program.loads.map((load) => load.columnOf(frame));
  for (const constant of program.constants) fill(constant, frame, texts);
  for (const prepare of program.prepare) prepare(texts);
  const inPlace = program.steps.some((step) => step.out === program.result);
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    program.loads.forEach((load, index) => {
      take(load.register, columns[index]!, { start, end });
    });
    const { result } = program;
    if (inPlace) place(result, out, { start, end });
    for (const step of program.steps) step.block(step.out, step.args, end - start);
    if (!inPlace) copy(result, out, { start, end });
    else if (result.clean) out.absence.fill(PRESENT, start, end);
  }
  return out;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function fill({ register, cellOf }: Constant, frame: Frame, texts: Dictionary): void {
  const cell = cellOf(frame, texts);
  register.values.fill(cell.value);
  register.absence.fill(cell.absence);
  register.clean = cell.absence === PRESENT;
}

/** Looks at the columns of the frame where they stand; a number that is not finite is never let in. */
function take(register: Register, column: Column, { start, end }: Span): void {
  const values = column.values.subarray(start, end);
  const absence = column.absence.subarray(start, end);
  let any = 0;
  let wrong = 0;
  for (let row = 0; row < absence.length; row++) {
    const code = absence[row]!;
    const value = values[row]!;
    any |= code;
    wrong |= Number(value - value !== 0) ^ Number(code !== PRESENT);
  }
  register.values = values;
  register.absence = absence;
  register.clean = any === 0 && wrong === 0;
  if (wrong !== 0) mend(register);
}

/** A column that says present where no finite number stands: 算不出, as in row.ts. The frame itself stays untouched. */
function mend(register: Register): void {
  register.values = register.values.slice();
  register.absence = register.absence.slice();
  const { values, absence } = register;
  for (let row = 0; row < values.length; row++) {
    if (absence[row] === PRESENT && !Number.isFinite(values[row]!)) absence[row] = NOT_COMPUTABLE;
    if (absence[row] !== PRESENT) values[row] = Number.NaN;
  }
}

function place(register: Register, out: Column, { start, end }: Span): void {
  register.values = out.values.subarray(start, end);
  register.absence = out.absence.subarray(start, end);
}

function copy(register: Register, out: Column, { start, end }: Span): void {
  out.values.set(register.values.subarray(0, end - start), start);
  if (register.clean) out.absence.fill(PRESENT, start, end);
  else out.absence.set(register.absence.subarray(0, end - start), start);
}
