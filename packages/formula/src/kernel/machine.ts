/**
 * 运行 — runs a program over a frame, at most 1 024 rows at a time: straight into a result column, or block by block for a reader
 * that keeps no column.
 */
import { NOT_COMPUTABLE, PRESENT } from '../absence.js';
import { Dictionary } from '../dictionary.js';
import type { BlockReader, Column, Frame, Kernel } from '../tree.js';
import type { Constant, Program } from './compile.js';
import { blockRows, type Register } from './register.js';

export const kernelOf = (program: Program): Kernel => ({
  run: (frame, out) => run(program, frame, out ?? newColumn(frame.rows)),
  over: (frame) => new ProgramReader(program, frame),
});

export const newColumn = (rows: number): Column => ({ values: new Float64Array(rows), absence: new Uint8Array(rows) });

function run(program: Program, frame: Frame, out: Column): Column {
  const { rows } = frame;
  if (out.values.length !== rows || out.absence.length !== rows)
    throw new RangeError(`out has ${out.values.length} rows, the frame ${rows}`);
  const reader = new ProgramReader(program, frame);
  const result = reader.results[0]!;
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    reader.span(start, end);
    copy(result, out, { start, end });
  }
  return out;
}

/** Takes the columns out of the frame once; then every block is a few loops over registers. */
class ProgramReader implements BlockReader {
  readonly results: readonly Register[];
  private readonly columns: readonly Column[];

  constructor(
    private readonly program: Program,
    frame: Frame,
  ) {
    const texts = Dictionary.for(program, frame);
    this.results = program.results;
    this.columns = program.loads.map((load) => load.columnOf(frame));
    for (const constant of program.constants) fill(constant, frame, texts);
    for (const prepare of program.prepare) prepare(texts);
  }

  span(start: number, end: number): void {
    const { loads } = this.program;
    for (let at = 0; at < loads.length; at++) takeSpan(loads[at]!.register, this.columns[at]!, { start, end });
    this.compute(end - start);
  }

  pick(rows: Int32Array, start: number, end: number): void {
    const { loads } = this.program;
    for (let at = 0; at < loads.length; at++) takeRows(loads[at]!.register, this.columns[at]!, { rows, start, end });
    this.compute(end - start);
  }

  private compute(rows: number): void {
    for (const step of this.program.steps) step.block(step.out, step.args, rows, step.of);
  }
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

function takeSpan(register: Register, column: Column, { start, end }: Span): void {
  const { values, absence } = register;
  const { values: allValues, absence: allAbsences } = column;
  let any = 0;
  let wrong = 0;
  for (let row = start, at = 0; row < end; row++, at++) {
    const value = allValues[row]!;
    const code = allAbsences[row]!;
    values[at] = value;
    absence[at] = code;
    any |= code;
    wrong |= Number(value - value !== 0) ^ Number(code !== PRESENT);
  }
  register.clean = any === PRESENT && wrong === 0;
  if (wrong !== 0) mend(register, end - start);
}

function takeRows(register: Register, column: Column, { rows, start, end }: Span & { readonly rows: Int32Array }): void {
  const { values, absence } = register;
  const { values: allValues, absence: allAbsences } = column;
  let any = 0;
  let wrong = 0;
  for (let place = start, at = 0; place < end; place++, at++) {
    const row = rows[place]!;
    const value = allValues[row]!;
    const code = allAbsences[row]!;
    values[at] = value;
    absence[at] = code;
    any |= code;
    wrong |= Number(value - value !== 0) ^ Number(code !== PRESENT);
  }
  register.clean = any === PRESENT && wrong === 0;
  if (wrong !== 0) mend(register, end - start);
}

/** A column that lies: 算不出 where it says present and no finite number stands, as in row.ts; no number where it says absent. */
function mend({ values, absence }: Register, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (absence[row] !== PRESENT) values[row] = Number.NaN;
    else if (value - value !== 0) {
      absence[row] = NOT_COMPUTABLE;
      values[row] = Number.NaN;
    }
  }
}

function copy(register: Register, out: Column, { start, end }: Span): void {
  out.values.set(register.values.subarray(0, end - start), start);
  if (register.clean) out.absence.fill(PRESENT, start, end);
  else out.absence.set(register.absence.subarray(0, end - start), start);
}
