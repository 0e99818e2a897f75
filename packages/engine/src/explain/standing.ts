/** 名次和划线的依据 — why the rank is what it is, how many places each class has, where the lines run. */
import { formulaInWords } from '@muheng/formula';
import { type Cut, keyInWords, type Places, type SortKey } from '@muheng/scheme';
import { clauseOf } from '../stages/reasons.js';
import { printed } from './arithmetic.js';
import type { Explaining } from './context.js';
import type { CutExplanation, PartExplanation } from './explanation.js';
import { smallPool, smallPoolInWords } from './smallPool.js';
import { halfNames, lineKey, placeInHalf } from './stages.js';

export function explainRank(context: Explaining, row: number): PartExplanation | null {
  const { scheme, result } = context;
  const { measure } = scheme.subject;
  const rank = result.rank[row]!;
  if (rank === 0) return null;
  const ranks = context.ranks(result.pool[row]!);
  const before = countBelow(ranks, rank);
  const same = countBelow(ranks, rank + 0.25) - before;
  const expression = {
    min: `排在前面 ${before} ${measure} + 1`,
    dense: `排在前面的名次 ${rank - 1} 个 + 1`,
    average: `排在前面 ${before} ${measure} + (并列 ${same} ${measure} + 1) ÷ 2`,
    max: `排在前面 ${before} ${measure} + 并列 ${same} ${measure}`,
  }[scheme.rank.ties];
  const keys = keysInWords(scheme.rank.by);
  const notes = [
    `${result.pools[result.pool[row]!]?.name ?? ''} ${ranks.length} ${scheme.subject.measure}，按${keys}排序`,
    ...(same > 1 ? [`并列 ${same} ${measure}`] : []),
  ];
  return {
    id: 'rank',
    name: '名次',
    points: rank,
    lines: [`名次 ${printed(rank)} = ${expression}`],
    notes,
    clause: clauseOf(scheme.rank.cited),
  };
}

/** `总分从高到低，评价税收从高到低` */
const keysInWords = (keys: readonly SortKey[]): string => keys.map(keyInWords).join('，');

/** How many of the ascending numbers are below `value`. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `others`: may see figures that are other subjects', such as the key value of the last one of a stage. */
export function explainCut(context: Explaining, row: number, others: boolean): CutExplanation | null {
  const { scheme, result, scored } = context;
  const pool = result.pools[result.pool[row]!];
  const cut = scheme.grades.cut.get(scored.pools.groupOf[result.pool[row]!] ?? '');
  if (pool === undefined || cut === undefined) return null;
  const className = (key: string): string => scheme.grades.classes.find((grade) => grade.key === key)?.name ?? key;
  const { measure } = scheme.subject;
  const small = smallPool(cut, pool.members);
  const place = placeInHalf(context, row);
  const said =
    small === null
      ? cutInWords[cut.by](cut, { base: pool.base, measure, className })
      : { lines: [], notes: [smallPoolInWords(scheme, small)] };
  const cuts = others || cut.by !== 'two_stage' ? pool.cuts : pool.cuts.map((line) => ({ ...line, line: null }));
  const counts = cuts.map((line) => {
    const last =
      line.lastRank === null
        ? ''
        : `，末位第 ${printed(line.lastRank)} 名${line.lastTotal === null ? '' : `、总分 ${printed(line.lastTotal)}`}`;
    const key =
      cut.by === 'two_stage' && line.line !== null ? `，分段末位的${lineKey(cut, line.grade)} ${printed(line.line)}` : '';
    return `${className(line.grade)}${line.places === null ? '' : `名额 ${line.places} 个，`}测算 ${line.computed} ${measure}，规则调档后 ${line.decided} ${measure}${last}${key}`;
  });
  const off = pool.offQuota === 0 ? [] : [`不占名额 ${pool.offQuota} ${measure}`];
  return {
    pool: pool.name,
    members: pool.members,
    lines: said.lines,
    notes: [...said.notes, ...(place === null ? [] : [place.note]), ...off, ...counts],
    cuts,
    clause: clauseOf(cut.cited),
  };
}

interface CutAt {
  readonly base: number;
  readonly measure: string;
  readonly className: (key: string) => string;
}
interface CutSaid {
  readonly lines: string[];
  readonly notes: string[];
}

const nothing: CutSaid = { lines: [], notes: [] };
const tiesInWords = { better: '线上并列的归较优类别', worse: '线上并列的归较差类别', split: '线上并列的按编号先后' } as const;

const cutInWords: Readonly<Record<Cut['by'], (cut: Cut, at: CutAt) => CutSaid>> = {
  share: (cut, at) => (cut.by === 'share' ? shareInWords(cut, at) : nothing),
  two_stage: (cut, { base, measure, className }) =>
    cut.by === 'two_stage'
      ? {
          lines: [
            `前段${measure}数 ${placesOf(base, cut.first.share, cut.first.round)}`,
            ...(['upper', 'lower'] as const).flatMap((half) =>
              quotaLines({ ...cut, shares: cut[half].shares }, { base, className, of: halfNames[half] }),
            ),
          ],
          notes: [`先按 ${keysInWords(cut.first.by)} 分前后两段，再分别划类；${tiesInWords[cut.tiesAcrossCut]}`],
        }
      : nothing,
  threshold: (cut, { className }) =>
    cut.by === 'threshold'
      ? {
          lines: [],
          notes: [
            `按 ${formulaInWords(cut.on)}：${[...cut.lines].map(([key, line]) => `${className(key)} ${line === 'rest' ? '其余' : `${printed(line)} ${cut.better === 'higher' ? '以上' : '以下'}（${cut.edge === 'in' ? '含' : '不含'}）`}`).join('，')}`,
          ],
        }
      : nothing,
  rules: (cut, { className }) =>
    cut.by === 'rules'
      ? {
          lines: [],
          notes: [
            `按规则划类：${cut.rules.map((rule) => `${className(rule.grade)} ${formulaInWords(rule.when)}`).join('；')}；其余 ${className(cut.otherwise)}`,
          ],
        }
      : nothing,
  none: () => nothing,
};

function shareInWords(cut: Extract<Cut, { by: 'share' }>, { base, measure, className }: CutAt): CutSaid {
  return {
    lines: quotaLines(cut, { base, className, of: '' }),
    notes: [`比例以 ${base} ${measure}为基数，${cut.edge === 'in' ? '含' : '不含'}界上；${tiesInWords[cut.tiesAcrossCut]}`],
  };
}

/** Places of each class: `A类名额 7 = 修约(37 × 20 ÷ 100, 0)`; an open line that falls on a whole number stops one short. */
function quotaLines(
  cut: Pick<Extract<Cut, { by: 'share' }>, 'shares' | 'count' | 'round' | 'edge'>,
  { base, className, of }: Omit<CutAt, 'measure'> & { readonly of: string },
): string[] {
  const lines: string[] = [];
  let over = 0n;
  let under = 1n;
  let passed = of;
  for (const [key, share] of cut.shares) {
    if (share === 'rest') {
      if (cut.count === 'cumulative') break;
      continue;
    }
    const how = cut.round.get(key) ?? 'nearest';
    [over, under] = [over * BigInt(share.under) + BigInt(share.over) * under, under * BigInt(share.under)];
    passed += className(key);
    if (cut.count === 'each') lines.push(`${of}${className(key)}名额 ${placesOf(base, share, how, cut.edge)}`);
    else lines.push(`${passed}累计名额 ${placesOf(base, reduced(over, under), how, cut.edge)}`);
  }
  return lines;
}

function reduced(over: bigint, under: bigint): { over: number; under: number } {
  let [a, b] = [over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { over: 0, under: 1 } : { over: Number(over / a), under: Number(under / a) };
}

function placesOf(base: number, share: { over: number; under: number }, round: Places, edge: 'in' | 'out' = 'in'): string {
  const product = BigInt(base) * BigInt(share.over);
  const under = BigInt(share.under);
  const whole = product % under === 0n;
  const plain = product / under;
  const raise = round === 'up' || (round === 'nearest' && 2n * (product % under) >= under);
  const short = whole && edge === 'out' && plain > 0n;
  const places = whole ? (short ? plain - 1n : plain) : raise ? plain + 1n : plain;
  const scale =
    [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000].find((each) => (share.over * each) % share.under === 0) ??
    share.under;
  const expression = `${base} × ${(share.over * scale) / share.under} ÷ ${scale}`;
  const rounded = { nearest: `修约(${expression}, 0)`, down: `向下取整(${expression})`, up: `向上取整(${expression})` }[round];
  return `${places} = ${rounded}${short ? ' - 1' : ''}`;
}
