/**
 * 对数与指数 — ln, log10 and exp with the same bits everywhere. `Math.log`, `Math.log10` and `Math.exp` may differ in the last
 * place between versions of one browser engine; these use only + − × ÷, which may not. Method and constants: Sun's fdlibm.
 */

const bits = new DataView(new ArrayBuffer(8));
const two54 = 18014398509481984;
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 自然对数 — of a number above zero; NaN for others. Within one unit in the last place. */
export function naturalLogarithm(value: number): number {
  if (!(value > 0)) return Number.NaN;
  if (value === Number.POSITIVE_INFINITY) return value;
  const { mantissa, exponent: k, middle } = taken(value);
  const f = mantissa - 1;
  if (f === 0) return k === 0 ? 0 : k * ln2High + k * ln2Low;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  if (!middle) return k * ln2High - (s * (f - rest) - k * ln2Low - f);
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + rest) + k * ln2Low) - f);
}

interface Taken {
  readonly mantissa: number;
  readonly exponent: number;
  /** Where the square is worth taking out first. */
  readonly middle: boolean;
}

/** A number as mantissa × 2^exponent, the mantissa between √½ and √2. */
function taken(value: number): Taken {
  const tiny = value < 2.2250738585072014e-308;
  bits.setFloat64(0, tiny ? value * two54 : value);
  const high = bits.getUint32(0);
  const fraction = high & 0x000fffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  bits.setUint32(0, fraction | (carry ^ 0x3ff00000));
  const exponent = (high >> 20) - 1023 + (carry >> 20) - (tiny ? 54 : 0);
  return { mantissa: bits.getFloat64(0), exponent, middle: fraction >= 0x6147a && fraction <= 0x6b851 };
}

/** 常用对数 — of a number above zero; NaN for others. Powers of ten give whole numbers. */
export function commonLogarithm(value: number): number {
  const whole = powersOfTen.get(value);
  if (whole !== undefined) return whole;
  if (!(value > 0)) return Number.NaN;
  if (value === Number.POSITIVE_INFINITY) return value;
  const { mantissa, exponent } = taken(value);
  const low = exponent * 3.694239077158931e-13 + Math.LOG10E * naturalLogarithm(mantissa);
  return low + exponent * 0.30102999566361177;
}

const powersOfTen: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 617 }, (_, at): [number, number] => [Number(`1e${at - 308}`), at - 308]),
);

/** 自然指数 — e to the power; infinite above 709.78, zero below −745.13. Within one unit in the last place. */
export function exponential(power: number): number {
  if (Number.isNaN(power)) return power;
  if (power > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (power < -745.1332191019411) return 0;
  const k = Math.trunc(Math.LOG2E * power + (power < 0 ? -0.5 : 0.5));
  const high = power - k * ln2High;
  const low = k * ln2Low;
  const x = high - low;
  const t = x * x;
  const inner = 0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8);
  const c = x - t * (0.16666666666666602 + t * (-0.0027777777777015593 + t * inner));
  return scaled(1 - (low - (x * c) / (2 - c) - high), k);
}

/** value × 2^k, in two steps where one power of two would not be a number or would round twice. */
function scaled(value: number, k: number): number {
  if (k > 1023) return value * 2 * powerOfTwo(k - 1);
  return k < -1021 ? value * powerOfTwo(k + 1000) * powerOfTwo(-1000) : value * powerOfTwo(k);
}

/** For exponents from −1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
