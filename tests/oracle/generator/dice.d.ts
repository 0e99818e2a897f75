/** A small seeded source of chance (mulberry32): the same seed gives the same scheme and data everywhere. */
export declare class Dice {
    private state;
    constructor(seed: number);
    /** 0 up to 1. */
    next(): number;
    /** A whole number, both ends included. */
    int(least: number, most: number): number;
    chance(share: number): boolean;
    pick<T>(list: readonly T[]): T;
    /** Some of them, in their order, at least one. */
    some<T>(list: readonly T[], share?: number): T[];
    shuffled<T>(list: readonly T[]): T[];
}
/** `{ key: value }` with the given chance, else nothing: for optional fields. */
export declare const maybe: <T extends object>(dice: Dice, share: number, make: () => T) => Partial<T>;
export declare const assumed: {
    readonly assumed: '随机生成，用于核对';
};
//# sourceMappingURL=dice.d.ts.map