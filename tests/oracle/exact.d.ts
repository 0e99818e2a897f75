/**
 * Exact fractions of big integers, each with a bound of the error a double would carry at this point (`error`): the oracle decides
 * by the exact value, and the bound tells which decisions no double arithmetic can be expected to share. Shares nothing with packages/*.
 */
export interface Exact {
    readonly over: bigint;
    /** Always above zero. */
    readonly under: bigint;
    readonly error: number;
}
/** Half of a double's last place, relative. */
export declare const unitRoundoff = 1.2e-16;
export declare const zero: Exact;
export declare const one: Exact;
export declare const whole: (n: number | bigint) => Exact;
export declare function reduced(over: bigint, under: bigint, error: number): Exact;
export declare const ratio: (over: number | bigint, under: number | bigint) => Exact;
/** The decimal a person wrote, exactly: 0.1 is one tenth. */
export declare function decimal(text: string | number): Exact;
/** `20%` */
export declare const percent: (text: string) => Exact;
export declare const plus: (a: Exact, b: Exact) => Exact;
export declare const minus: (a: Exact, b: Exact) => Exact;
export declare const negative: (a: Exact) => Exact;
export declare const times: (a: Exact, b: Exact) => Exact;
/** Raises a RangeError when b is zero: the caller has looked. */
export declare function over(a: Exact, b: Exact): Exact;
export declare const size: (a: Exact) => Exact;
export declare const sign: (a: Exact) => number;
/** By value alone, no tolerance. */
export declare function exactOrder(a: Exact, b: Exact): number;
export declare const larger: (a: Exact, b: Exact) => Exact;
export declare const smaller: (a: Exact, b: Exact) => Exact;
export declare const total: (all: readonly Exact[]) => Exact;
/** Largest whole number at most a. */
export declare function below(a: Exact): bigint;
export declare function toNumber(a: Exact): number;
export declare const sizeOf: (a: Exact) => number;
export declare function tenTo(n: number): bigint;
//# sourceMappingURL=exact.d.ts.map