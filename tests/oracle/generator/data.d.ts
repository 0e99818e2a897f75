/** Random data for random schemes: few digits, so that ties, edges, zeros and all-equal columns come often. */
import type { Table } from '../raw.js';
import type { Dice } from './dice.js';
export interface Data {
    readonly tables: readonly Table[];
    readonly sideTables: Readonly<Record<string, readonly Table[]>>;
    readonly ids: readonly string[];
}
export interface DataWish {
    readonly year: number;
    readonly merging: boolean;
    readonly subjects: number | undefined;
}
export declare function makeData(dice: Dice, { year, merging, subjects }: DataWish): Data;
//# sourceMappingURL=data.d.ts.map