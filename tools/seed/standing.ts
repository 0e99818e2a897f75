/** 称号 and 事件 of one block: titles with their spans (some expired, some renewed), accidents, penalties, dishonesty. */
import { type Random, rounded } from './random.js';
import type { Enterprise, Incident, Title } from './truth.js';

interface TitleKind {
  readonly name: string;
  readonly level: Title['level'];
  /** Of enterprises above scale; a fifth of that below. */
  readonly share: number;
  /** How many years it holds; undefined = without end. */
  readonly years?: number;
}

const titleKinds: readonly TitleKind[] = [
  { name: '高新技术企业', level: '国家级', share: 0.4, years: 3 },
  { name: '科技型中小企业', level: '省级', share: 0.5, years: 3 },
  { name: '专精特新企业', level: '省级', share: 0.14, years: 3 },
  { name: '专精特新小巨人', level: '国家级', share: 0.03, years: 3 },
  { name: '企业技术中心', level: '市级', share: 0.1 },
  { name: '企业技术中心', level: '省级', share: 0.03 },
  { name: '绿色工厂', level: '市级', share: 0.06, years: 3 },
  { name: '数字化车间', level: '省级', share: 0.05 },
  { name: '政府质量奖', level: '市级', share: 0.02, years: 5 },
  { name: '主持制定标准', level: '国家级', share: 0.02 },
];

const incidentKinds: readonly { readonly kind: Incident['kind']; readonly levels: readonly string[]; readonly share: number }[] =
  [
    { kind: '安全事故', levels: ['一般', '一般', '一般', '较大'], share: 0.008 },
    { kind: '环境处罚', levels: ['一般', '较重'], share: 0.012 },
    { kind: '严重失信', levels: ['列入'], share: 0.004 },
    { kind: '税收违法', levels: ['一般', '重大'], share: 0.003 },
  ];

export function titlesOf(enterprises: readonly Enterprise[], random: Random): Title[] {
  return enterprises.flatMap((one) =>
    titleKinds
      .filter((kind) => random.chance(kind.share * (one.scaleOf[2024] === '规上' ? 1 : 0.2)))
      .map((kind) => title(one, kind, random)),
  );
}

export function incidentsOf(enterprises: readonly Enterprise[], random: Random): Incident[] {
  return enterprises.flatMap((one) =>
    incidentKinds
      .filter((kind) => random.chance(kind.share * 3))
      .map(({ kind, levels }) => ({
        subject: one.id,
        kind,
        level: random.pick(levels),
        date: dayIn(random.integer(Math.max(2022, Number(one.foundedOn.slice(0, 4))), 2024), random),
        document: `${kind.slice(0, 2)}罚〔${random.integer(2022, 2024)}〕${random.integer(1, 399)}号`,
      })),
  );
}

function title(one: Enterprise, kind: TitleKind, random: Random): Title {
  const year = random.integer(2018, 2024);
  const from = dayIn(year, random);
  return {
    subject: one.id,
    name: kind.name,
    level: kind.level,
    from,
    ...(kind.years !== undefined && { to: `${year + kind.years}${from.slice(4)}` }),
    document: `${rounded(random.between(1, 300), 0)}号文`,
  };
}

/** Never the 29th of February or the 31st: a span of whole years ends on a day that exists. */
const dayIn = (year: number, random: Random): string =>
  `${year}-${String(random.integer(1, 12)).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`;
