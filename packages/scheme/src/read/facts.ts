/**
 * 基础数据项 — catalogue entries, narrowed or renamed by the scheme, and those it declares itself. A term of the catalogue (or one of
 * its other names) is narrowed; an unknown term is declared and needs id, type and, for numbers, a unit. Nothing changes its kind.
 */
import { conversion, convertible, pureUnit, type Unit } from '@muheng/quantity';
import type { FactRule } from '../model.js';
import type { CatalogueFile, FactFile } from '../shape/facts.js';
import { typeWords } from '../words.zh.js';
import { reservedNames } from './names.js';
import { didYouMean, type Reading } from './reading.js';

/** A fact before its formula is read. */
export interface FactDraft {
  readonly rule: Omit<FactRule, 'formula' | 'used' | 'cited'>;
  /** Key in the scheme file; undefined = from the catalogue only. */
  readonly key?: string;
  /** The catalogue's entry with what the scheme says put over it. */
  readonly file: FactFile;
}

/** By id: first what the scheme declares, in its order, then the rest of the catalogue. */
export function factDrafts(reading: Reading, catalogue: CatalogueFile): Map<string, FactDraft> {
  const drafts = new Map<string, FactDraft>();
  const catalogueByName = new Map(
    Object.entries(catalogue.facts).flatMap(([term, file]) =>
      [term, file.id ?? '', ...(file.also ?? [])].map((name) => [name, term] as const),
    ),
  );
  const narrowed = new Set<string>();
  for (const [key, file] of Object.entries(reading.file.facts ?? {})) {
    const base = catalogueByName.get(key) ?? catalogueByName.get(file.id ?? '');
    const draft =
      base === undefined ? declared(reading, key, file) : narrow(reading, key, { term: base, file: catalogue.facts[base] ?? {} });
    if (base !== undefined) narrowed.add(base);
    if (draft === undefined) continue;
    if (drafts.has(draft.rule.id)) reading.report('id_twice', ['facts', key], { id: draft.rule.id });
    if ([draft.rule.id, draft.rule.term].some((name) => reservedNames.has(name)))
      reading.report('name_reserved', ['facts', key], { name: key });
    drafts.set(draft.rule.id, draft);
  }
  for (const [term, file] of Object.entries(catalogue.facts)) {
    const id = file.id ?? term;
    if (narrowed.has(term) || drafts.has(id)) continue;
    drafts.set(id, { rule: ruleOf(term, { ...file, id }, unitQuietly(reading, file)), file });
  }
  reportDoubleNames(reading, drafts);
  return drafts;
}

function declared(reading: Reading, key: string, file: FactFile): FactDraft | undefined {
  const type = file.type ?? (file.formula === undefined ? undefined : 'number');
  const missing = [
    ...(file.id === undefined ? [' id'] : []),
    ...(type === undefined ? [' type'] : []),
    ...(type === 'number' && file.unit === undefined ? [' unit'] : []),
  ];
  if (missing.length > 0) {
    reading.report('fact_incomplete', ['facts', key], { term: key, missing: missing.join('、'), hint: '' });
    return undefined;
  }
  return { rule: ruleOf(key, { ...file, ...(type === undefined ? {} : { type }) }, unitOf(reading, key, file)), key, file };
}

interface Entry {
  readonly term: string;
  readonly file: FactFile;
}

function narrow(reading: Reading, key: string, base: Entry): FactDraft {
  const file = reading.file.facts?.[key] ?? {};
  if (file.type !== undefined && base.file.type !== undefined && file.type !== base.file.type) {
    reading.report('fact_type_changed', ['facts', key], {
      term: key,
      wanted: typeWords[base.file.type],
      given: typeWords[file.type],
    });
  }
  const baseUnit = unitQuietly(reading, base.file);
  const whole: FactFile = {
    ...base.file,
    ...given(file),
    also: [...new Set([base.term, ...(base.file.also ?? []), ...(file.also ?? [])])].filter((name) => name !== key),
  };
  const unit = file.unit === undefined ? baseUnit : narrowedUnit(reading, { key, file, base: base.file, baseUnit });
  if (file.plausible === undefined && base.file.plausible !== undefined && unit !== baseUnit) {
    const { over, under } = conversion(baseUnit, unit);
    const [least, most] = base.file.plausible;
    whole.plausible = [(least * over) / under, (most * over) / under];
  }
  return { rule: ruleOf(key, whole, unit), key, file: whole };
}

/** The scheme's unit where it is one of the same kind, else the catalogue's and a finding. */
function narrowedUnit(reading: Reading, given: { key: string; file: FactFile; base: FactFile; baseUnit: Unit }): Unit {
  const { key, file, base, baseUnit } = given;
  const type = file.type ?? base.type;
  const unit = unitOf(reading, key, type === undefined ? file : { ...file, type });
  const known = reading.knownUnit(file.unit ?? '');
  if (known === undefined || type !== 'number') return baseUnit;
  if (convertible(baseUnit, unit)) return unit;
  reading.report('unit_not_convertible', ['facts', key, 'unit'], { term: key, unit: unit.text, wanted: base.unit ?? '' });
  return baseUnit;
}

const given = (file: FactFile): FactFile => Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined));

function unitOf(reading: Reading, key: string, file: FactFile): Unit {
  if (file.unit === undefined) return pureUnit;
  if (file.type !== undefined && file.type !== 'number') {
    reading.report('unit_on_text', ['facts', key, 'unit'], { term: key });
    return pureUnit;
  }
  return reading.unit(file.unit, ['facts', key, 'unit']);
}

/** Units of the catalogue are checked where the catalogue is tested. */
const unitQuietly = (reading: Reading, file: FactFile): Unit =>
  file.unit === undefined ? pureUnit : (reading.knownUnit(file.unit) ?? pureUnit);

function ruleOf(term: string, file: FactFile, unit: Unit): FactDraft['rule'] {
  const type = file.type ?? 'number';
  return {
    id: file.id ?? term,
    term,
    also: file.also ?? [],
    type,
    unit,
    ...(file.from === undefined ? {} : { from: file.from }),
    confidential: file.confidential ?? 'internal',
    ...(file.values === undefined ? {} : { values: file.values }),
    ...(file.plausible === undefined ? {} : { plausible: file.plausible }),
    mustBe: file.must_be ?? 'any',
    merged: file.merged ?? (type === 'number' ? 'sum' : 'first'),
    round: file.round ?? 'none',
  };
}

function reportDoubleNames(reading: Reading, drafts: ReadonlyMap<string, FactDraft>): void {
  const owner = new Map<string, FactDraft>();
  for (const draft of drafts.values()) {
    for (const name of new Set([draft.rule.term, draft.rule.id])) {
      const other = owner.get(name);
      if (other !== undefined && (draft.key !== undefined || other.key !== undefined)) {
        const key = draft.key ?? other.key ?? '';
        reading.report('name_twice', ['facts', key], { name, first: other.rule.term, second: draft.rule.term });
      }
      owner.set(name, draft);
    }
  }
}

/** 文字项 by any of its names; reported when there is none. */
export function findFact(
  reading: Reading,
  drafts: ReadonlyMap<string, FactDraft>,
  wanted: { name: string; path: readonly (string | number)[]; type?: FactRule['type'] },
): string | undefined {
  const { name, path, type } = wanted;
  const all = [...drafts.values()];
  const draft =
    drafts.get(name) ?? all.find(({ rule }) => rule.term === name) ?? all.find(({ rule }) => rule.also.includes(name));
  if (draft === undefined) {
    reading.report('fact_unknown', path, {
      name,
      hint: didYouMean(
        name,
        all.flatMap(({ rule }) => [rule.term, rule.id]),
      ),
    });
    return undefined;
  }
  if (type !== undefined && draft.rule.type !== type) {
    reading.report('fact_type_wrong', path, { name, wanted: typeWords[type] });
    return undefined;
  }
  return draft.rule.id;
}
