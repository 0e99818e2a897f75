/**
 * SM2 验签 — by GM/T 0003.2 with SM3 and the usual identity 1234567812345678, as seal systems in government networks sign. Verifying
 * takes nothing secret, so plain big integers do. The library's own SM2 leaves the identity out and would refuse these. @source trust R45, R46
 */
import { createHash, type KeyObject } from 'node:crypto';

const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
export const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}
export const generator: Point = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};

/** 1.2.156.10197.1.301 as it stands in a key's DER. */
const curveName = Buffer.from('06082a811ccf5501822d', 'hex');
export const usualIdentity = '1234567812345678';

export interface Sm2Signed {
  readonly content: Uint8Array;
  /** DER, or r and s of 32 bytes each. */
  readonly signature: Uint8Array;
  readonly key: KeyObject;
  readonly identity?: string;
}

/** @throws Error when the key is none of this curve or the signature cannot be read */
export function sm2Holds({ content, signature, key, identity = usualIdentity }: Sm2Signed): boolean {
  const point = pointOf(key);
  const { r, s } = partsOf(Buffer.from(signature));
  if (r < 1n || r >= order || s < 1n || s >= order) return false;
  const t = (r + s) % order;
  if (t === 0n) return false;
  const sum = add(times(generator, s), times(point, t));
  return sum !== null && (digestOf(content, point, identity) + sum.x) % order === r;
}

/** e = SM3(Z ‖ M), Z = SM3 of the identity, the curve and the key. */
export function digestOf(content: Uint8Array, { x, y }: Point, identity: string): bigint {
  const id = Buffer.from(identity, 'utf8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const z = createHash('sm3').update(bits).update(id);
  for (const part of [a, b, generator.x, generator.y, x, y]) z.update(bytes32(part));
  return BigInt(`0x${createHash('sm3').update(z.digest()).update(content).digest('hex')}`);
}

export const bytes32 = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

export function pointOf(key: KeyObject): Point {
  const der = key.export({ type: 'spki', format: 'der' });
  const raw = der.subarray(-65);
  if (!der.includes(curveName) || raw[0] !== 4) throw new Error('not an SM2 key');
  const point = { x: numberOf(raw.subarray(1, 33)), y: numberOf(raw.subarray(33)) };
  if (mod(point.y * point.y - (point.x * point.x * point.x + a * point.x + b)) !== 0n) throw new Error('not on the curve');
  return point;
}

function partsOf(signature: Buffer): { r: bigint; s: bigint } {
  if (signature.length === 64) return { r: numberOf(signature.subarray(0, 32)), s: numberOf(signature.subarray(32)) };
  const whole = element(signature, 0x30);
  if (whole.end !== signature.length) throw new Error('bytes behind the signature');
  const first = element(whole.body, 0x02);
  const second = element(whole.body.subarray(first.end), 0x02);
  if (first.end + second.end !== whole.body.length) throw new Error('not two numbers');
  return { r: numberOf(first.body), s: numberOf(second.body) };
}

/** One DER element with a length of one byte: all that a signature of this size needs. */
function element(bytes: Buffer, tag: number): { body: Buffer; end: number } {
  const length = bytes[1] ?? 0xff;
  if (bytes[0] !== tag || length > 0x7f || bytes.length < 2 + length) throw new Error('not a DER signature');
  return { body: bytes.subarray(2, 2 + length), end: 2 + length };
}

const mod = (value: bigint, by = p): bigint => ((value % by) + by) % by;

/** By the extended Euclidean algorithm. */
export function inverse(value: bigint, by = p): bigint {
  let [r0, r1, t0, t1] = [by, mod(value, by), 0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - q * r1, t1, t0 - q * t1];
  }
  return mod(t0, by);
}

/** Null is the point at infinity. */
function add(one: Point | null, other: Point | null): Point | null {
  if (one === null) return other;
  if (other === null) return one;
  if (one.x === other.x && mod(one.y + other.y) === 0n) return null;
  const slope =
    one.x === other.x ? mod((3n * one.x * one.x + a) * inverse(2n * one.y)) : mod((other.y - one.y) * inverse(other.x - one.x));
  const x = mod(slope * slope - one.x - other.x);
  return { x, y: mod(slope * (one.x - x) - one.y) };
}

export function times(point: Point, by: bigint): Point | null {
  let sum: Point | null = null;
  let doubled: Point | null = point;
  for (let left = by; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}
