/** A small seeded source of chance (mulberry32): the same seed gives the same scheme and data everywhere. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 0x9e3779b9) >>> 0;
  }

  /** 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** Some of them, in their order, at least one. */
  some<T>(list: readonly T[], share = 0.5): T[] {
    const found = list.filter(() => this.chance(share));
    return found.length > 0 ? found : [this.pick(list)];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const result: T[] = [];
    while (rest.length > 0) result.push(...rest.splice(this.int(0, rest.length - 1), 1));
    return result;
  }
}

/** `{ key: value }` with the given chance, else nothing: for optional fields. */
export const maybe = <T extends object>(dice: Dice, share: number, make: () => T): Partial<T> =>
  dice.chance(share) ? make() : {};

export const assumed = { assumed: '随机生成，用于核对' } as const;
