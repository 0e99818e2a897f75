/**
 * The truth of an invented district: what every department would know if nobody ever made a mistake. Money in 万元, land in ㎡,
 * energy in tce, electricity in kWh, pollutants in t, dates as yyyy-mm-dd. Made once, never changed; department files are drawn from it.
 */
import type { Industry } from './industries.js';
import type { District, Place, Town } from './places.js';

export const dataYears = [2022, 2023, 2024] as const;
export type DataYear = (typeof dataYears)[number];

/** 缺, 不适用, 未报 — an absent value says why it is absent; zero is a value. */
export type Absence = 'missing' | 'not_applicable' | 'not_reported';
export type Value = number | Absence;

export interface Enterprise {
  /** E000001… by index. */
  readonly id: string;
  readonly index: number;
  readonly code: string;
  /** The code before the register was merged or the firm converted; undefined for nearly all. */
  readonly formerCode?: string;
  readonly name: string;
  readonly formerName?: string;
  readonly workshop: boolean;
  readonly legalPerson: string;
  readonly industry: Industry;
  readonly town: Town;
  readonly park?: Place;
  readonly village?: Place;
  readonly address: string;
  readonly foundedOn: string;
  /** 注销日期 — no facts after it. */
  readonly cancelledOn?: string;
  readonly scaleOf: Readonly<Record<DataYear, '规上' | '规下'>>;
}

/** 实缴税金 — parts as published definitions name them; the total takes half of the employer's social insurance. */
export const taxParts = [
  'vatPaid',
  'vatOffset',
  'vatRefundNotExport',
  'consumptionTax',
  'corporateIncomeTax',
  'businessIncomeTax',
  'cityConstructionTax',
  'propertyTax',
  'landUseTax',
  'landValueTax',
  'stampTax',
  'resourceTax',
  'surcharges',
  'socialInsuranceEmployer',
] as const;
export type TaxPart = (typeof taxParts)[number];

export const factNames = [
  'taxPaid',
  ...taxParts,
  'taxableSales',
  'revenue',
  'mainRevenue',
  'output',
  'valueAdded',
  'profit',
  'employees',
  'researchSpending',
  'patents',
  'fixedInvestment',
  'energyEquivalent',
  'energyCalorific',
  'coalUsed',
  'gasUsed',
  'powerUsed',
  'waterUsed',
  'cod',
  'ammoniaNitrogen',
  'sulphurDioxide',
  'nitrogenOxides',
  'organicCompounds',
  'pollutants',
  'ownLand',
  'leasedInLand',
  'leasedOutLand',
  'landUsed',
] as const;
export type FactName = (typeof factNames)[number];

export interface YearFacts {
  readonly subject: string;
  readonly year: DataYear;
  readonly scale: '规上' | '规下';
  readonly values: Readonly<Record<FactName, Value>>;
}

export interface Parcel {
  readonly number: string;
  readonly certificate: string;
  /** Several holders share one certificate; whole percents, together 100. */
  readonly holders: readonly { readonly subject: string; readonly sharePercent: number }[];
  readonly use: '工业用地' | '仓储用地';
  readonly location: string;
  readonly certificateArea: number;
  readonly actualArea: number;
  readonly suppliedArea: number;
  readonly floorArea: number;
  readonly floorHeight: number;
  readonly acquiredOn: string;
  readonly state: '已建成' | '在建';
  readonly completionDue: string;
}

/** A lessor may be an enterprise of the district, a village, or a person: the last two have no row anywhere else. */
export interface Lessor {
  readonly kind: 'enterprise' | 'village' | 'person';
  readonly name: string;
  readonly subject?: string;
}

export interface Lease {
  readonly contract: string;
  /** The contract this one sublets from (二房东). */
  readonly headContract?: string;
  readonly parcel?: string;
  readonly lessor: Lessor;
  readonly lessee: string;
  readonly floorArea: number;
  readonly floorHeight: number;
  readonly landArea: number;
  /** First day of a month. */
  readonly from: string;
  /** Last day of a month; undefined = open. */
  readonly to?: string;
  readonly rent: number;
}

/** 用地 — who uses which land, from when to when. Every lease between two enterprises stands here twice: taken and given. */
export interface Occupancy {
  readonly subject: string;
  readonly kind: '自有' | '承租' | '出租' | '集体';
  readonly parcel?: string;
  readonly counterpart?: string;
  readonly area: number;
  readonly floorArea: number;
  readonly from: string;
  readonly to?: string;
}

export interface Meter {
  readonly number: string;
  readonly holder: string;
  readonly address: string;
  readonly voltage: string;
  readonly kwhOf: Readonly<Record<DataYear, number>>;
  /** Who else is behind this meter, in whole percents of it. */
  readonly splits: readonly { readonly subject: string; readonly sharePercent: number; readonly from: string }[];
}

export interface Title {
  readonly subject: string;
  readonly name: string;
  readonly level: '国家级' | '省级' | '市级';
  readonly from: string;
  readonly to?: string;
  readonly document: string;
}

export interface Incident {
  readonly subject: string;
  readonly kind: '安全事故' | '环境处罚' | '严重失信' | '税收违法';
  readonly level: string;
  readonly date: string;
  readonly document: string;
}

/** A neighbourhood of one town: enterprises that let land, floors and power to each other. Blocks know nothing of one another. */
export interface Block {
  readonly index: number;
  readonly town: Town;
  readonly enterprises: readonly Enterprise[];
  readonly parcels: readonly Parcel[];
  readonly leases: readonly Lease[];
  readonly occupancy: readonly Occupancy[];
  readonly meters: readonly Meter[];
  readonly titles: readonly Title[];
  readonly incidents: readonly Incident[];
  /** By enterprise and year; no entry for a year in which it did not exist. */
  readonly facts: readonly YearFacts[];
}

export interface Truth {
  readonly seed: number;
  readonly size: number;
  readonly district: District;
  readonly blocks: readonly Block[];
}

/** How many months of the year a span covers. Spans begin on a first and end on a last day of a month. */
export function monthsCovered(span: { readonly from: string; readonly to?: string | undefined }, year: number): number {
  const first = Math.max(monthNumber(span.from), year * 12);
  const last = Math.min(span.to === undefined ? year * 12 + 11 : monthNumber(span.to), year * 12 + 11);
  return Math.max(0, last - first + 1);
}

export const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

export const firstOfMonth = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** The last day of a month: the day before the next one begins. */
export function lastOfMonth(month: number): string {
  const next = Date.parse(`${firstOfMonth(month + 1)}T00:00:00Z`);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
