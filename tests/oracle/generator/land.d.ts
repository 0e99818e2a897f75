/** Random land rules and the occupancy and meter rows they read. */
import type { Table } from '../raw.js';
import { type Dice } from './dice.js';
export declare function makeLand(dice: Dice): Record<string, unknown>;
export declare function makeLandTables(dice: Dice, ids: readonly string[], year: number): Readonly<Record<string, readonly Table[]>>;
//# sourceMappingURL=land.d.ts.map