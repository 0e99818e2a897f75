/**
 * Names of invented enterprises: district + brand + trade + legal form. Brands are unique by index; some hold characters that old
 * systems lose (four bytes in GB18030, or outside the basic plane). Also former names, near twins, full-width brackets, persons.
 */
import type { District } from './places.js';
import type { Random } from './random.js';

export interface NameWish {
  readonly district: District;
  readonly index: number;
  readonly trade: string;
  readonly workshop: boolean;
  /** The enterprise before this one: now and then a name is its near twin. */
  readonly sibling?: string;
}

/** Each is one character and 4 bytes in GB18030; some lie beyond U+FFFF. */
export const rareCharacters = [...'𬭎㛃䶮𠅤㙦𣲗𬬻𬴊㭎𪨰'];
const first = [
  ...'宏鼎晟睿恒瀚铭骏垚昊凯泽瑞博盛嘉诚德隆顺祥兴永利元丰正大新立万联通达凌飞腾翔宇辰星曜晨旭阳曦云岚峰岳川江海润清沐',
];
const second = [
  ...'晟泰源盛茂达远航驰跃卓越捷锐锋劲力拓创新科技联合华美佳优品尚雅乐和安康宁平福禄寿喜吉庆荣耀辉煌灿烁炫彩虹霓霞',
];
const third = [...'艾贝卡迪伊菲吉赫杰克莱曼诺欧派奇润斯特维沃希亚泽芝桑朵格思图普罗哈默纳菱沙琪玛雷蒙'];
const forms: readonly (readonly [form: string, weight: number])[] = [
  ['有限公司', 70],
  ['有限责任公司', 8],
  ['股份有限公司', 8],
  ['科技有限公司', 10],
  ['实业有限公司', 4],
];
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'];
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红'];

export function enterpriseName(wish: NameWish, random: Random): string {
  const twin = random.chance(0.02) && wish.sibling !== undefined ? nearTwin(wish.sibling) : undefined;
  if (twin !== undefined) return twin;
  const brand = brandOf(wish.index, random);
  if (wish.workshop) return `${wish.district.name}${brand}${wish.trade}加工厂`;
  const [form] = random.weighted(forms, ([, weight]) => weight);
  if (random.chance(0.06)) return `${brand}${wish.trade}（${wish.district.shortName}）${form}`;
  return `${wish.district.shortName}${brand}${wish.trade}${form}`;
}

/** 曾用名 — the brand stays, the form changes; unique because the brand is. */
export function formerName(name: string, random: Random): string {
  const older = random.pick(['厂', '实业公司', '集团有限公司', '制品有限公司']);
  return `${name.replace(/(?:科技|实业)?(?:股份)?有限(?:责任)?公司$|加工厂$/, '')}${older}`;
}

export const personName = (random: Random): string =>
  random.pick(surnames) + random.pick(givenNames) + (random.chance(0.6) ? random.pick(givenNames) : '');

/** 甲有限公司 and 甲新材料有限公司 are two enterprises: an intake lists such pairs and joins none of them. */
function nearTwin(name: string): string | undefined {
  return /^[^（）]+有限公司$/.test(name) && !/新材料/.test(name)
    ? name.replace(/(?:科技|实业)?(?:股份)?有限公司$/, '新材料有限公司')
    : undefined;
}

/** Two characters for the first few thousand, then three and four: never the same brand twice. */
function brandOf(index: number, random: Random): string {
  const pairs = first.length * second.length;
  const walked = (index * 1_009 + 17) % pairs;
  const round = Math.floor(index / pairs);
  const head = first[walked % first.length]! + second[Math.floor(walked / first.length)]!;
  const tail =
    round === 0 ? '' : third[round % third.length]! + (round < third.length ? '' : third[Math.floor(round / third.length)]!);
  return head + (random.chance(0.02) ? random.pick(rareCharacters) : '') + tail;
}
