/** 其他证号 — numbers that stand in the credit code's column by mistake or from before 2015, each with its own check. */

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** 组织机构代码 GB 11714: eight characters and a check digit (X = 10); without dash. */
export function organisationCodeFits(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  let sum = 0;
  for (let at = 0; at < 8; at++) {
    const letter = code.charCodeAt(at);
    sum += organisationWeights[at]! * (letter < 58 ? letter - 48 : letter - 55);
  }
  const check = 11 - (sum % 11);
  return (check === 10 ? 'X' : check === 11 ? '0' : String(check)) === code[8];
}

/** 营业执照注册号 (2007–2015): 14 digits and a check digit by ISO 7064 MOD 11,10. */
export function businessLicenceFits(number: string): boolean {
  if (!/^\d{15}$/.test(number)) return false;
  let product = 10;
  for (let at = 0; at < 14; at++) {
    const sum = (product + Number(number[at])) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(number[14])) % 10 === 1;
}

/** 公民身份号码 GB 11643: 18 characters with birthday and check, or the old 15 digits with a birthday. */
export function personIdFits(number: string): boolean {
  if (/^\d{15}$/.test(number)) return /^[1-8]/.test(number) && isDay(`19${number.slice(6, 12)}`);
  if (!/^[1-8]\d{16}[\dX]$/.test(number) || !isDay(number.slice(6, 14))) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 330***********12: region and the last two, nothing that names a person. @source R38 */
export const maskedId = (number: string): string =>
  number.length < 8 ? '***' : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;
