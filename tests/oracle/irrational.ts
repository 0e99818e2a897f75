/** sqrt, ln and exp to 45 decimals in fixed-point big integers. Exact enough that only true ties need the 15-digit snap. */
import { type Exact, reduced, sizeOf, toNumber, unitRoundoff } from './exact.js';

const places = 45n;
const scale = 10n ** places;

/** Of a value above or equal to zero. */
export function squareRoot(a: Exact): Exact {
  const root = integerRoot((a.over * scale * scale) / a.under);
  const size = Number(root) / Number(scale);
  return reduced(root, scale, (size === 0 ? 0 : a.error / (2 * size)) + unitRoundoff * size);
}

/** Of a value above zero. */
export function naturalLog(a: Exact): Exact {
  const fixed = fixedLog((a.over * scale) / a.under);
  return reduced(fixed, scale, a.error / sizeOf(a) + unitRoundoff * Math.abs(Number(fixed) / Number(scale)));
}

export const commonLog = (a: Exact): Exact => {
  const fixed = (fixedLog((a.over * scale) / a.under) * scale) / fixedLog(10n * scale);
  return reduced(fixed, scale, a.error / sizeOf(a) + unitRoundoff * Math.abs(Number(fixed) / Number(scale)));
};

export function exponential(a: Exact): Exact {
  const x = (a.over * scale) / a.under;
  const twos = x / logOfTwo;
  const rest = x - twos * logOfTwo;
  let term = scale;
  let sum = scale;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * rest) / (scale * n);
    sum += term;
  }
  const value = twos >= 0n ? reduced(sum << twos, scale, 0) : reduced(sum, scale << -twos, 0);
  const size = toNumber(value);
  return { ...value, error: size * (a.error + unitRoundoff * (1 + sizeOf(a))) };
}

function fixedLog(x: bigint): bigint {
  let twos = 0n;
  let part = x;
  for (; part > (scale * 3n) / 2n; twos++) part >>= 1n;
  for (; part < (scale * 3n) / 4n; twos--) part <<= 1n;
  return twice(((part - scale) * scale) / (part + scale)) + twos * logOfTwo;
}

/** 2·artanh(z) = z + z³/3 + … doubled. */
function twice(z: bigint): bigint {
  const square = (z * z) / scale;
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / scale;
  }
  return 2n * sum;
}

const logOfTwo: bigint = twice(scale / 3n);

function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2) + 1);
  for (;;) {
    const next = (guess + n / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}
