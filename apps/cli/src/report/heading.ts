/**
 * What every output says of itself before any number: place, year, documents and their standing, whether it is a trial, which
 * rules are assumed, and that confidential figures are inside. One text for terminal, workbook, HTML and CSV.
 */
import { type Scheme, type SourceDocument, type Standing, standingWords } from '@muheng/scheme';

export interface Heading {
  readonly title: string;
  /** Place · data year · work year. */
  readonly place: string;
  /** One line a document: title, number, issuer, standing. */
  readonly documents: readonly string[];
  /** What a reader must know before using the figures: trial, standing. */
  readonly cautions: readonly string[];
  /** `内部资料：…`, empty when every figure used is open. */
  readonly confidential: string;
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
    confidential: confidentialLine(scheme),
    assumed: assumedLine(scheme),
    assumptions: scheme.assumptions.map((one) => `${one.what}：${one.why}`),
  };
}

export function documentInWords(document: SourceDocument): string {
  const number = document.number === undefined ? '' : `（${document.number}）`;
  const until = document.to === undefined ? '' : `，有效期至 ${document.to}`;
  return `《${document.title}》${number}，${document.issuer}，${standingWords[document.standing]}${until}`;
}

/** What stands above every paper: standing, confidentiality, assumptions. */
export const warningsOf = ({ cautions, confidential, assumed }: Heading): readonly string[] =>
  [...cautions, confidential, assumed].filter((words) => words !== '');

const quietStandings: ReadonlySet<Standing> = new Set(['in_force', 'extended', 'trial', 'notice']);

function cautionsOf(scheme: Scheme): string[] {
  const cautions: string[] = [];
  if (scheme.trial !== undefined) cautions.push(`试评价：${scheme.trial}`);
  for (const document of scheme.documents)
    if (!quietStandings.has(document.standing))
      cautions.push(`依据效力：《${document.title}》${standingWords[document.standing]}。`);
  return cautions;
}

const confidentialWords: Readonly<Record<string, string>> = {
  tax: '税务数据',
  statistics: '统计数据',
  enterprise: '企业数据',
  personal: '个人信息',
  internal: '内部数据',
};

function confidentialLine(scheme: Scheme): string {
  const used = new Set([...scheme.facts.values()].filter((fact) => fact.used).map((fact) => fact.confidential));
  const kinds = Object.entries(confidentialWords).flatMap(([kind, word]) => (used.has(kind) ? [word] : []));
  return kinds.length === 0 ? '' : `内部资料：含${kinds.join('、')}，不得对外提供。`;
}

const namedInLine = 4;

function assumedLine(scheme: Scheme): string {
  const count = scheme.assumptions.length;
  if (count === 0) return '';
  const named = scheme.assumptions
    .slice(0, namedInLine)
    .map((one) => one.what)
    .join('、');
  return `含 ${count} 处假定：${named}${count > namedInLine ? ' 等' : ''}`;
}
