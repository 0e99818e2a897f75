import type { Given, Table } from '../raw.js';
export interface Case {
    readonly seed: number;
    readonly schemeText: string;
    readonly sourceText: string;
    readonly catalogueText: string;
    readonly tables: readonly Table[];
    readonly sideTables: Readonly<Record<string, readonly Table[]>>;
    readonly year: number;
}
/** `subjects`: how many; else a few, as chance has it. */
export declare function makeCase(seed: number, subjects?: number): Case;
/** What the oracle reads: the texts parsed again, so that both sides start from the same bytes. */
export declare function givenOf(one: Case): Given;
//# sourceMappingURL=scheme.d.ts.map