/** 并户次序 — code before former code before exact name before former name, where each of them points at another subject. */
import { expect, it } from 'vitest';
import { codes, districtOf, told } from './fixtures/files.js';

const { a, b, c } = codes;
const reused = '91339981MA00009X0G';
/** 乙 bore the name that 甲 bears now; the code that 乙 gave up is 丙's today; 乙 and 丙 bore one name. */
const register = `
统一社会信用代码,企业名称,曾用名,曾用代码,镇街,成立日期
${a},甲山机械制造有限公司,,330100000001234,东山街道,2001-01-01
${b},乙水塑料制品有限公司,甲山机械制造有限公司、老街加工厂,${c},东山街道,2002-01-01
${c},丙木家具实业有限公司,老街加工厂,${reused},西溪镇,2003-01-01`;

async function whose(code: string, name: string): Promise<readonly string[]> {
  const tax = ['统一社会信用代码,企业名称,实缴税金(万元)', `${code},${name},7`].join('\n');
  const district = await districtOf({ '登记.csv': register, '2024年税收.csv': tax });
  const { byCode } = district.register;
  const given = [a, b, c].filter((one) => district.store.get('tax_paid', 2024, byCode.get(one)!)?.value === 7);
  const kinds = ['joined_by_name', 'joined_by_former_name', 'joined_by_former_code', 'name_differs'];
  const refusals = ['code_and_name_disagree', 'name_ambiguous', 'name_nearly_known', 'code_unknown_name_known'];
  return [...given, ...told(district, ...kinds, ...refusals).map((line) => line.split(' ')[0]!)];
}

it.each([
  ['the code’s, though it is also another’s former code', c, '', [c]],
  ['the code’s, though the name is another’s former name', a, '老街加工厂', [a, 'name_differs']],
  ['the former code’s, without a name', reused, '', [c]],
  ['the former code’s of before 2015, told', '330100000001234', '', [a, 'joined_by_former_code']],
  ['the exact name’s, though it is also another’s former name', '', '甲山机械制造有限公司', [a, 'joined_by_name']],
  ['nobody’s: the former code of one, the exact name of another', reused, '甲山机械制造有限公司', ['code_and_name_disagree']],
  ['nobody’s: two bore the name', '', '老街加工厂', ['name_ambiguous']],
  ['nobody’s: the name is only like one', '', '甲山机械制造有限责任公司', ['name_nearly_known']],
])('[R81] [ALL-5] whose a row is: %s', async (_, code, name, wanted) => {
  expect(await whose(code, name)).toEqual(wanted);
});

it('[R81] [ALL-5] a former name joins when nobody bears it now and only one bore it', async () => {
  const tax = '统一社会信用代码,企业名称,实缴税金(万元)\n,老街加工厂,7';
  const alone = register.replace('、老街加工厂', '');
  const district = await districtOf({ '登记.csv': alone, '2024年税收.csv': tax });
  expect(district.store.get('tax_paid', 2024, district.register.byCode.get(c)!)?.value).toBe(7);
  expect(told(district, 'joined_by_former_name')).toHaveLength(1);
});
