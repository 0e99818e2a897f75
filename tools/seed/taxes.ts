/**
 * 实缴税金 and its parts: VAT paid + offset − refunds other than export, the other taxes and surcharges, and half of the employer's
 * social insurance. All in 万元 with two decimals, and the total is exactly what the parts give.
 */
import { type Random, rounded } from './random.js';
import type { TaxPart, Value } from './truth.js';

interface Payer {
  /** Workshops pay 经营所得个人所得税, companies 企业所得税. */
  readonly workshop: boolean;
  /** ㎡. */
  readonly landUsed: number;
}

/** 元 per ㎡ and year, invented. */
const landTaxRate = 6;

export function taxesOf(aim: number, payer: Payer, random: Random): Record<TaxPart | 'taxPaid', Value> {
  const cents = (share: number): number => Math.round(aim * share * 100);
  const exporter = random.chance(0.3);
  const vat = random.between(0.42, 0.52);
  const income = random.between(0.12, 0.24);
  const refund = random.chance(0.06) ? random.between(0.02, 0.3) : 0;
  const landUseTax = aim === 0 ? 0 : Math.min(cents(0.12), Math.round((payer.landUsed * landTaxRate) / 100));
  const parts: Record<TaxPart, number> = {
    vatPaid: cents(vat * (exporter ? 0.6 : 1)),
    vatOffset: exporter ? cents(vat * 0.4) : 0,
    vatRefundNotExport: cents(refund),
    consumptionTax: random.chance(0.01) ? cents(0.02) : 0,
    corporateIncomeTax: payer.workshop ? 0 : cents(income),
    businessIncomeTax: payer.workshop ? cents(income) : 0,
    cityConstructionTax: cents(vat * 0.07),
    propertyTax: payer.landUsed > 0 ? cents(0.045) : 0,
    landUseTax,
    landValueTax: random.chance(0.01) ? cents(0.03) : 0,
    stampTax: cents(0.014),
    resourceTax: random.chance(0.004) ? cents(0.01) : 0,
    surcharges: cents(vat * 0.05),
    socialInsuranceEmployer: cents(random.between(0.28, 0.44)) & ~1,
  };
  return { ...inWanYuan(parts), taxPaid: totalOf(parts) / 100 };
}

/** In hundredths of 万元; the insurance is even there, so that its half is whole. */
function totalOf({ socialInsuranceEmployer, vatRefundNotExport, ...added }: Record<TaxPart, number>): number {
  return Object.values(added).reduce((sum, part) => sum + part, 0) - vatRefundNotExport + socialInsuranceEmployer / 2;
}

function inWanYuan(parts: Readonly<Record<TaxPart, number>>): Record<TaxPart, number> {
  const entries = Object.entries(parts).map(([name, cents]) => [name, rounded(cents / 100, 2)]);
  return Object.fromEntries(entries);
}
