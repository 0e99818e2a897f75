/**
 * 汇编 — a few WebAssembly instructions as functions that return their bytes: what stands in program.ts reads like the calculation that it
 * is. Operands come first, as the machine wants them. Only what the program needs.
 */

export type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 127;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 128);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    const isLast = (rest === 0n && (low & 64) === 0) || (rest === -1n && (low & 64) !== 0);
    bytes.push(isLast ? low : low | 128);
    if (isLast) return bytes;
  }
}

const operation =
  (...bytes: number[]) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), ...bytes];
const vectorOperation = (number: number) => operation(0xfd, ...unsigned(number));
const loading =
  (...bytes: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...bytes, 0, ...unsigned(offset)];
const storing =
  (...bytes: number[]) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...bytes, 0, ...unsigned(offset)];

export const i32 = {
  of: (value: number): Code => [0x41, ...signed(BigInt(value | 0))],
  load: loading(0x28),
  load8: loading(0x2d),
  store: storing(0x36),
  store8: storing(0x3a),
  store16: storing(0x3b),
  isZero: operation(0x45),
  equal: operation(0x46),
  unequal: operation(0x47),
  below: operation(0x49),
  above: operation(0x4b),
  firstBit: operation(0x68),
  add: operation(0x6a),
  subtract: operation(0x6b),
  multiply: operation(0x6c),
  and: operation(0x71),
  or: operation(0x72),
  xor: operation(0x73),
  left: operation(0x74),
  right: operation(0x76),
} as const;

export const i64 = {
  of: (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))],
  load: loading(0x29),
  equal: operation(0x51),
  multiply: operation(0x7e),
  and: operation(0x83),
  left: operation(0x86),
  right: operation(0x88),
  low: operation(0xa7),
  from: operation(0xad),
  subtract: operation(0x7d),
} as const;

export const f64 = {
  of: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  load: loading(0x2b),
  store: storing(0x39),
  less: operation(0x63),
  more: operation(0x64),
  add: operation(0xa0),
  subtract: operation(0xa1),
  multiply: operation(0xa2),
  divide: operation(0xa3),
  from: operation(0xb7),
} as const;

/** Sixteen bytes at once. */
export const v128 = {
  load: loading(0xfd, 0x00),
  store: storing(0xfd, 0x0b),
  all: vectorOperation(0x0f),
  pick: vectorOperation(0x0e),
  equal: vectorOperation(0x23),
  atMost: vectorOperation(0x2a),
  or: vectorOperation(0x50),
  /** One bit for each byte, its highest. */
  bits: vectorOperation(0x64),
  subtract: vectorOperation(0x71),
  /** The first or the last eight bytes, 16 bits wide. */
  lowWide: vectorOperation(0x89),
  highWide: vectorOperation(0x8a),
  /** 16 bits wide, out of two that are 32 bits wide. */
  narrow: vectorOperation(0x85),
  /** 32 bits wide: sums of products of neighbours that are 16 bits wide. */
  dot: vectorOperation(0xba),
  lane: (vector: Code, lane: number): Code => [...vector, 0xfd, 0x1b, lane],
} as const;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** One of two values. */
export const choose = (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b];
export const call = (imported: number, ...operands: readonly Code[]): Code => [...operands.flat(), 0x10, ...unsigned(imported)];
export const when = (condition: Code, yes: Code, no: Code = []): Code => [
  ...condition,
  ...[0x04, 0x40],
  ...yes,
  ...(no.length === 0 ? [] : [0x05, ...no]),
  0x0b,
];
/** `leave(0)` goes behind it, `leave(1)` behind the one around it; an `if` around counts as well. */
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, ...body.flat(), 0x0b];
/** `leave(0)` goes back to its begin. */
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b];
export const leave = (depth: number): Code => [0x0c, ...unsigned(depth)];
export const leaveIf = (depth: number, condition: Code): Code => [...condition, 0x0d, ...unsigned(depth)];
/** Goes behind the block of that number from within, beyond the last to the last. */
export const leaveBy = (value: Code, depths: readonly number[], other: number): Code => [
  ...value,
  ...[0x0e, ...unsigned(depths.length)],
  ...depths.flatMap(unsigned),
  ...unsigned(other),
];

const types = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

export interface Program {
  /** Name of each function that is called from within, with the number of its operands, all i32; it gives an i32. */
  readonly imports: readonly (readonly [string, number])[];
  /** Of operands i32 to an i32. */
  readonly operands: number;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** A module that exports `run` and takes its shared memory from outside. */
export function moduleBytes({ imports, operands, locals, body }: Program): Uint8Array<ArrayBuffer> {
  const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const section = (number: number, content: Code): Code => [number, ...unsigned(content.length), ...content];
  const name = (text: string): Code => vector([...text].map((letter) => [letter.charCodeAt(0)]));
  const ofType = (count: number): Code => [0x60, ...vector(Array.from({ length: count }, () => [types.i32])), 1, types.i32];
  const outside = imports.map(([own], type) => [...name('outside'), ...name(own), 0, ...unsigned(type + 1)]);
  const memory: Code = [...name('outside'), ...name('memory'), 2, 3, ...unsigned(1), ...unsigned(65_536)];
  const code: Code = [...vector(locals.map((type) => [1, types[type]])), ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([ofType(operands), ...imports.map(([, count]) => ofType(count))])),
    ...section(2, vector([...outside, memory])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name('run'), 0, ...unsigned(imports.length)]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}
