/**
 * 对列 — which column is which fact, in which unit, and how that is known: by the mapping file, by id, official term or alias.
 * Near names are proposed and never taken; two different columns of one fact are asked about and neither is taken. @source R30
 */
import type { Finding, Place } from '@muheng/finding';
import { convertible, type Unit } from '@muheng/quantity';
import { columnLetters } from '../table.js';
import { storedText } from '../text.js';
import { found } from '../texts.zh.js';
import { type Likeness, likelyTerms } from './likeness.js';
import type { Mapping } from './mapping.js';
import { creditCodeId, findTerm, nameId, passedOver, type Term, unitOf, type Vocabulary } from './vocabulary.js';

export type MatchedHow = 'mapping' | 'term' | 'id' | 'alias' | 'content';

/** header: in brackets; mapping: decided; sheet: said above the table; assumed: nowhere, the working unit is taken; none: needs none. */
export type UnitFrom = 'header' | 'mapping' | 'sheet' | 'assumed' | 'none';

export interface ColumnMatch {
  /** From 0. */
  readonly index: number;
  readonly letters: string;
  /** As the file writes it. */
  readonly header: string;
  readonly term: Term;
  readonly how: MatchedHow;
  /** Of the values in the file; undefined for texts and plain numbers. */
  readonly unit: Unit | undefined;
  readonly unitFrom: UnitFrom;
}

export interface Unmatched {
  readonly index: number;
  readonly letters: string;
  readonly header: string;
  readonly likely: readonly Likeness[];
}

export interface Matching {
  readonly columns: readonly ColumnMatch[];
  readonly unmatched: readonly Unmatched[];
  readonly findings: readonly Finding[];
}

export interface ToMatch {
  readonly headers: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly mapping: Mapping;
  readonly sheetUnit: string | undefined;
  readonly where: Place;
  /** True when two columns hold the same in every row. */
  readonly alike: (one: number, other: number) => boolean;
}

export function matchColumns(from: ToMatch): Matching {
  const findings: Finding[] = [];
  const unmatched: Unmatched[] = [];
  const byTerm = new Map<string, ColumnMatch[]>();
  const seen = new Map<string, number>();
  for (const [index, written] of from.headers.entries()) {
    const header = storedText(written);
    if (header === '') continue;
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    const decided = from.mapping.get(nth === 1 ? header : `${header}#${nth}`);
    if (decided?.fact === null) continue;
    const match = matchOne(
      { header, index, mapped: decided === undefined ? undefined : { ...decided, fact: decided.fact } },
      from,
      findings,
    );
    if (match === 'unit_differs') continue;
    if (match === undefined)
      unmatched.push({ index, letters: columnLetters(index + 1), header, likely: likelyTerms(header, from.vocabulary) });
    else byTerm.set(match.term.id, [...(byTerm.get(match.term.id) ?? []), match]);
  }
  const columns = [...byTerm.values()].flatMap((matches) => chosen(matches, from, findings)).sort((a, b) => a.index - b.index);
  for (const column of columns)
    if (column.unitFrom === 'assumed')
      findings.push(
        found(
          'column_unit_not_stated',
          { ...from.where, cell: column.letters },
          { column: column.header, unit: column.unit?.text ?? '' },
        ),
      );
  for (const one of unmatched) if (!passedOver(one.header)) findings.push(unmatchedFinding(one, from.where));
  return { columns, unmatched, findings };
}

function unmatchedFinding({ header, letters, likely }: Unmatched, where: Place): Finding {
  const place = { ...where, cell: letters };
  if (likely.length === 0) return found('column_not_recognised', place, { column: header });
  return found('column_nearly_recognised', place, {
    column: header,
    terms: likely.map(({ term }) => `“${term.term}”`).join('、'),
  });
}

interface OneColumn {
  readonly header: string;
  readonly index: number;
  readonly mapped: { readonly fact: string; readonly unit?: string } | undefined;
}

function matchOne(
  { header, index, mapped }: OneColumn,
  from: ToMatch,
  findings: Finding[],
): ColumnMatch | undefined | 'unit_differs' {
  const known = findTerm(header, from.vocabulary);
  const decided = mapped === undefined ? undefined : from.vocabulary.terms.find((term) => term.id === mapped.fact);
  if (mapped !== undefined && decided === undefined)
    findings.push(found('mapping_fact_unknown', from.where, { column: header, fact: mapped.fact }));
  const term = decided ?? known?.term;
  if (term === undefined) return undefined;
  const how: MatchedHow = decided !== undefined ? 'mapping' : (known?.how ?? 'term');
  const base = { index, letters: columnLetters(index + 1), header, term, how };
  if (term.type !== 'number') return { ...base, unit: undefined, unitFrom: 'none' };
  const working = unitOf(term.unit ?? '');
  const written = mapped?.unit ?? known?.unit;
  if (written === undefined) return { ...base, ...unwrittenUnit(working, from.sheetUnit) };
  const unit = unitOf(written);
  if (unit !== undefined && (working === undefined ? unit.dimension === '' : convertible(unit, working)))
    return { ...base, unit, unitFrom: mapped?.unit === undefined ? 'header' : 'mapping' };
  findings.push(
    found(
      'column_unit_differs',
      { ...from.where, cell: base.letters },
      { column: header, unit: written, working: term.unit ?? '不带单位的数' },
    ),
  );
  return 'unit_differs';
}

/** Counting people or things needs no unit; what has a size of unit does. */
const needNoUnit: ReadonlySet<string> = new Set(['', 'people', 'count', 'points', 'time', 'days']);

function unwrittenUnit(working: Unit | undefined, sheetUnit: string | undefined): { unit: Unit | undefined; unitFrom: UnitFrom } {
  if (working === undefined) return { unit: undefined, unitFrom: 'none' };
  if (needNoUnit.has(working.dimension)) return { unit: working, unitFrom: 'none' };
  const said =
    sheetUnit
      ?.split(/[、,，;；]/)
      .map(unitOf)
      .filter((unit) => unit !== undefined && convertible(unit, working)) ?? [];
  return said.length === 1 ? { unit: said[0], unitFrom: 'sheet' } : { unit: working, unitFrom: 'assumed' };
}

const strength: Readonly<Record<MatchedHow, number>> = { mapping: 4, term: 3, id: 3, alias: 2, content: 1 };

/** One of the columns of a fact: the only one, the decided one, for names and codes the best named; else none, and a question. */
function chosen(matches: readonly ColumnMatch[], from: ToMatch, findings: Finding[]): readonly ColumnMatch[] {
  const [first, ...others] = matches;
  if (first === undefined || others.length === 0) return matches;
  const mapped = matches.filter((match) => match.how === 'mapping');
  if (mapped.length === 1) return mapped;
  const blanks = { term: first.term.term, columns: matches.map(({ letters, header }) => `${letters}列“${header}”`).join('、') };
  const where = { ...from.where, cell: first.letters };
  if (others.every((other) => from.alike(first.index, other.index) && other.unit?.text === first.unit?.text)) {
    findings.push(found('column_twice_alike', where, blanks));
    return [first];
  }
  if (first.term.id === creditCodeId || first.term.id === nameId) {
    const best = [...matches].sort((a, b) => strength[b.how] - strength[a.how] || a.index - b.index)[0]!;
    findings.push(found('column_twice_best_taken', where, { ...blanks, taken: best.letters }));
    return [best];
  }
  findings.push(found('column_twice', where, blanks));
  return [];
}
