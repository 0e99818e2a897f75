/**
 * Every decision of the oracle — which is larger, where a value rounds to — goes through a Judge. It decides by the exact value
 * under the declared tolerance and keeps a list of doubts: decisions so close that a double may fairly fall on the other side.
 */
import { type Exact } from './exact.js';
export type Mode = 'excel' | 'gbt8170' | 'up' | 'down';
export type Rounding = 'none' | {
    readonly to: number;
    readonly by: Mode;
};
export declare class Judge {
    readonly doubts: string[];
    readonly seen: Map<string, number>;
    note(what: string): void;
    /** −1, 0, 1: equal when they differ by at most 1e-12 of the larger. */
    order(a: Exact, b: Exact, what?: string): number;
    round(a: Exact, rounding: Rounding, what?: string): Exact;
}
//# sourceMappingURL=judge.d.ts.map