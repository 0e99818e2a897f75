/** Random indicators: every score rule, benchmark source, limit and absence action, alone and in branches. */
import { type Dice } from './dice.js';
import { type Measure } from './facts.js';
type Part = Record<string, unknown>;
export declare const rounding: (dice: Dice, none?: number) => unknown;
export interface IndicatorScope {
    readonly groups: readonly string[];
}
export declare function makeIndicators(dice: Dice, scope: IndicatorScope): {
    readonly indicators: Part[];
    readonly leaves: readonly Named[];
};
export interface Named {
    readonly id: string;
    readonly name: string;
    readonly measure: Measure;
    /** Every group has it. */
    readonly everywhere: boolean;
}
export declare function makeLimit(dice: Dice, times: readonly number[]): unknown;
export declare function makeAbsence(dice: Dice): unknown;
interface RuleWish {
    readonly measure: Measure;
    readonly groups: readonly string[];
    readonly better: 'higher' | 'lower';
}
export declare function makeRule(dice: Dice, { measure, groups, better }: RuleWish): Part;
/** One lookup table for each unit, in another unit of the same kind where there is one. */
export declare const tableFor: (unit: string) => string;
export declare function makeTables(dice: Dice): Part;
export declare function makeBonus(dice: Dice, groups: readonly string[], leaves: readonly Named[]): Part;
export {};
//# sourceMappingURL=indicators.d.ts.map