/**
 * What every output says of itself before any number: place, year, documents and their standing, whether it is a trial, which
 * rules are assumed, and that confidential figures are inside. One text for terminal, workbook, HTML and CSV.
 */
import type { Scheme, SourceDocument, Standing } from '@muheng/scheme';

export const standingWords: Readonly<Record<Standing, string>> = {
  in_force: '现行有效',
  extended: '延期有效',
  trial: '试行',
  draft: '征求意见稿，尚未生效',
  expired: '已过有效期',
  superseded: '已被新文件替代',
  void: '已废止',
  interpretation: '政策解读，不是办法本身',
  notice: '通知、公示',
  invented: '虚构，仅供演示',
};

export interface Heading {
  readonly title: string;
  /** Place · data year · work year. */
  readonly place: string;
  /** One line a document: title, number, issuer, standing. */
  readonly documents: readonly string[];
  /** What a reader must know before using the figures: trial, standing, confidentiality. */
  readonly cautions: readonly string[];
  /** `含 n 处假定：…` with the first few named; empty when nothing is assumed. */
  readonly assumed: string;
  /** All assumptions, one line each. */
  readonly assumptions: readonly string[];
}

export function headingOf(scheme: Scheme, year: number): Heading {
  const work = scheme.years.work === undefined ? '' : ` · ${scheme.years.work} 年实施`;
  return {
    title: scheme.title,
    place: `${scheme.place.name} · ${scheme.place.work} · 数据年度 ${year}${work}`,
    documents: scheme.documents.map(documentInWords),
    cautions: cautionsOf(scheme),
    assumed: assumedLine(scheme),
    assumptions: scheme.assumptions.map((one) => `${one.what}：${one.why}`),
  };
}

export function documentInWords(document: SourceDocument): string {
  const number = document.number === undefined ? '' : `（${document.number}）`;
  const until = document.to === undefined ? '' : `，有效期至 ${document.to}`;
  return `《${document.title}》${number}，${document.issuer}，${standingWords[document.standing]}${until}`;
}

/** Cautions and the assumption line, for papers that print lines. */
export function headingLines(scheme: Scheme, year: number): readonly string[] {
  const { cautions, assumed } = headingOf(scheme, year);
  return assumed === '' ? cautions : [...cautions, assumed];
}

const quietStandings: ReadonlySet<Standing> = new Set(['in_force', 'extended', 'notice', 'interpretation']);

function cautionsOf(scheme: Scheme): string[] {
  const cautions: string[] = [];
  if (scheme.trial !== undefined) cautions.push(`试评价：${scheme.trial}`);
  for (const document of scheme.documents)
    if (!quietStandings.has(document.standing)) cautions.push(`依据效力：《${document.title}》${standingWords[document.standing]}。`);
  const closed = confidentialKinds(scheme);
  if (closed.length > 0) cautions.push(`内部资料：含${closed.join('、')}，不得对外提供。`);
  return cautions;
}

const confidentialWords: Readonly<Record<string, string>> = { tax: '税务数据', statistics: '统计数据', enterprise: '企业数据', personal: '个人信息', internal: '内部数据' };

function confidentialKinds(scheme: Scheme): string[] {
  const used = new Set([...scheme.facts.values()].filter((fact) => fact.used).map((fact) => fact.confidential));
  return Object.entries(confidentialWords).flatMap(([kind, word]) => (used.has(kind) ? [word] : []));
}

const namedInLine = 4;

function assumedLine(scheme: Scheme): string {
  const count = scheme.assumptions.length;
  if (count === 0) return '';
  const named = scheme.assumptions.slice(0, namedInLine).map((one) => one.what).join('、');
  return `含 ${count} 处假定：${named}${count > namedInLine ? ' 等' : ''}`;
}
