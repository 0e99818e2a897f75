/** Random ranking, cuts and overrides. */
import { type Dice } from './dice.js';
import type { Named } from './indicators.js';
type Part = Record<string, unknown>;
export interface GradeScope {
    readonly groups: readonly string[];
    readonly pools: readonly string[];
    readonly leaves: readonly Named[];
    /** Status ids that `graded_and` may name. */
    readonly statuses: readonly string[];
}
export declare function makeGrading(dice: Dice, scope: GradeScope): Part;
export {};
//# sourceMappingURL=grades.d.ts.map