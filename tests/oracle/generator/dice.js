/** A small seeded source of chance (mulberry32): the same seed gives the same scheme and data everywhere. */
export class Dice {
    state;
    constructor(seed) {
        this.state = (seed * 2654435761 + 0x9e3779b9) >>> 0;
    }
    /** 0 up to 1. */
    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let t = this.state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }
    /** A whole number, both ends included. */
    int(least, most) {
        return least + Math.floor(this.next() * (most - least + 1));
    }
    chance(share) {
        return this.next() < share;
    }
    pick(list) {
        const found = list[this.int(0, list.length - 1)];
        if (found === undefined)
            throw new RangeError('nothing to pick from');
        return found;
    }
    /** Some of them, in their order, at least one. */
    some(list, share = 0.5) {
        const found = list.filter(() => this.chance(share));
        return found.length > 0 ? found : [this.pick(list)];
    }
    shuffled(list) {
        const rest = [...list];
        const result = [];
        while (rest.length > 0)
            result.push(...rest.splice(this.int(0, rest.length - 1), 1));
        return result;
    }
}
/** `{ key: value }` with the given chance, else nothing: for optional fields. */
export const maybe = (dice, share, make) => dice.chance(share) ? make() : {};
export const assumed = { assumed: '随机生成，用于核对' };
//# sourceMappingURL=dice.js.map