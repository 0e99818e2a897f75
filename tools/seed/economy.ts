/**
 * What each enterprise makes, pays, uses and emits in each year, from its land and a few skewed ratios. The means of the ratios are
 * set from the benchmarks that 黄岩区 published for 2021 and 2022 (order of magnitude only); distribution.test.ts compares.
 */

import { partOfYear } from './people.js';
import { metersOf, powerFrom } from './power.js';
import { type Random, randomOf, rounded } from './random.js';
import { taxesOf } from './taxes.js';
import {
  type DataYear,
  dataYears,
  type Enterprise,
  type FactName,
  type Lease,
  type Meter,
  monthsCovered,
  type Occupancy,
  type Value,
  type YearFacts,
} from './truth.js';

export interface Surroundings {
  readonly seed: number;
  readonly enterprises: readonly Enterprise[];
  readonly leases: readonly Lease[];
  readonly occupancy: readonly Occupancy[];
}

/** 万元 per 亩, per person, per tce, per t of pollutants; shares of revenue and of 增加值. Sums over the district keep these. */
export const aims = {
  规上: {
    valueAddedPerMu: 134,
    taxOfValueAdded: 0.186,
    perPerson: 17.8,
    perTce: 2.62,
    perTonne: 4895,
    research: 0.0305,
    ofRevenue: 0.235,
  },
  规下: {
    valueAddedPerMu: 75,
    taxOfValueAdded: 0.18,
    perPerson: 11,
    perTce: 2.2,
    perTonne: 3000,
    research: 0.004,
    ofRevenue: 0.25,
  },
} as const;
/** 万元 of tax per 万kWh, small enterprises. */
export const aimTaxPerPower = 0.2355;
/** kgce per kWh (等价值, 当量值), tce per t coal and per m³ gas. @source GB/T 2589 as the published tables have it */
export const coefficients = { kwhEquivalent: 0.000305, kwhCalorific: 0.0001229, coal: 0.7143, gas: 0.00133 };
const squareMetresPerMu = 2000 / 3;

interface Sketch {
  readonly one: Enterprise;
  readonly year: DataYear;
  readonly scale: '规上' | '规下';
  readonly part: number;
  readonly land: Land;
  readonly valueAdded: number;
  readonly taxPaid: number;
  readonly energyNeed: number;
  readonly powerShare: number;
  readonly powerNeed: number;
}

export function economyOf(around: Surroundings, random: Random): { readonly meters: Meter[]; readonly facts: YearFacts[] } {
  const sketches = around.enterprises.flatMap((one) => sketchesOf(one, around));
  const needs = new Map(around.enterprises.map((one) => [one.id, { 2022: 0, 2023: 0, 2024: 0 }]));
  for (const { one, powerNeed, year } of sketches) needs.get(one.id)![year] = powerNeed;
  const meters = metersOf(around.enterprises, around.leases, needs, random);
  const used = new Map(dataYears.map((year) => [year, powerFrom(meters, year)]));
  const facts = sketches.map((sketch) => factsOf(sketch, used.get(sketch.year)?.get(sketch.one.id) ?? 0, around.seed));
  return { meters, facts };
}

interface Land {
  readonly ownLand: number;
  readonly leasedInLand: number;
  readonly leasedOutLand: number;
  readonly landUsed: number;
}

/** 净用地 of a year — own + leased in − leased out, each by its months; shared certificates by their shares. */
function landIn(year: DataYear, occupancy: readonly Occupancy[]): Land {
  const sum = (kinds: readonly Occupancy['kind'][]): number =>
    rounded(
      occupancy
        .filter((one) => kinds.includes(one.kind))
        .reduce((total, one) => total + (one.area * monthsCovered(one, year)) / 12, 0),
      2,
    );
  const [ownLand, leasedInLand, leasedOutLand] = [sum(['自有']), sum(['承租', '集体']), sum(['出租'])];
  return { ownLand, leasedInLand, leasedOutLand, landUsed: rounded(ownLand + leasedInLand - leasedOutLand, 2) };
}

/** A firm keeps its own level through the years and moves a little in each. */
function sketchesOf(one: Enterprise, { occupancy, seed }: Surroundings): Sketch[] {
  const random = randomOf(seed, 'level', one.index);
  const own = occupancy.filter((row) => row.subject === one.id);
  const level = {
    output: random.logNormal(1, 0.72),
    tax: random.logNormal(1, 0.42),
    energy: random.logNormal(1, 0.55),
    power: random.logNormal(1, 0.5),
  };
  const powerShare = rounded(random.between(0.6, 0.97), 3);
  const industry = one.industry;
  return dataYears.flatMap((year): Sketch[] => {
    const part = partOfYear(one, year);
    if (part === 0) return [];
    const scale = one.scaleOf[year];
    const aim = aims[scale];
    const land = landIn(year, own);
    const moved = level.output * random.logNormal(1, 0.1) * (1 + 0.02 * (year - 2023));
    const valueAdded = (land.landUsed / squareMetresPerMu) * aim.valueAddedPerMu * industry.output * one.town.efficiency * moved;
    const share = aim.taxOfValueAdded * industry.tax * level.tax * random.logNormal(1, 0.1);
    const taxPaid = random.chance(0.015) ? 0 : valueAdded * share;
    const energyNeed = (valueAdded / aim.perTce) * industry.energy * level.energy * random.logNormal(1, 0.08);
    const fromTax = ((valueAdded * share) / aimTaxPerPower) * 10_000 * level.power;
    const powerNeed = Math.max(
      600,
      Math.round(scale === '规上' ? (energyNeed * powerShare) / coefficients.kwhEquivalent : fromTax),
    );
    return [{ one, year, scale, part, land, valueAdded, taxPaid, energyNeed, powerShare, powerNeed }];
  });
}

function factsOf(sketch: Sketch, powerUsed: number, seed: number): YearFacts {
  const { land, one, scale, year } = sketch;
  const random = randomOf(seed, 'facts', one.index, year);
  const values: Record<FactName, Value> = {
    ...taxesOf(sketch.taxPaid, { workshop: one.workshop, landUsed: land.ownLand }, random),
    ...statisticsOf(sketch, random),
    ...energyOf(sketch, powerUsed),
    ...emissionsOf(sketch, randomOf(seed, 'emissions', one.index, year), randomOf(seed, 'permit', one.index).chance(0.38)),
    powerUsed,
    waterUsed: random.chance(0.9) ? Math.round(40 + powerUsed * random.between(0.002, 0.02)) : 'not_reported',
    ...land,
  };
  return { subject: one.id, year, scale, values };
}

type StatisticsFact =
  | 'taxableSales'
  | 'revenue'
  | 'mainRevenue'
  | 'output'
  | 'valueAdded'
  | 'profit'
  | 'employees'
  | 'researchSpending'
  | 'patents'
  | 'fixedInvestment';

/** Small enterprises are not in the statistics: not applicable there, and only the tax office knows their sales. */
function statisticsOf({ one, scale, valueAdded, part }: Sketch, random: Random): Record<StatisticsFact, Value> {
  const aim = aims[scale];
  const revenue = rounded(atScale(scale, valueAdded / (aim.ofRevenue * random.between(0.8, 1.2)), random), 2);
  const taxableSales = rounded(revenue * random.between(0.94, 1.04), 2);
  const research = random.chance(0.12)
    ? 0
    : ((revenue * aim.research) / 0.88) * one.industry.research * random.logNormal(1, 0.55);
  if (scale === '规下') {
    const outside: Omit<Record<StatisticsFact, Value>, 'taxableSales' | 'patents'> = {
      revenue: 'not_applicable',
      mainRevenue: 'not_applicable',
      output: 'not_applicable',
      valueAdded: 'not_applicable',
      profit: 'not_applicable',
      employees: 'not_applicable',
      researchSpending: 'not_applicable',
      fixedInvestment: 'not_applicable',
    };
    return { ...outside, taxableSales, patents: random.chance(0.1) ? random.integer(1, 4) : 0 };
  }
  return {
    taxableSales,
    revenue,
    mainRevenue: rounded(revenue * random.between(0.96, 1), 2),
    output: rounded(revenue * random.between(0.95, 1.06), 2),
    valueAdded: rounded(valueAdded, 2),
    profit: rounded(revenue * (0.055 + 0.05 * random.normal()), 2),
    employees: Math.max(3, Math.round(((valueAdded / aim.perPerson) * random.logNormal(1, 0.35)) / Math.max(part, 0.25))),
    researchSpending: random.chance(0.05) ? 'not_reported' : rounded(research, 2),
    patents: random.chance(0.5) ? random.integer(1, 30) : 0,
    fixedInvestment: random.chance(0.35) ? rounded(revenue * random.logNormal(0.05, 0.8), 2) : 0,
  };
}

/** 规上 means 2 000 万元 and more; a firm near the line is moved just over or under it. */
function atScale(scale: '规上' | '规下', revenue: number, random: Random): number {
  if (scale === '规上') return revenue < 2000 ? random.between(2000, 2600) : revenue;
  return revenue >= 2000 ? random.between(1500, 1999) : revenue;
}

function energyOf(
  { energyNeed, one, powerShare, scale }: Sketch,
  powerUsed: number,
): Record<'energyEquivalent' | 'energyCalorific' | 'coalUsed' | 'gasUsed', Value> {
  if (scale === '规下')
    return {
      energyEquivalent: 'not_applicable',
      energyCalorific: 'not_applicable',
      coalUsed: 'not_applicable',
      gasUsed: 'not_applicable',
    };
  const rest = energyNeed * (1 - powerShare);
  const burnsCoal = one.index % 19 === 0;
  const coalUsed = burnsCoal ? rounded(rest / coefficients.coal, 2) : 0;
  const gasUsed = burnsCoal ? 0 : Math.round(rest / coefficients.gas);
  const burnt = coalUsed * coefficients.coal + gasUsed * coefficients.gas;
  return {
    energyEquivalent: rounded(powerUsed * coefficients.kwhEquivalent + burnt, 2),
    energyCalorific: rounded(powerUsed * coefficients.kwhCalorific + burnt, 2),
    coalUsed,
    gasUsed,
  };
}

type Emission = 'cod' | 'ammoniaNitrogen' | 'sulphurDioxide' | 'nitrogenOxides' | 'organicCompounds' | 'pollutants';

/** Only holders of a permit report; one report in forty is missing, small enterprises have none to make. */
function emissionsOf(sketch: Sketch, random: Random, permit: boolean): Record<Emission, Value> {
  const { one, scale, valueAdded } = sketch;
  const absent = scale === '规下' ? 'not_applicable' : !permit ? 'not_reported' : random.chance(0.025) ? 'missing' : undefined;
  const part = (share: number): Value =>
    absent ??
    (random.chance(0.03) ? 'missing' : rounded((valueAdded / aims[scale].perTonne) * one.industry.pollution * level * share, 4));
  const level = random.logNormal(1, 0.5);
  const parts = {
    cod: part(0.34),
    ammoniaNitrogen: part(0.02),
    sulphurDioxide: part(0.1),
    nitrogenOxides: part(0.22),
    organicCompounds: part(0.32),
  };
  const total = Object.values(parts).reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  return { ...parts, pollutants: absent ?? rounded(total, 4) };
}
