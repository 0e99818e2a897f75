/** An invented district from a seed and a size: `makeDistrict` at once, `blocksOf` one neighbourhood after the other for large sizes. */
import { economyOf } from './economy.js';
import { landOf } from './land.js';
import { type BlockWish, enterprisesOf } from './people.js';
import { type District, districtOf } from './places.js';
import { randomOf } from './random.js';
import { incidentsOf, titlesOf } from './standing.js';
import type { Block, Truth } from './truth.js';

export interface Wish {
  readonly seed: number;
  /** Enterprises in the register over the three years. */
  readonly size: number;
}

const blockSize = 24;

export function makeDistrict(wish: Wish): Truth {
  return { ...wish, district: districtOf(wish.seed), blocks: [...blocksOf(wish)] };
}

/** Blocks in the order of the towns, so that files can be sorted by town with subtotals. A block is made from the seed and its number alone. */
export function* blocksOf({ seed, size }: Wish): Generator<Block> {
  const district = districtOf(seed);
  const blocks = Math.ceil(size / blockSize);
  for (let index = 0; index < blocks; index++) {
    const firstEnterprise = index * blockSize;
    const town = district.towns[Math.floor((index * district.towns.length) / blocks)]!;
    yield makeBlock({ seed, district, town, index, firstEnterprise, count: Math.min(blockSize, size - firstEnterprise) });
  }
}

function makeBlock(wish: BlockWish & { readonly district: District }): Block {
  const { index, seed, town } = wish;
  const enterprises = enterprisesOf(wish, randomOf(seed, 'people', index));
  const land = landOf(enterprises, index, randomOf(seed, 'land', index));
  const economy = economyOf(
    { seed, enterprises, leases: land.leases, occupancy: land.occupancy },
    randomOf(seed, 'power', index),
  );
  return {
    index,
    town,
    enterprises,
    ...land,
    ...economy,
    titles: titlesOf(enterprises, randomOf(seed, 'titles', index)),
    incidents: incidentsOf(enterprises, randomOf(seed, 'incidents', index)),
  };
}
