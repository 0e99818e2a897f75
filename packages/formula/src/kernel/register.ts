/** Block registers: 1 024 values with their absences. `clean` says that no row is absent; then `absence` is not kept up. */
import { NOT_COMPUTABLE, PRESENT, strict } from '../absence.js';

export const blockRows = 1024;

export interface Register {
  readonly values: Float64Array;
  readonly absence: Uint8Array;
  clean: boolean;
}

export const newRegister = (): Register => ({
  values: new Float64Array(blockRows),
  absence: new Uint8Array(blockRows),
  clean: true,
});

/** Writes the absences of clean registers out, for operations that look at every one. */
export function spellOut(registers: readonly Register[], rows: number): void {
  for (const register of registers) if (register.clean) register.absence.fill(PRESENT, 0, rows);
}

export const allClean = (registers: readonly Register[]): boolean => registers.every((register) => register.clean);

/**
 * After a strict computation: absences of the operands, and 算不出 where the result is no finite number.
 * `doubt` is the sum of value − value: 0 when every value was finite.
 */
export function finish(
  out: Register,
  args: readonly Register[],
  { rows, doubt }: { readonly rows: number; readonly doubt: number },
): void {
  const clean = allClean(args);
  out.clean = clean && doubt === 0;
  if (out.clean) return;
  const { values, absence } = out;
  takeAbsences(absence, args, rows);
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (absence[row] !== PRESENT) values[row] = Number.NaN;
    else if (value - value !== 0) {
      absence[row] = NOT_COMPUTABLE;
      values[row] = Number.NaN;
    }
  }
}

/**
 * After arithmetic, where NaN in makes NaN out: only rows without a finite result are looked at again. `doubt` as in `finish`.
 */
export function finishArithmetic(
  out: Register,
  args: readonly Register[],
  { rows, doubt }: { readonly rows: number; readonly doubt: number },
): void {
  out.clean = doubt === 0;
  if (out.clean) return;
  const { values, absence } = out;
  absence.fill(PRESENT, 0, rows);
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value - value === 0) continue;
    let code: number = PRESENT;
    for (const arg of args) if (!arg.clean) code = strict[code * 5 + arg.absence[row]!]!;
    absence[row] = code === PRESENT ? NOT_COMPUTABLE : code;
    values[row] = Number.NaN;
  }
}

/** The dominant absence of all operands. */
function takeAbsences(absence: Uint8Array, args: readonly Register[], rows: number): void {
  let taken = false;
  for (const arg of args) {
    if (arg.clean) continue;
    const more = arg.absence;
    if (taken) {
      for (let row = 0; row < rows; row++) if (more[row] !== PRESENT) absence[row] = strict[absence[row]! * 5 + more[row]!]!;
    } else for (let row = 0; row < rows; row++) absence[row] = more[row]!;
    taken = true;
  }
  if (!taken) absence.fill(PRESENT, 0, rows);
}
