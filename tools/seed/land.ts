/**
 * Land of one block: parcels (one or several holders), leases (whole and part years, renewals, second landlords), occupancy.
 * A lease takes from what its lessor really has: floor space is never let twice over, and net land stays above zero.
 */
import { personName } from './names.js';
import { type Random, rounded } from './random.js';
import {
  type Enterprise,
  firstOfMonth,
  type Lease,
  type Lessor,
  lastOfMonth,
  monthNumber,
  type Occupancy,
  type Parcel,
} from './truth.js';

export interface Land {
  readonly parcels: readonly Parcel[];
  readonly leases: readonly Lease[];
  readonly occupancy: readonly Occupancy[];
}

const firstMonth = 2022 * 12;
const squareMetresPerMu = 2000 / 3;

interface Offer {
  readonly lessor: Enterprise;
  readonly parcel: Parcel;
  readonly headContract?: string;
  /** The offer ends with the contract it sublets from. */
  readonly to?: string;
  floorLeft: number;
}

export function landOf(enterprises: readonly Enterprise[], blockIndex: number, random: Random): Land {
  const parcels: Parcel[] = [];
  const offers: Offer[] = [];
  const leases: Lease[] = [];
  const tenants: Enterprise[] = [];
  for (const one of enterprises) {
    if (!ownsLand(one, random)) tenants.push(one);
    else
      for (let n = random.chance(0.12) ? 2 : 1; n > 0; n--)
        parcels.push(parcelOf(one, enterprises, parcels.length, blockIndex, random));
  }
  for (const parcel of parcels) offers.push(...offerOf(parcel, enterprises, random));
  for (const one of tenants) leases.push(...leasesOf(one, offers, `${blockIndex + 1}-${leases.length + 1}`, random));
  return { parcels, leases, occupancy: [...parcels.flatMap(ownOccupancy), ...leases.flatMap(leaseOccupancy)] };
}

/** Small firms rent more often; a firm that ends or begins within the years always rents. */
function ownsLand(one: Enterprise, random: Random): boolean {
  if (one.cancelledOn !== undefined || one.foundedOn >= '2022-01-01') return false;
  return random.chance(one.scaleOf[2022] === '规上' ? 0.74 : 0.45);
}

function parcelOf(owner: Enterprise, block: readonly Enterprise[], n: number, blockIndex: number, random: Random): Parcel {
  const mu = owner.scaleOf[2022] === '规上' ? random.logNormal(24, 0.8) : random.logNormal(6.5, 0.7);
  const certificateArea = rounded(Math.max(1.2, mu) * squareMetresPerMu, 2);
  const other = block.find((one) => one !== owner && one.foundedOn < '2020-01-01' && one.cancelledOn === undefined);
  const shared = other !== undefined && random.chance(0.04);
  const building = random.chance(0.03);
  const acquired = Math.max(monthNumber(owner.foundedOn), 2000 * 12) + random.integer(1, 12);
  const acquiredOn = firstOfMonth(Math.min(acquired, firstMonth - 6));
  const number = `${owner.town.code}${String((blockIndex % 990) + 1).padStart(3, '0')}GB${String(Math.floor(blockIndex / 990) * 100 + n + 1).padStart(5, '0')}`;
  return {
    number,
    certificate: `浙(${acquiredOn.slice(0, 4)})${owner.address.slice(0, 3)}不动产权第${String((blockIndex * 97 + n) % 10_000_000).padStart(7, '0')}号`,
    holders: shared
      ? [
          { subject: owner.id, sharePercent: 60 },
          { subject: other.id, sharePercent: 40 },
        ]
      : [{ subject: owner.id, sharePercent: 100 }],
    use: random.chance(0.94) ? '工业用地' : '仓储用地',
    location: owner.address,
    certificateArea,
    actualArea: random.chance(0.12) ? rounded(certificateArea * random.between(1.01, 1.15), 2) : certificateArea,
    suppliedArea: random.chance(0.05) ? rounded(certificateArea * random.between(0.95, 1.05), 2) : certificateArea,
    floorArea: building ? 0 : rounded(certificateArea * random.between(0.8, 2), 2),
    floorHeight: random.chance(0.15) ? rounded(random.between(8.1, 12), 1) : rounded(random.between(4, 7.8), 1),
    acquiredOn,
    state: building ? '在建' : '已建成',
    completionDue: building ? lastOfMonth(random.integer(2021 * 12, 2025 * 12)) : lastOfMonth(monthNumber(acquiredOn) + 24),
  };
}

/** Half of the owners let at most 45 % of their floors. */
function offerOf(parcel: Parcel, block: readonly Enterprise[], random: Random): Offer[] {
  const lessor = block.find((one) => one.id === parcel.holders[0]?.subject);
  if (lessor === undefined || parcel.holders.length > 1 || parcel.floorArea < 1500 || !random.chance(0.5)) return [];
  return [{ lessor, parcel, floorLeft: parcel.floorArea * 0.45 }];
}

/** One lease, or two in a row with a change of area between them; now and then the tenant sublets a part, and the next one again. */
function leasesOf(tenant: Enterprise, offers: Offer[], contract: string, random: Random): Lease[] {
  const wanted = rounded(tenant.scaleOf[2022] === '规上' ? random.logNormal(5200, 0.6) : random.logNormal(1500, 0.6), 0);
  const floorArea = Math.max(240, wanted);
  const begin = Math.max(monthNumber(tenant.foundedOn), 2016 * 12 + random.integer(0, 60));
  const end = tenant.cancelledOn === undefined ? undefined : monthNumber(tenant.cancelledOn);
  const offer = offers.find((one) => one.floorLeft >= floorArea && one.lessor !== tenant && reaches(one, end));
  const make = (part: Omit<LeasePart, 'tenant' | 'offer'>): Lease => leaseOf({ tenant, offer, ...part }, random);
  if (offer !== undefined) offer.floorLeft -= floorArea;
  const base = { contract: `ZL-${contract}`, floorArea, from: begin };
  if (!random.chance(0.22)) {
    const only = make({ ...base, to: end });
    if (offer !== undefined && only.from < '2022-01-01' && random.chance(0.25)) offers.unshift(sublet(tenant, only, offer));
    return [only];
  }
  const change = firstMonth + random.integer(3, 32);
  if (change <= begin + 1 || (end !== undefined && change >= end)) return [make({ ...base, to: end })];
  const smaller = rounded(floorArea * random.between(0.5, 0.95), 0);
  return [make({ ...base, to: change - 1 }), make({ contract: `ZL-${contract}-续`, floorArea: smaller, from: change, to: end })];
}

/** A sublet offer ends with its head contract: only who ends before may take it. */
const reaches = (offer: Offer, end: number | undefined): boolean =>
  offer.to === undefined || (end !== undefined && end <= monthNumber(offer.to));

function sublet(tenant: Enterprise, head: Lease, offer: Offer): Offer {
  return {
    lessor: tenant,
    parcel: offer.parcel,
    headContract: head.contract,
    ...(head.to !== undefined && { to: head.to }),
    floorLeft: rounded(head.floorArea * 0.4, 0),
  };
}

interface LeasePart {
  readonly tenant: Enterprise;
  readonly offer: Offer | undefined;
  readonly contract: string;
  readonly floorArea: number;
  readonly from: number;
  readonly to: number | undefined;
}

function leaseOf(part: LeasePart, random: Random): Lease {
  const { offer, tenant } = part;
  const plotRatio = offer === undefined ? 1.4 : offer.parcel.floorArea / offer.parcel.certificateArea;
  return {
    contract: part.contract,
    ...(offer?.headContract !== undefined && { headContract: offer.headContract }),
    ...(offer !== undefined && { parcel: offer.parcel.number }),
    lessor:
      offer === undefined
        ? outsideLessor(tenant, random)
        : { kind: 'enterprise', name: offer.lessor.name, subject: offer.lessor.id },
    lessee: tenant.id,
    floorArea: part.floorArea,
    floorHeight: offer?.parcel.floorHeight ?? 5.5,
    landArea: rounded(part.floorArea / plotRatio, 2),
    from: firstOfMonth(part.from),
    ...(part.to !== undefined && { to: lastOfMonth(part.to) }),
    rent: rounded(random.between(9, 24), 1),
  };
}

function outsideLessor(tenant: Enterprise, random: Random): Lessor {
  if (random.chance(0.3)) return { kind: 'person', name: personName(random) };
  const village = tenant.village ?? random.pick(tenant.town.villages);
  return { kind: 'village', name: `${tenant.town.name}${village.name}股份经济合作社` };
}

const ownOccupancy = (parcel: Parcel): Occupancy[] =>
  parcel.holders.map(({ subject, sharePercent }) => ({
    subject,
    kind: '自有',
    parcel: parcel.number,
    area: rounded((parcel.certificateArea * sharePercent) / 100, 2),
    floorArea: rounded((parcel.floorArea * sharePercent) / 100, 2),
    from: parcel.acquiredOn,
  }));

function leaseOccupancy(lease: Lease): Occupancy[] {
  const span = { from: lease.from, ...(lease.to !== undefined && { to: lease.to }) };
  const common = {
    ...(lease.parcel !== undefined && { parcel: lease.parcel }),
    area: lease.landArea,
    floorArea: lease.floorArea,
    ...span,
  };
  const taken: Occupancy = {
    subject: lease.lessee,
    kind: lease.lessor.kind === 'village' ? '集体' : '承租',
    counterpart: lease.lessor.subject ?? lease.lessor.name,
    ...common,
  };
  if (lease.lessor.subject === undefined) return [taken];
  return [taken, { subject: lease.lessor.subject, kind: '出租', counterpart: lease.lessee, ...common }];
}
