/** What must hold in every truth: names, places, land that is conserved, leases inside what is let, meters that add up, taxes that add up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, dataYears, makeDistrict, monthsCovered, type Value } from './index.js';

const number = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);
const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;

it('is the same for the same seed and another for another', () => {
  const text = (seed: number): string => JSON.stringify(makeDistrict({ seed, size: 240 }));
  expect(text(7)).toBe(text(7));
  expect(text(8)).not.toBe(text(7));
});

it('has the size that was asked for, also when it is no multiple of a block', () => {
  for (const size of [1, 23, 24, 25, 1000]) {
    const { blocks } = makeDistrict({ seed: 3, size });
    expect(blocks.reduce((sum, block) => sum + block.enterprises.length, 0)).toBe(size);
  }
});

it('has 8 towns and 3 parks of several kinds, in a region that the national codes do not have', () => {
  const { district } = makeDistrict({ seed: 11, size: 24 });
  const places = [...district.towns, ...district.parks, ...district.towns.flatMap((town) => town.villages)];
  expect(district.towns).toHaveLength(8);
  expect(district.parks).toHaveLength(3);
  expect(new Set(places.map((place) => place.kind)).size).toBe(7);
  expect(new Set(places.map((place) => place.code)).size).toBe(places.length);
  expect(new Set(places.map((place) => place.name)).size).toBe(places.length);
  const national = readFileSync(new URL('../../catalog/tables/towns.csv', import.meta.url), 'utf8');
  expect(national).not.toContain('339981');
});

describe.each([7, 19, 4096])('seed %i', (seed) => {
  const blocks = makeDistrict({ seed, size: 1200 }).blocks;
  const enterprises = blocks.flatMap((block) => block.enterprises);

  it('never gives a name twice, and gives some names rare characters, former names and near twins', () => {
    const names = enterprises.flatMap((one) => [one.name, ...(one.formerName === undefined ? [] : [one.formerName])]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /[㛃䶮㙦㭎]|[\u{20000}-\u{3ffff}]/u.test(name)).length).toBeGreaterThan(5);
    expect(
      names.some((name) => names.includes(name.replace(/新材料有限公司$/, '有限公司')) && name.endsWith('新材料有限公司')),
    ).toBe(true);
    expect(enterprises.filter((one) => one.formerName !== undefined).length).toBeGreaterThan(50);
  });

  it('lets no floor twice, ends a sublease with its head lease, and leaves everybody land', () => {
    for (const block of blocks) expect(landTroubles(block)).toEqual([]);
    const leases = blocks.flatMap((block) => block.leases);
    expect(leases.some((lease) => lease.headContract !== undefined)).toBe(true);
    expect(leases.some((lease) => monthsCovered(lease, 2023) % 12 > 0)).toBe(true);
    expect(new Set(leases.map((lease) => lease.lessor.kind))).toEqual(new Set(['enterprise', 'village', 'person']));
    expect(blocks.some((block) => block.parcels.some((parcel) => parcel.holders.length > 1))).toBe(true);
  });

  it('splits shared meters to the last kWh', () => {
    expect(blocks.some((block) => block.meters.some((meter) => meter.splits.length > 1))).toBe(true);
    for (const block of blocks) {
      for (const year of dataYears) {
        const metered = block.meters.reduce((sum, meter) => sum + meter.kwhOf[year], 0);
        const used = block.facts
          .filter((facts) => facts.year === year)
          .reduce((sum, facts) => sum + number(facts.values.powerUsed), 0);
        expect(used).toBe(metered);
      }
    }
  });

  it('adds the parts of the tax up to the tax, with half of the social insurance', () => {
    for (const { values } of blocks.flatMap((block) => block.facts)) {
      const parts =
        number(values.vatPaid) + number(values.vatOffset) - number(values.vatRefundNotExport) + number(values.consumptionTax);
      const others = number(values.corporateIncomeTax) + number(values.businessIncomeTax) + number(values.cityConstructionTax);
      const land = number(values.propertyTax) + number(values.landUseTax) + number(values.landValueTax) + number(values.stampTax);
      const rest = number(values.resourceTax) + number(values.surcharges) + number(values.socialInsuranceEmployer) / 2;
      expect(near(number(values.taxPaid), parts + others + land + rest, 1e-6)).toBe(true);
    }
  });

  it('has no facts for years before the founding or after the end, and all three kinds of absence', () => {
    const lives = new Map(
      enterprises.map((one) => [one.id, [one.foundedOn.slice(0, 4), one.cancelledOn?.slice(0, 4) ?? '9999'] as const]),
    );
    const facts = blocks.flatMap((block) => block.facts);
    const outside = facts.filter(
      ({ subject, year }) => String(year) < lives.get(subject)![0] || String(year) > lives.get(subject)![1],
    );
    expect(outside).toEqual([]);
    const absences = new Set(facts.flatMap((one) => Object.values(one.values).filter((value) => typeof value === 'string')));
    expect(absences).toEqual(new Set(['missing', 'not_applicable', 'not_reported']));
  });
});

it('makes a block from the seed and its number alone, without the others', () => {
  const whole = makeDistrict({ seed: 7, size: 480 }).blocks;
  const streamed = [...blocksOf({ seed: 7, size: 480 })];
  expect(streamed).toEqual(whole);
});

it('imports nothing from the packages that are to read these files', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const imports = files.flatMap((name) =>
    [...readFileSync(join(here, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      (found) => `${name}: ${found[1]}`,
    ),
  );
  expect(files.length).toBeGreaterThan(35);
  expect(imports.filter((line) => /@muheng\/|packages\/|apps\//.test(line.split(': ')[1]!))).toEqual([]);
});

/** Floor space let on a parcel or sublet of a lease never exceeds it; every year's net land is above zero. */
function landTroubles(block: Block): string[] {
  const troubles: string[] = [];
  const holdsOn = (lease: { from: string; to?: string }, day: string): boolean =>
    lease.from <= day && day <= (lease.to ?? '9999');
  for (const parcel of block.parcels) {
    const let_ = block.leases.filter((lease) => lease.parcel === parcel.number && lease.headContract === undefined);
    for (const lease of let_) {
      const atOnce = let_.filter((other) => holdsOn(other, lease.from)).reduce((sum, other) => sum + other.floorArea, 0);
      if (atOnce > parcel.floorArea * 0.45 + 1) troubles.push(`${parcel.number}: ${atOnce} of ${parcel.floorArea} let`);
    }
  }
  for (const lease of block.leases.filter((one) => one.headContract !== undefined)) {
    const head = block.leases.find((one) => one.contract === lease.headContract);
    if (head === undefined) troubles.push(`${lease.contract}: no head contract`);
    else if (head.floorArea < lease.floorArea || (head.to ?? '9999') < (lease.to ?? '9999'))
      troubles.push(`${lease.contract} exceeds ${head.contract}`);
  }
  for (const { subject, values, year } of block.facts) {
    if (number(values.landUsed) <= 0) troubles.push(`${subject} ${year}: no land`);
    if (
      !near(number(values.landUsed), number(values.ownLand) + number(values.leasedInLand) - number(values.leasedOutLand), 0.006)
    )
      troubles.push(`${subject} ${year}: land does not add up`);
  }
  return troubles;
}
