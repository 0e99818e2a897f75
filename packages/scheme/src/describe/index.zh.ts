/**
 * 办法成文 — a scheme as Chinese prose (Markdown), in the order of an official 办法, each rule with its clause, so that a lawyer can lay it
 * beside the document. `>=` is printed 以上, `>` 超过; what is assumed carries 【假定】.
 */
import type { Scheme } from '../model.js';
import { documentInWords } from '../read/documents.js';
import { standingWords } from '../words.zh.js';
import { describeData } from './data.zh.js';
import { describeGrades, describeRank } from './grades.zh.js';
import { describeAbsence, describeIndicators, describeScores } from './indicators.zh.js';
import { describeOverrides } from './overrides.zh.js';
import { describeGroups, describeWho } from './people.zh.js';
import { describeBonus, describeTotal } from './totals.zh.js';

const sections: readonly (readonly [title: string, write: (scheme: Scheme) => readonly string[]])[] = [
  ['依据与效力', describeBasis],
  ['评价对象', describeWho],
  ['数据与口径', describeData],
  ['分组', describeGroups],
  ['指标体系', describeIndicators],
  ['计分方法', describeScores],
  ['缺项处理', describeAbsence],
  ['加分与扣分', describeBonus],
  ['总分与排名', (scheme) => [...describeTotal(scheme), ...describeRank(scheme)]],
  ['分类', describeGrades],
  ['定档与调档', describeOverrides],
  ['假定事项', describeAssumptions],
  ['附：所引条款', describeClauses],
];

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'] as const;

export function describeScheme(scheme: Scheme): string {
  const blocks = sections
    .map(([title, write]) => ({ title, lines: write(scheme) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }, index) => `## ${numerals[index] ?? index + 1}、${title}\n\n${paragraphs(lines)}`);
  return `# ${scheme.title}\n\n${blocks.join('\n\n')}\n`;
}

/** Table rows and list items stand close, all else apart. */
function paragraphs(lines: readonly string[]): string {
  const kindOf = (line: string): string =>
    line.startsWith('|') ? 'table' : line.startsWith('- ') || /^\d+\. /.test(line) ? 'list' : '';
  return lines
    .map((line, index) =>
      index === 0 ? line : `${kindOf(line) !== '' && kindOf(line) === kindOf(lines[index - 1] ?? '') ? '\n' : '\n\n'}${line}`,
    )
    .join('');
}

function describeBasis(scheme: Scheme): string[] {
  const { place, years } = scheme;
  const documents = scheme.documents.map((document) => {
    const dates = [
      document.issued && `${document.issued}印发`,
      document.from && `自${document.from}起施行`,
      document.to && `有效期至${document.to}`,
    ].filter(Boolean);
    return `- ${documentInWords(document)}，${[document.issuer, ...dates, `效力：${standingWords[document.standing]}`].join('，')}。`;
  });
  const when = [
    years.data === 'any' ? '适用于任一数据年度' : `数据年度${years.data}年`,
    ...(years.work === undefined ? [] : [`实施年度${years.work}年`]),
    ...(years.policy === undefined ? [] : [`政策执行期${years.policy.from}至${years.policy.to}`]),
    `基准日为数据年度${scheme.referenceDay.month}月${scheme.referenceDay.day}日`,
  ];
  const trial = scheme.trial === undefined ? [] : [`本次为试评价，结果供参考：${scheme.trial}。`];
  return [
    `${place.name}（行政区划代码${place.region}）${place.work}，由${place.office}组织。`,
    `${when.join('，')}。`,
    ...trial,
    ...documents,
  ];
}

/** Every clause that source.yaml gives, document by document, with the wording it quotes. */
function describeClauses(scheme: Scheme): string[] {
  return scheme.documents.flatMap((document) => {
    const clauses = [...document.clauses.values()].map(({ at, text }) => `- ${at}：${text ?? '（依据文件里没有摘录原文）'}`);
    return clauses.length === 0 ? [] : [`${documentInWords(document)}`, ...clauses];
  });
}

function describeAssumptions(scheme: Scheme): string[] {
  const assumed = scheme.assumptions.map(({ what, why }, index) => `${index + 1}. ${what}：${why}。`);
  const notes = scheme.notes.map((note) => `- 备注：${note.replace(/。$/, '')}。`);
  return [...(assumed.length === 0 ? ['没有假定事项，各项规则均有条款依据。'] : assumed), ...notes];
}
