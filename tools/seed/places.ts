/**
 * The invented district: 8 towns (街道, 镇, 乡), 3 parks of different kinds, villages. Names are put together from syllables by the
 * seed; the region code 339981 does not exist. A town's efficiency factor spreads towns as published county figures are spread.
 */
import { inventedRegion } from './codes.js';
import { type Random, randomOf } from './random.js';

export type PlaceKind = '街道' | '镇' | '乡' | '经济开发区' | '高新技术产业园区' | '小微企业园' | '村';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
}

export interface Town extends Place {
  readonly villages: readonly Place[];
  /** Output per land against the district's mean; the mean over towns is 1. */
  readonly efficiency: number;
  /** Parks that have land in this town. */
  readonly parks: readonly Place[];
}

export interface District {
  readonly name: string;
  readonly shortName: string;
  readonly neighbour: string;
  readonly code: string;
  readonly towns: readonly Town[];
  readonly parks: readonly Place[];
}

const firstSyllables = [...'沧栖麓汀棠溧芷樟箬槿砚苕霁垟珩浣峤澄椿榉'];
const secondSyllables = [...'屿棠澜浦坞墩汇渚畈塍堰桥峙溪埠岙泾陂'];
const townKinds: readonly PlaceKind[] = ['街道', '街道', '街道', '镇', '镇', '镇', '镇', '乡'];
const townCodes = ['001', '002', '003', '100', '101', '102', '103', '200'];
/** From the weakest to the strongest: 丽水 2019 counties run from 9.81 to 46.38 around 18.9. */
const efficiencies = [0.55, 0.68, 0.8, 0.92, 1.02, 1.14, 1.3, 1.59];

export function districtOf(seed: number): District {
  const random = randomOf(seed, 'places');
  const names = syllablePairs(random);
  const shortName = names();
  const code = inventedRegion;
  const parks: Place[] = [
    { code: `${code}400`, name: `${shortName}经济开发区`, kind: '经济开发区' },
    { code: `${code}401`, name: `${names()}高新技术产业园区`, kind: '高新技术产业园区' },
    { code: `${code}402`, name: `${names()}小微企业园`, kind: '小微企业园' },
  ];
  const spread = random.shuffled(efficiencies);
  const towns = townKinds.map((kind, i): Town => {
    const town = `${code}${townCodes[i]}`;
    const villages = [1, 2, 3].map((n): Place => ({ code: `${town}${200 + n}`, name: `${names()}村`, kind: '村' }));
    return { code: town, name: `${names()}${kind}`, kind, villages, efficiency: spread[i]!, parks: parksOf(i, parks) };
  });
  return { name: `${shortName}区`, shortName, neighbour: `${names()}区`, code, towns, parks };
}

/** The development zone lies in three towns, the high-tech park in two, the small-enterprise park in one. */
function parksOf(town: number, parks: readonly Place[]): Place[] {
  const lands = [[0], [0, 1], [1], [0], [2], [], [], []];
  return lands[town]!.map((park) => parks[park]!);
}

function syllablePairs(random: Random): () => string {
  const pairs = random.shuffled(
    firstSyllables.flatMap((first) => secondSyllables.filter((one) => one !== first).map((second) => first + second)),
  );
  return () => pairs.pop()!;
}
