/**
 * 统一社会信用代码 GB 32100, 组织机构代码 GB 11714, 公民身份号码 GB 11643 — made with right check characters for a region code that
 * GB/T 2260 does not have, so that no code here can be anybody's. Unique by index.
 */

/** Without I, O, S, V, Z. */
export const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const inventedRegion = '339981';
export const neighbourRegion = '339982';

export type CodeKind = 'company' | 'workshop' | 'cooperative';
const openings: Readonly<Record<CodeKind, string>> = { company: '91', workshop: '92', cooperative: 'N3' };

interface CodeWish {
  readonly kind: CodeKind;
  readonly index: number;
  readonly seed: number;
  /** Before 2015 a code was built on an organisation number of digits, later on `MA…`. */
  readonly old: boolean;
  readonly region?: string;
}

export function creditCode({ kind, index, seed, old, region = inventedRegion }: CodeWish): string {
  const organisation = organisationCode(old ? digitBody(index, seed) : letterBody(index, seed));
  const first17 = `${openings[kind]}${region}${organisation}`;
  return first17 + creditCheck(first17);
}

/** The last character: Σ value·3^(i−1) mod 31, taken from 31; 31 is 0. */
export function creditCheck(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += codeCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return codeCharacters[(31 - (sum % 31)) % 31]!;
}

/** Eight characters and their check: 11 − Σ value·weight mod 11; 10 is X, 11 is 0. */
export function organisationCode(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, character, i) => total + Number.parseInt(character, 36) * weights[i]!, 0);
  const check = 11 - (sum % 11);
  return body + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

/** A person's number of the invented region, born 1961–1999, with its right check character. */
export function personNumber(draw: number): string {
  const year = 1961 + (draw % 39);
  const month = String(1 + (draw % 12)).padStart(2, '0');
  const day = String(1 + (draw % 28)).padStart(2, '0');
  const first17 = `${inventedRegion}${year}${month}${day}${String(draw % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...first17].reduce((total, digit, i) => total + Number(digit) * weights[i]!, 0);
  return first17 + '10X98765432'[sum % 11]!;
}

/** Multiplying by a number without a common divisor walks through all bodies before one comes again. */
const digitBody = (index: number, seed: number): string =>
  String((index * 48_271 + ((seed * 7_919) % 10_000_000) + 1_300_007) % 100_000_000).padStart(8, '0');

function letterBody(index: number, seed: number): string {
  let left = (index * 69_621 + ((seed * 7_919) % 10_000_000) + 900_001) % 887_503_681;
  let body = '';
  for (let i = 0; i < 6; i++) {
    body = codeCharacters[left % 31]! + body;
    left = Math.floor(left / 31);
  }
  return `MA${body}`;
}
