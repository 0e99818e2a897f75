/**
 * The method of the bench: the preset huangyan-2022 as it stands in the catalogue, with the rules before and after the cut that
 * other published methods have (the preset has none), so that every part of the engine is timed.
 */
import { readFileSync } from 'node:fs';
import { findingInWords } from '@muheng/finding';
import { readScheme, type Scheme } from '@muheng/scheme';

const read = (path: string): string => readFileSync(new URL(`../catalog/${path}`, import.meta.url), 'utf8');

const overrides = `
overrides:
  order: first_wins
  vacated: leave
  rules:
    - { id: invest_100m, name: 建设期投资1亿元以上, when: 项目建设期 and 本年固定资产投资 >= 1 亿元, effect: { direct: A }, off_quota: true, at: before_cut, assumed: 测速用 }
    - { id: dishonest, name: 严重失信, when: 严重失信, effect: { not: [A, B] }, off_quota: true, at: before_cut, assumed: 测速用 }
    - { id: grave_land, name: 土地严重违法, when: 土地严重违法, effect: { down: 1 }, at: after_cut, assumed: 测速用 }
`;

export function benchScheme(): Scheme {
  const { scheme, findings } = readScheme({
    file: 'scheme.yaml',
    text: read('schemes/huangyan-2022/scheme.yaml') + overrides,
    sourceFile: 'source.yaml',
    sourceText: read('schemes/huangyan-2022/source.yaml'),
    catalogueText: read('facts.yaml'),
  });
  if (scheme === undefined) throw new Error(findings.map(findingInWords).join('\n'));
  return scheme;
}
