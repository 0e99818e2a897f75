/**
 * 计量单位词表 — every unit word the house knows, with its dimension and how many base units one of it is.
 * Only words; how they are put together (`万元/亩`, `元/(㎡·年)`) stands in `units.ts`.
 */

/** The dimensions. Only equal dimensions convert: electricity, heat, standard coal and carbon never turn into each other by themselves. */
export const dimensions = [
  'money',
  'dollar',
  'coal',
  'electricity',
  'heat',
  'carbon',
  'mass',
  'pollution',
  'volume',
  'area',
  'length',
  'people',
  'count',
  'points',
  'time',
  'days',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Base unit of each dimension, as a canonical text prints it. 年 and 天 are two dimensions, so that nobody converts them by accident. */
export const baseUnits: Readonly<Record<Dimension, string>> = {
  money: '元',
  dollar: '美元',
  coal: 'tce',
  electricity: 'kWh',
  heat: 'GJ',
  carbon: 'tCO₂',
  mass: 't',
  pollution: '污染当量',
  volume: 'm³',
  area: '㎡',
  length: '米',
  people: '人',
  count: '个',
  points: '分',
  time: '年',
  days: '天',
};

/** One word: `over / under` base units of its dimension (`pure` = a plain number). `shown` is the official writing. */
export interface UnitWord {
  readonly dimension: Dimension | 'pure' | 'mu';
  readonly over: number;
  readonly under: number;
  /** 百 千 万 百万 千万 亿 may stand before it. */
  readonly large: boolean;
  readonly shown: string;
}

interface WordRow {
  readonly dimension: UnitWord['dimension'];
  /** First the writing that is printed, then the others, after Unicode NFKC and without spaces. */
  readonly words: readonly string[];
  readonly over?: number;
  readonly under?: number;
  readonly large?: boolean;
}

const rows: readonly WordRow[] = [
  { dimension: 'money', words: ['元', '人民币元', '元人民币'], large: true },
  { dimension: 'dollar', words: ['美元'], large: true },
  { dimension: 'area', words: ['㎡', 'm2', '平方米', '平米', '米2', 'M2'], large: true },
  { dimension: 'area', words: ['公顷', 'ha'], over: 10_000, large: true },
  { dimension: 'area', words: ['km²', 'km2', '平方公里', '平方千米', '公里2', '千米2'], over: 1_000_000 },
  { dimension: 'mu', words: ['亩'], large: true },
  { dimension: 'length', words: ['米', 'm'] },
  { dimension: 'length', words: ['公里', 'km', '千米'], over: 1_000 },
  { dimension: 'volume', words: ['m³', 'm3', '立方米', '立方', '米3', 'M3', '标准立方米', 'Nm3'], large: true },
  { dimension: 'electricity', words: ['kWh', '千瓦时', '度', '千瓦小时', 'kwh', 'KWH', 'KWh', 'Kwh'], large: true },
  { dimension: 'electricity', words: ['MWh', '兆瓦时'], over: 1_000, large: true },
  { dimension: 'electricity', words: ['GWh', '吉瓦时'], over: 1_000_000 },
  { dimension: 'heat', words: ['GJ', '吉焦', '吉焦耳'], large: true },
  { dimension: 'heat', words: ['TJ', '太焦'], over: 1_000 },
  { dimension: 'heat', words: ['MJ', '兆焦', '兆焦耳'], under: 1_000, large: true },
  { dimension: 'heat', words: ['kJ', '千焦', 'KJ', '千焦耳'], under: 1_000_000, large: true },
  { dimension: 'coal', words: ['tce', '吨标煤', '吨标准煤', 'TCE'], large: true },
  { dimension: 'coal', words: ['kgce', '千克标准煤', '千克标煤', '公斤标准煤', '公斤标煤', 'KGCE'], under: 1_000, large: true },
  { dimension: 'coal', words: ['gce', '克标准煤', '克标煤'], under: 1_000_000 },
  {
    dimension: 'carbon',
    words: ['tCO₂', 'tCO2', '吨二氧化碳', '吨CO2', 'tCO2e', '吨二氧化碳当量', '吨CO2e'],
    large: true,
  },
  {
    dimension: 'carbon',
    words: ['kgCO₂', 'kgCO2', '千克二氧化碳', '公斤二氧化碳', '千克CO2', 'kgCO2e'],
    under: 1_000,
    large: true,
  },
  { dimension: 'mass', words: ['吨', 't'], large: true },
  { dimension: 'mass', words: ['千克', 'kg', '公斤', 'KG'], under: 1_000, large: true },
  { dimension: 'mass', words: ['克', 'g'], under: 1_000_000 },
  { dimension: 'pollution', words: ['污染当量', '当量'], large: true },
  { dimension: 'people', words: ['人', '名', '人次'], large: true },
  { dimension: 'time', words: ['年'] },
  { dimension: 'time', words: ['季度', '季'], under: 4 },
  { dimension: 'time', words: ['月', '个月'], under: 12 },
  { dimension: 'days', words: ['天', '日'] },
  { dimension: 'points', words: ['分'] },
  { dimension: 'pure', words: ['%'], under: 100 },
  { dimension: 'pure', words: ['个百分点', '百分点'], under: 100 },
  { dimension: 'pure', words: ['‰'], under: 1_000 },
  { dimension: 'pure', words: ['比值'] },
  { dimension: 'pure', words: ['倍'] },
  { dimension: 'pure', words: ['1'] },
];

/** 计数量词: all one dimension, so 项 and 户 add up; the checker can still see that the words differ. */
const countingWords = [
  '个',
  '户',
  '家',
  '项',
  '件',
  '起',
  '次',
  '宗',
  '台',
  '幢',
  '层',
  '条',
  '套',
  '处',
  '栋',
  '篇',
  '座',
  '辆',
  '块',
  '期',
];

/** Number words that may stand before a unit, longest first. */
const largeNumbers: readonly (readonly [word: string, times: number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['亿', 100_000_000],
];

const table: ReadonlyMap<string, UnitWord> = buildTable();

/** The word as it stands, or a number word before it (`万` + `千瓦时`); the word itself goes first: 千克 is not 千 times 克. */
export function findUnitWord(word: string): UnitWord | undefined {
  const whole = table.get(word);
  if (whole !== undefined) return whole;
  for (const [large, times] of largeNumbers) {
    if (!word.startsWith(large)) continue;
    const rest = table.get(word.slice(large.length));
    if (rest?.large === true) return { ...rest, over: rest.over * times, shown: large + rest.shown };
  }
  return undefined;
}

/** The usual writings, for suggestions: each official word, and the 万 and 亿 forms that ledgers use. */
export function knownUnitTexts(): readonly string[] {
  const usual = [
    '元',
    '千元',
    '万元',
    '百万元',
    '亿元',
    '万美元',
    '万亩',
    '万㎡',
    '万kWh',
    '亿kWh',
    '万tce',
    '万吨',
    '万m³',
    '万人',
  ];
  const compound = [
    '万元/亩',
    '元/㎡',
    '元/(㎡·年)',
    '万元/人',
    '万元/tce',
    '元/kWh',
    '万元/吨',
    'tce/万元',
    'kgce/kWh',
    'tCO₂/万元',
  ];
  const single = [...table.values()].map((word) => word.shown).filter((word) => word !== '1');
  return [...new Set([...usual, ...single, ...compound])];
}

function buildTable(): Map<string, UnitWord> {
  const words = new Map<string, UnitWord>();
  for (const row of rows) {
    const shown = row.words[0]!;
    const word = { dimension: row.dimension, over: row.over ?? 1, under: row.under ?? 1, large: row.large === true };
    for (const writing of row.words) words.set(writing.normalize('NFKC'), { ...word, shown });
  }
  for (const writing of countingWords) words.set(writing, { dimension: 'count', over: 1, under: 1, large: true, shown: writing });
  return words;
}
