/**
 * Exact positive ratios of safe integers, in lowest terms: what one unit is in another.
 * A product that no longer fits into safe integers is `undefined`, never rounded.
 */

/** A positive exact ratio of safe integers, in lowest terms. */
export interface Ratio {
  readonly over: number;
  readonly under: number;
}

export const one: Ratio = Object.freeze({ over: 1, under: 1 });

/** `over / under` in lowest terms. Both must be positive safe integers. */
export function ratio(over: number, under: number): Ratio {
  const divisor = commonDivisor(over, under);
  return { over: over / divisor, under: under / divisor };
}

/** a · b, reduced crosswise first so that only a product that is really too large is refused. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio | undefined {
  const first = ratio(a.over, b.under);
  const second = ratio(b.over, a.under);
  const over = first.over * second.over;
  const under = first.under * second.under;
  return Number.isSafeInteger(over) && Number.isSafeInteger(under) ? { over, under } : undefined;
}

export const invertRatio = (a: Ratio): Ratio => ({ over: a.under, under: a.over });

/** a to a whole power, negative ones included; 0 gives 1. */
export function powerRatio(a: Ratio, exponent: number): Ratio | undefined {
  const base = exponent < 0 ? invertRatio(a) : a;
  if (base.over === 1 && base.under === 1) return one;
  let product: Ratio | undefined = one;
  for (let step = 0; step < Math.abs(exponent) && product !== undefined; step++) product = multiplyRatios(product, base);
  return product;
}

function commonDivisor(a: number, b: number): number {
  let large = a;
  let small = b;
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}
