/** Which facts of department files a run makes something of. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readScheme, type Scheme } from '@muheng/scheme';
import { describe, expect, it } from 'vitest';
import { factsNeeded } from './needed.js';

const catalog = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../catalog/${path}`, import.meta.url)), 'utf8');

function schemeOf(text = catalog('schemes/huangyan-2022/scheme.yaml')): Scheme {
  const { scheme, findings } = readScheme({
    ...{ file: 'scheme.yaml', text },
    ...{ sourceFile: 'source.yaml', sourceText: catalog('schemes/huangyan-2022/source.yaml') },
    ...{ catalogueFile: 'facts.yaml', catalogueText: catalog('facts.yaml') },
  });
  if (scheme === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return scheme;
}

/** 黄岩 by head where it is by 亩. */
const landless = (): Scheme =>
  schemeOf(
    catalog('schemes/huangyan-2022/scheme.yaml')
      .replace('  用地面积: { unit: 亩 }\n', '')
      .replaceAll('用地面积', '年平均职工人数')
      .replaceAll('万元/亩', '万元/人'),
  );
const land = ['certificate_land', 'leased_floor_space', 'landlord'];

describe('[R80] facts that are needed', () => {
  it('are those of the rules, who a subject is, and the ledgers that a fact of the rules is summed from', () => {
    const needed = factsNeeded(schemeOf(), new Map());
    for (const fact of ['tax_evaluated', 'land_used', 'power_used', 'scale', 'founded_on', ...land])
      expect(needed).toContain(fact);
    for (const fact of ['tax_paid', 'water_used', 'vat_paid']) expect(needed).not.toContain(fact);
  });

  it('hold what stands in for a fact of the rules, and nothing for one that no rule reads', () => {
    const standIns = new Map([
      ['tax_evaluated', 'tax_paid'],
      ['water_used', 'vat_paid'],
    ]);
    const needed = factsNeeded(schemeOf(), standIns);
    expect([needed.has('tax_paid'), needed.has('vat_paid')]).toEqual([true, false]);
  });

  it('hold no ledger of land where no rule asks for land', () => {
    const needed = factsNeeded(landless(), new Map());
    for (const fact of ['land_used', ...land]) expect(needed).not.toContain(fact);
    expect(needed).toContain('tax_evaluated');
  });
});
