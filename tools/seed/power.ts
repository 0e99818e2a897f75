/**
 * Electricity of one block: meters, several to a large firm, and 转供电 — tenants behind their landlord's meter, with a registered
 * split. A firm's own use = its meters − what others take + its share of others' meters, to the last kWh.
 */
import { type Random, rounded } from './random.js';
import { type DataYear, dataYears, type Enterprise, type Lease, type Meter } from './truth.js';

/** What a firm would use in each year; 0 for a year it does not live in. */
export type PowerNeeds = ReadonlyMap<string, Readonly<Record<DataYear, number>>>;

interface Split {
  readonly subject: string;
  readonly sharePercent: number;
  readonly from: string;
}

export function metersOf(
  enterprises: readonly Enterprise[],
  leases: readonly Lease[],
  needs: PowerNeeds,
  random: Random,
): Meter[] {
  const splits = sharedBy(enterprises, leases, needs, random);
  const behind = new Set([...splits.values()].flat().map((split) => split.subject));
  return enterprises
    .filter((one) => !behind.has(one.id))
    .flatMap((one) => ownMeters(one, splits.get(one.id) ?? [], needs.get(one.id) ?? noPower, random));
}

/** What each firm uses in a year, from the meters alone. */
export function powerFrom(meters: readonly Meter[], year: DataYear): Map<string, number> {
  const used = new Map<string, number>();
  const add = (subject: string, kwh: number): void => void used.set(subject, (used.get(subject) ?? 0) + kwh);
  for (const meter of meters) {
    const total = meter.kwhOf[year];
    for (const split of meter.splits) add(split.subject, (total * split.sharePercent) / 100);
    add(meter.holder, (total * (100 - meter.splits.reduce((sum, split) => sum + split.sharePercent, 0))) / 100);
  }
  return used;
}

const noPower: Record<DataYear, number> = { 2022: 0, 2023: 0, 2024: 0 };

/** Two of five tenants of an enterprise have no meter of their own, when both live through all years. */
function sharedBy(
  enterprises: readonly Enterprise[],
  leases: readonly Lease[],
  needs: PowerNeeds,
  random: Random,
): Map<string, Split[]> {
  const steady = new Set(enterprises.filter(livesThrough).map((one) => one.id));
  const splits = new Map<string, Split[]>();
  const tenants = new Set<string>();
  for (const { from, lessee, lessor } of leases) {
    const landlord = lessor.subject;
    if (landlord === undefined || !steady.has(landlord) || !steady.has(lessee) || !random.chance(0.4)) continue;
    if (from >= '2022-01-01') continue;
    if (tenants.has(lessee) || tenants.has(landlord) || splits.has(lessee)) continue;
    const list = splits.get(landlord) ?? [];
    const taken = list.reduce((sum, split) => sum + split.sharePercent, 0);
    const [theirs, own] = [needs.get(lessee)?.[2022] ?? 0, needs.get(landlord)?.[2022] ?? 0];
    const sharePercent = Math.round((100 * theirs) / (theirs + own + 1));
    if (sharePercent < 1 || sharePercent + taken > 60) continue;
    tenants.add(lessee);
    splits.set(landlord, [...list, { subject: lessee, sharePercent, from }]);
  }
  return splits;
}

const livesThrough = (one: Enterprise): boolean => one.foundedOn < '2022-01-01' && one.cancelledOn === undefined;

function ownMeters(one: Enterprise, splits: readonly Split[], need: Readonly<Record<DataYear, number>>, random: Random): Meter[] {
  const left = 100 - splits.reduce((sum, split) => sum + split.sharePercent, 0);
  const count = need[2022] > 800_000 && random.chance(0.5) ? random.integer(2, 3) : 1;
  const kwh = (year: DataYear, part: number): number => Math.round(((need[year] * 100) / left) * part * 0.01) * 100;
  return Array.from({ length: count }, (_, n) => {
    const part = n === 0 ? rounded(1 - (count - 1) * 0.2, 2) : 0.2;
    const total = { ...noPower };
    for (const year of dataYears)
      total[year] = n === 0 && splits.length > 0 ? kwh(year, part) : Math.round(kwh(year, part) * random.between(0.98, 1.02));
    return {
      number: String(3_300_000_000 + one.index * 4 + n),
      holder: one.id,
      address: one.address,
      voltage: need[2022] > 500_000 ? '交流10kV' : '交流380V',
      kwhOf: total,
      splits: n === 0 ? splits : [],
    };
  });
}
