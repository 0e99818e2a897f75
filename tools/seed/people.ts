/** The enterprises of one block: identity, place, industry, scale in each year, founding and end. */
import { type CodeKind, creditCode } from './codes.js';
import { industries } from './industries.js';
import { enterpriseName, formerName, personName } from './names.js';
import type { District, Town } from './places.js';
import { type Random, rounded } from './random.js';
import { type DataYear, type Enterprise, firstOfMonth, lastOfMonth } from './truth.js';

export interface BlockWish {
  readonly seed: number;
  readonly district: District;
  readonly town: Town;
  readonly index: number;
  readonly firstEnterprise: number;
  readonly count: number;
}

/** 30 of 100 industrial enterprises of a county stand above the statistical scale in the published lists. */
const shareAboveScale = 0.3;

export function enterprisesOf(wish: BlockWish, random: Random): Enterprise[] {
  const made: Enterprise[] = [];
  for (let i = 0; i < wish.count; i++) made.push(enterprise(wish, made.at(-1), wish.firstEnterprise + i, random));
  return made;
}

function enterprise(wish: BlockWish, sibling: Enterprise | undefined, index: number, random: Random): Enterprise {
  const { district, seed, town } = wish;
  const scaleOf = scales(random);
  const small = Object.values(scaleOf).every((scale) => scale === '规下');
  const workshop = small && random.chance(0.08);
  const industry = random.weighted(industries, (one) => one.weight);
  const trade = random.pick(industry.trades);
  const name = enterpriseName({ district, index, trade, workshop, ...(sibling && { sibling: sibling.name }) }, random);
  const life = lifetime(small, random);
  const old = life.foundedOn < '2015-10-01';
  const kind: CodeKind = workshop ? 'workshop' : 'company';
  const converted = random.chance(0.02);
  const place = placeOf(town, random);
  return {
    id: `E${String(index + 1).padStart(7, '0')}`,
    index,
    code: creditCode({ kind, index, seed, old }),
    ...(converted && { formerCode: creditCode({ kind: 'workshop', index: index + 50_000_000, seed, old: true }) }),
    name,
    ...(random.chance(0.08) && { formerName: formerName(name, random) }),
    workshop,
    legalPerson: personName(random),
    industry,
    town,
    ...place.at,
    address: `${district.name}${town.name}${place.words}${random.integer(1, 298)}号`,
    ...life,
    scaleOf,
  };
}

/** One in fifty crosses the line, upwards more often than down. */
function scales(random: Random): Record<DataYear, '规上' | '规下'> {
  const above = random.chance(shareAboveScale);
  const crosses = random.chance(above ? 0.01 : 0.015);
  const before = above ? '规上' : '规下';
  const after = crosses ? (above ? '规下' : '规上') : before;
  const from = random.integer(2023, 2024);
  return { 2022: before, 2023: from === 2023 ? after : before, 2024: after };
}

function lifetime(small: boolean, random: Random): { foundedOn: string; cancelledOn?: string } {
  const fresh = small && random.chance(0.06);
  const month = fresh ? random.integer(2022 * 12, 2024 * 12 + 6) : random.integer(1996 * 12, 2021 * 12 + 5);
  const foundedOn = `${firstOfMonth(month).slice(0, 8)}${String(random.integer(1, 28)).padStart(2, '0')}`;
  if (!small || fresh || !random.chance(0.04)) return { foundedOn };
  return { foundedOn, cancelledOn: lastOfMonth(random.integer(2022 * 12 + 3, 2024 * 12 + 8)) };
}

function placeOf(town: Town, random: Random): { at: Pick<Enterprise, 'park' | 'village'>; words: string } {
  if (town.parks.length > 0 && random.chance(0.55)) {
    const park = random.pick(town.parks);
    return { at: { park }, words: `${park.name}${random.pick(['兴业路', '创新大道', '聚贤路', '工业一路', '纬三路'])}` };
  }
  if (random.chance(0.6)) {
    const village = random.pick(town.villages);
    return { at: { village }, words: village.name };
  }
  return { at: {}, words: random.pick(['东环路', '人民路', '振兴街', '滨河路']) };
}

/** How far into the year's months it lives, 0–1. */
export function partOfYear(one: Enterprise, year: number): number {
  const first = Math.max(year * 12, Number(one.foundedOn.slice(0, 4)) * 12 + Number(one.foundedOn.slice(5, 7)) - 1);
  const end = one.cancelledOn ?? '2999-12-31';
  const last = Math.min(year * 12 + 11, Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) - 1);
  return rounded(Math.max(0, last - first + 1) / 12, 6);
}
