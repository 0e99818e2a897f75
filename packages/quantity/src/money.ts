/**
 * 金额 — money that is paid or charged: an exact amount in 元, never a float, the same whatever order it is summed in.
 * A share such as one third stays an exact fraction until it is rounded by a named mode.
 * Scores and indicators are doubles and do not come here.
 */
import { Decimal } from 'decimal.js';
import { type Ratio, ratio } from './ratio.js';
import type { DeclaredRounding, RoundingMode } from './rounding.js';

export type MoneyUnit = '元' | '万元' | '亿元';

/** Powers of ten from 元. */
const placesOf: Readonly<Record<MoneyUnit, number>> = { 元: 0, 万元: 4, 亿元: 8 };

/** No amount has more digits before or behind the point; with it every step below stays exact inside the precision. */
const mostDigits = 200;
const Exact = Decimal.clone({ precision: 20 * mostDigits, rounding: Decimal.ROUND_DOWN, toExpNeg: -9e15, toExpPos: 9e15 });
const yuanIn: Readonly<Record<MoneyUnit, Decimal>> = { 元: new Exact(1), 万元: new Exact(10_000), 亿元: new Exact(100_000_000) };
const plainDecimal = /^[+-]?\d{1,60}(\.\d{1,60})?$/;

/** 元 = over / under; `under` a positive whole number. */
interface Fraction {
  readonly over: Decimal;
  readonly under: Decimal;
}

/** Immutable. Numbers come in and go out as decimal text with their unit. */
export class Money {
  static readonly zero: Money = new Money(whole(new Exact(0)));

  private readonly over: Decimal;
  private readonly under: Decimal;

  private constructor({ over, under }: Fraction) {
    this.over = over;
    this.under = under;
    const tooLong = over.e >= mostDigits || over.decimalPlaces() > mostDigits || under.e >= mostDigits;
    if (tooLong) throw new RangeError('an amount needs too many digits');
    Object.freeze(this);
  }

  /** `Money.of('12.34', '万元')`. Plain decimal text only: no exponent, no separators; anything else raises a RangeError. */
  static of(decimal: string, unit: MoneyUnit): Money {
    return new Money(whole(decimalOf(decimal).times(yuanIn[unit])));
  }

  static sum(amounts: Iterable<Money>): Money {
    let total = Money.zero;
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  plus(other: Money): Money {
    if (this.under.equals(other.under)) return new Money(reduced(this.over.plus(other.over), this.under));
    const over = this.over.times(other.under).plus(other.over.times(this.under));
    return new Money(reduced(over, this.under.times(other.under)));
  }

  minus(other: Money): Money {
    return this.plus(other.negated());
  }

  negated(): Money {
    return new Money({ over: this.over.negated(), under: this.under });
  }

  /** Times a decimal text (`'0.5'`) or an exact ratio (`{ over: 1, under: 3 }`), exactly. */
  times(factor: string | Ratio): Money {
    if (typeof factor === 'string') return new Money(reduced(this.over.times(decimalOf(factor)), this.under));
    if (!isRatio(factor)) throw new RangeError(`not a ratio of positive whole numbers: ${factor.over}/${factor.under}`);
    const { over, under } = ratio(factor.over, factor.under);
    return new Money(reduced(this.over.times(over), this.under.times(under)));
  }

  /** −1, 0 or 1, as this is less than, equal to or more than the other. Exact, no tolerance. */
  compare(other: Money): -1 | 0 | 1 {
    const sign = this.over.times(other.under).comparedTo(other.over.times(this.under));
    return sign < 0 ? -1 : sign > 0 ? 1 : 0;
  }

  /** Rounded to the decimals of the named unit; `excel` here is half away from zero on the exact amount. */
  round(rounding: DeclaredRounding, unit: MoneyUnit): Money {
    const step = tenTo(placesOf[unit] - wholeDecimals(rounding.to));
    const size = this.over.abs().dividedBy(step).dividedToIntegerBy(this.under);
    const rest = this.over.abs().minus(size.times(step).times(this.under));
    const half = rest.times(2).comparedTo(step.times(this.under));
    const steps = raises[rounding.by]({ rest: rest.isZero() ? 0 : 1, half, odd: !size.mod(2).isZero() }) ? size.plus(1) : size;
    return new Money(whole((this.over.isNegative() ? steps.negated() : steps).times(step)));
  }

  /** Exact decimal text in a unit, e.g. `'1.5'`; raises a RangeError for an endless fraction that was not rounded before. */
  toUnit(unit: MoneyUnit): string {
    if (!this.under.equals(1)) throw new RangeError('an endless fraction must be rounded before it is written');
    return this.over.dividedBy(yuanIn[unit]).toString();
  }
}

function whole(over: Decimal): Fraction {
  return { over, under: yuanIn.元 };
}

/** What was cut off: `rest` 0 or 1, `half` its comparison with half a step, `odd` the last digit kept. */
interface CutOff {
  readonly rest: 0 | 1;
  readonly half: number;
  readonly odd: boolean;
}

const raises: Readonly<Record<RoundingMode, (cut: CutOff) => boolean>> = {
  excel: ({ half }) => half >= 0,
  gbt8170: ({ half, odd }) => half > 0 || (half === 0 && odd),
  up: ({ rest }) => rest === 1,
  down: () => false,
};

/** Lowest terms: factors 2 and 5 leave the fraction for the decimals, then what both sides share is cancelled. */
function reduced(over: Decimal, under: Decimal): Fraction {
  if (under.equals(1)) return whole(over);
  let top = over;
  let bottom = under;
  while (bottom.mod(2).isZero()) [top, bottom] = [top.times('0.5'), bottom.dividedBy(2)];
  while (bottom.mod(5).isZero()) [top, bottom] = [top.times('0.2'), bottom.dividedBy(5)];
  const divisor = commonDivisor(top.times(tenTo(top.decimalPlaces())).abs(), bottom);
  return { over: top.dividedBy(divisor), under: bottom.dividedBy(divisor) };
}

function commonDivisor(a: Decimal, b: Decimal): Decimal {
  let large = a;
  let small = b;
  while (!small.isZero()) [large, small] = [small, large.mod(small)];
  return large;
}

function decimalOf(text: string): Decimal {
  if (!plainDecimal.test(text)) throw new RangeError(`not a plain decimal number: ${text.slice(0, 40)}`);
  return new Exact(text);
}

const tenTo = (places: number): Decimal => new Exact(10).toPower(places);

function wholeDecimals(to: number): number {
  if (!Number.isInteger(to) || to < 0 || to > 12) throw new RangeError(`decimals must be a whole number from 0 to 12, not ${to}`);
  return to;
}

const isRatio = ({ over, under }: Ratio): boolean =>
  Number.isSafeInteger(over) && Number.isSafeInteger(under) && over > 0 && under > 0;
