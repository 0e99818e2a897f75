/** 数据项目录 for readers of files: what a column may be, in which unit. Facts that a scheme declares or narrows take the place of the catalogue's. */
import type { ValueType } from '@muheng/formula';
import { type MuDivisor, parseUnit, type Unit } from '@muheng/quantity';
import type { FactRule, Scheme } from '../model.js';
import { catalogueShape } from '../shape/facts.js';
import { readYaml } from '../yaml/document.js';

export type FactTerm = Pick<FactRule, 'id' | 'term' | 'also' | 'type' | 'unit' | 'from' | 'plausible' | 'mustBe'>;

const pure: Unit = { text: '', dimension: '', factor: { over: 1, under: 1 } };

/** All facts of the catalogue text, with the scheme's own beside and before them; derived ones are no columns. */
export function factTermsFor(scheme: Pick<Scheme, 'facts' | 'names'>, catalogueText: string): readonly FactTerm[] {
  const derived = new Set([...scheme.facts.values()].flatMap(({ id, formula }) => (formula === undefined ? [] : [id])));
  const own = [...scheme.facts.values()].filter(({ formula }) => formula === undefined);
  const known = new Set([...own.map(({ id }) => id), ...derived]);
  return [...own, ...catalogueTerms(catalogueText, scheme.names.mu).filter(({ id }) => !known.has(id))];
}

function catalogueTerms(text: string, mu: MuDivisor): FactTerm[] {
  const read = catalogueShape.safeParse(readYaml('facts.yaml', text).value);
  if (!read.success) return [];
  return Object.entries(read.data.facts).map(([term, fact]): FactTerm => {
    const type: ValueType = fact.type ?? 'number';
    const { plausible, from } = fact;
    return {
      ...{ id: fact.id ?? term, term, also: fact.also ?? [], type, mustBe: fact.must_be ?? 'any' },
      unit: (fact.unit === undefined ? undefined : parseUnit(fact.unit, { mu })) ?? pure,
      ...(from === undefined ? {} : { from }),
      ...(plausible === undefined ? {} : { plausible }),
    };
  });
}
