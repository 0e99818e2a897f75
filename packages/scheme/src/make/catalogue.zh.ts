/** 数据项目录 as a list that can be searched and printed: what a scheme may use without declaring it. */
import { catalogueShape } from '../shape/facts.js';
import { typeWords } from '../words.zh.js';
import { readYaml } from '../yaml/document.js';

export interface CatalogueFact {
  readonly term: string;
  readonly id: string;
  readonly type: string;
  readonly unit: string;
  readonly from: string;
  readonly also: readonly string[];
}

/** Empty when the text is no catalogue: `readScheme` says what is wrong with it. */
export function catalogueFacts(text: string): CatalogueFact[] {
  const read = catalogueShape.safeParse(readYaml('facts.yaml', text).value);
  if (!read.success) return [];
  return Object.entries(read.data.facts).map(([term, { id, type, unit, from, also }]) => ({
    term,
    id: id ?? '',
    type: typeWords[type ?? 'number'],
    unit: unit ?? '',
    from: from ?? '',
    also: also ?? [],
  }));
}

/** Those whose term, other names or id contain the word; all without one. */
export const searchFacts = (facts: readonly CatalogueFact[], word: string): CatalogueFact[] =>
  facts.filter(({ term, id, also }) => [term, id, ...also].some((name) => name.includes(word)));

export const factHeader = ['数据项', '标识', '种类', '单位', '提供部门', '其他叫法'] as const;
export const factRow = ({ term, id, type, unit, from, also }: CatalogueFact): string[] => [
  term,
  id,
  type,
  unit,
  from,
  also.join('、'),
];

/** docs/reference/facts.md. */
export const factsPage = (facts: readonly CatalogueFact[]): string =>
  [
    '# 数据项目录',
    '',
    `由 \`catalog/facts.yaml\` 印成，共 ${facts.length} 项。办法可以直接用这些名称、标识或其他叫法；要改单位、范围的写进办法的 \`facts\`，目录里没有的在办法里自己写明。`,
    '命令行查找：`muheng scheme facts 税`。',
    '',
    `| ${factHeader.join(' | ')} |`,
    `|${factHeader.map(() => '---').join('|')}|`,
    ...facts.map((fact) => `| ${factRow(fact).join(' | ')} |`),
    '',
  ].join('\n');
