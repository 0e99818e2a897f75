/** Half of a double's last place, relative. */
export const unitRoundoff = 1.2e-16;
export const zero = { over: 0n, under: 1n, error: 0 };
export const one = { over: 1n, under: 1n, error: 0 };
export const whole = (n) => ({ over: BigInt(n), under: 1n, error: 0 });
export function reduced(over, under, error) {
    if (over === 0n)
        return { over: 0n, under: 1n, error };
    const divisor = common(over < 0n ? -over : over, under < 0n ? -under : under);
    const sign = under < 0n ? -1n : 1n;
    return { over: (sign * over) / divisor, under: (sign * under) / divisor, error };
}
export const ratio = (over, under) => reduced(BigInt(over), BigInt(under), 0);
/** The decimal a person wrote, exactly: 0.1 is one tenth. */
export function decimal(text) {
    const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(text).trim());
    if (found === null)
        throw new RangeError(`no decimal: ${text}`);
    const [, sign = '', head = '', tail = '', power = '0'] = found;
    const shift = Number(power) - tail.length;
    const digits = BigInt(`${sign}${head}${tail}`);
    const value = shift >= 0 ? reduced(digits * tenTo(shift), 1n, 0) : reduced(digits, tenTo(-shift), 0);
    return isPowerOfTwo(value.under) ? value : { ...value, error: unitRoundoff * Math.abs(toNumber(value)) };
}
/** `20%` */
export const percent = (text) => times(decimal(text.replace('%', '')), ratio(1, 100));
export const plus = (a, b) => settled(a.over * b.under + b.over * a.under, a.under * b.under, (size) => a.error + b.error + noise(a, b, size));
export const minus = (a, b) => plus(a, negative(b));
export const negative = (a) => ({ over: -a.over, under: a.under, error: a.error });
export const times = (a, b) => settled(a.over * b.over, a.under * b.under, (size) => sizeOf(a) * b.error + sizeOf(b) * a.error + noise(a, b, size));
/** Raises a RangeError when b is zero: the caller has looked. */
export function over(a, b) {
    if (b.over === 0n)
        throw new RangeError('division by zero');
    return settled(a.over * b.under, a.under * b.over, (size) => (a.error + size * b.error) / sizeOf(b) + unitRoundoff * size);
}
export const size = (a) => (a.over < 0n ? negative(a) : a);
export const sign = (a) => (a.over > 0n ? 1 : a.over < 0n ? -1 : 0);
/** By value alone, no tolerance. */
export function exactOrder(a, b) {
    const gap = a.over * b.under - b.over * a.under;
    return gap > 0n ? 1 : gap < 0n ? -1 : 0;
}
export const larger = (a, b) => (exactOrder(a, b) >= 0 ? a : b);
export const smaller = (a, b) => (exactOrder(a, b) <= 0 ? a : b);
export const total = (all) => all.reduce(plus, zero);
/** Largest whole number at most a. */
export function below(a) {
    const cut = a.over / a.under;
    return a.over < 0n && cut * a.under !== a.over ? cut - 1n : cut;
}
export function toNumber(a) {
    const bits = Math.max(length(a.over), length(a.under));
    if (bits < 1000)
        return Number(a.over) / Number(a.under);
    const scaled = (a.over * (1n << 1200n)) / a.under;
    const excess = BigInt(Math.max(0, length(scaled) - 64));
    return Number(scaled >> excess) * 2 ** (Number(excess) - 1200);
}
export const sizeOf = (a) => Math.abs(toNumber(a));
export function tenTo(n) {
    const known = powers[n];
    return known ?? 10n ** BigInt(n);
}
const powers = Array.from({ length: 64 }, (_, n) => 10n ** BigInt(n));
function settled(top, bottom, error) {
    const value = reduced(top, bottom, 0);
    return { ...value, error: error(sizeOf(value)) };
}
/** Whole numbers and short binary fractions add and multiply without error. */
function noise(a, b, resultSize) {
    const short = a.error === 0 && b.error === 0 && isPowerOfTwo(a.under) && isPowerOfTwo(b.under);
    return short ? 0 : unitRoundoff * resultSize;
}
const isPowerOfTwo = (n) => (n & (n - 1n)) === 0n && n < 1n << 40n;
const length = (n) => n.toString(16).length * 4;
function common(a, b) {
    let large = a;
    let small = b;
    while (small !== 0n)
        [large, small] = [small, large % small];
    return large;
}
//# sourceMappingURL=exact.js.map