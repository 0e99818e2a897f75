/** 评定依据的文字 — an explanation as Chinese lines for a terminal, a page or paper; every arithmetic line stands by itself. */
import { absenceInWords } from '@muheng/formula';
import type { OverrideHit } from '../result.js';
import type { Explanation, FactLine, IndicatorExplanation, PartExplanation } from './explanation.js';
import { landInWords } from './facts.js';

export function explanationInWords(explanation: Explanation): string {
  const { scheme, subject } = explanation;
  const lines = [
    `${subjectInWords(subject)} ${scheme.title}　数据年度 ${explanation.year}${scheme.trial === null ? '' : `　试评价：${scheme.trial}`}`,
    `结论：${explanation.conclusion}`,
    `状态：${explanation.status.name}${explanation.group === null ? '' : `　分组：${explanation.group}`}`,
    ...explanation.reasons.map((reason) => `理由：${reason.words}${clause(reason.clause)}`),
    ...explanation.indicators.flatMap(indicatorInWords),
    ...[...explanation.branches, ...explanation.bonus].flatMap(partInWords),
    ...(explanation.total === null ? [] : partInWords(explanation.total)),
    ...(explanation.rank === null ? [] : partInWords(explanation.rank)),
    ...cutInWords(explanation),
    ...explanation.overrides.map(hitInWords),
    ...explanation.assumptions.map((assumption) => `假定：${assumption.what}（${assumption.why}）`),
  ];
  return `${lines.join('\n')}\n`;
}

/** `名称（编号）`, or the id alone when there is no other name. */
export const subjectInWords = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === '' || name === id ? id : `${name}（${id}）`;

const clause = (words: string): string => (words === '' ? '' : `　依据：${words}`);
const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function indicatorInWords(indicator: IndicatorExplanation): string[] {
  const unit = indicator.unit === '' ? '' : `（${indicator.unit}）`;
  return [
    `指标：${indicator.name}${unit}　权重 ${indicator.weight}　${indicator.method}${clause(indicator.clause)}`,
    ...indent(indicator.facts.flatMap(factInWords)),
    ...indent(indicator.benchmarkHow === null ? [] : [`基准：${indicator.benchmarkHow}`]),
    ...indent(indicator.lines),
    ...indent(indicator.notes.map((note) => `说明：${note}`)),
  ];
}

function factInWords(fact: FactLine): string[] {
  const absent = Object.values(absenceInWords).includes(fact.shown);
  const from = [fact.from, fact.source].filter((each) => each !== null).join(' ');
  return [
    `数据：${fact.term}（${fact.year}） ${fact.shown}${absent || fact.unit === '' ? '' : ` ${fact.unit}`}${from === '' ? '' : `　来源：${from}`}`,
    ...indent(fact.lines),
    ...indent(landInWords(fact)),
  ];
}

const partInWords = (part: PartExplanation): string[] => [
  `${part.name}${clause(part.clause)}`,
  ...indent(part.lines),
  ...indent(part.notes.map((note) => `说明：${note}`)),
];

function cutInWords({ cut, scheme }: Explanation): string[] {
  if (cut === null) return [];
  return [`划线：${cut.pool} ${cut.members} ${scheme.measure}${clause(cut.clause)}`, ...indent(cut.lines), ...indent(cut.notes)];
}

const hitInWords = (hit: OverrideHit): string => `规则：${hit.applied ? '适用' : '未适用'}　${hit.words}${clause(hit.clause)}`;
