/**
 * Every decision of the oracle — which is larger, where a value rounds to — goes through a Judge. It decides by the exact value
 * under the declared tolerance and keeps a list of doubts: decisions so close that a double may fairly fall on the other side.
 */
import { below, minus, plus, reduced, size, sizeOf, tenTo, toNumber, unitRoundoff, zero } from './exact.js';
const tolerance = { over: 1n, under: tenTo(12) };
export class Judge {
    doubts = [];
    seen = new Map();
    note(what) {
        this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
    }
    /** −1, 0, 1: equal when they differ by at most 1e-12 of the larger. */
    order(a, b, what = 'order') {
        const gap = minus({ ...a, error: 0 }, { ...b, error: 0 });
        const distance = size(gap);
        const largest = sizeOf(a) > sizeOf(b) ? size(a) : size(b);
        const equal = distance.over * largest.under * tolerance.under <= largest.over * distance.under * tolerance.over;
        const error = a.error + b.error;
        if (error > 0) {
            const allowed = sizeOf(largest) * 1e-12;
            if (Math.abs(sizeOf(gap) - allowed) <= error)
                this.doubts.push(`${what}: ${toNumber(a)} against ${toNumber(b)}`);
        }
        return equal ? 0 : gap.over > 0n ? 1 : -1;
    }
    round(a, rounding, what = 'round') {
        if (rounding === 'none')
            return a;
        const result = rounded(a, rounding);
        if (a.error > 0) {
            const slack = dyadic(a.error);
            const low = rounded(minus({ ...a, error: 0 }, slack), rounding);
            const high = rounded(plus({ ...a, error: 0 }, slack), rounding);
            if (low.over !== result.over || high.over !== result.over || low.under !== high.under)
                this.doubts.push(`${what}: ${toNumber(a)} to ${rounding.to} by ${rounding.by}`);
        }
        return result;
    }
}
/** Written with 15 significant digits (half away), then rounded on those digits. */
function rounded(a, { to, by }) {
    if (a.over === 0n)
        return zero;
    const digits = fifteen(size(a));
    const shifted = { over: digits.over * tenTo(to), under: digits.under, error: 0 };
    const floor = below(shifted);
    const rest = shifted.over - floor * shifted.under;
    const units = floor + (raise[by](rest * 2n - shifted.under, floor % 2n === 1n, rest !== 0n) ? 1n : 0n);
    const value = reduced(a.over < 0n ? -units : units, tenTo(to), 0);
    return { ...value, error: unitRoundoff * sizeOf(value) };
}
/** `side`: the rest against one half. */
const raise = {
    excel: (side) => side >= 0n,
    gbt8170: (side, odd) => side > 0n || (side === 0n && odd),
    up: (_side, _odd, some) => some,
    down: () => false,
};
function fifteen(a) {
    let exponent = Math.floor(Math.log10(sizeOf(a)));
    if (!atLeastTenTo(a, exponent))
        exponent--;
    if (atLeastTenTo(a, exponent + 1))
        exponent++;
    const shift = 14 - exponent;
    const [top, bottom] = shift >= 0 ? [a.over * tenTo(shift), a.under] : [a.over, a.under * tenTo(-shift)];
    const digits = (2n * top + bottom) / (2n * bottom);
    return shift >= 0 ? reduced(digits, tenTo(shift), 0) : reduced(digits * tenTo(-shift), 1n, 0);
}
const atLeastTenTo = (a, exponent) => exponent >= 0 ? a.over >= a.under * tenTo(exponent) : a.over * tenTo(-exponent) >= a.under;
/** A double as the exact fraction it is, somewhat widened. */
const dyadic = (x) => reduced(BigInt(Math.ceil(x * 2 ** 200)), 1n << 200n, 0);
//# sourceMappingURL=judge.js.map