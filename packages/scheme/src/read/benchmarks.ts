/** 基准值 — constants for each group, or how they come from data, a table or a formula. */
import { convert, convertible } from '@muheng/quantity';
import type { Benchmark, LookupTable, PerGroup } from '../model.js';
import type { BenchmarkFile } from '../shape/indicators.js';
import type { Path } from '../yaml/document.js';
import { findFact } from './facts.js';
import type { LeafSpot } from './indicators.js';
import { didYouMean, shareOf } from './reading.js';

type FromFile = Extract<BenchmarkFile, { from: string }>;

export function readBenchmark(leaf: LeafSpot): Benchmark | undefined {
  const written = leaf.file.benchmark;
  if (written === undefined) return undefined;
  const path = [...leaf.path, 'benchmark'];
  if (!isFrom(written))
    return { from: 'published', value: valuesFor(leaf, written, { path, what: '基准值' }), cited: leaf.cited };
  const cited = leaf.scope.reading.cite(written, { path, what: `指标“${leaf.file.name}”的基准值`, from: leaf.cited });
  switch (written.from) {
    case 'published':
      return { from: 'published', value: valuesFor(leaf, written.value, { path: [...path, 'value'], what: '基准值' }), cited };
    case 'mean':
      return { from: 'mean', kind: written.kind, ...over(leaf, written, path), cited };
    case 'best':
      return { from: 'best', ...over(leaf, written, path), cited };
    case 'quantile':
      return { from: 'quantile', at: shareOf(written.at), type: written.type, ...over(leaf, written, path), cited };
    case 'table':
      return fromTable(leaf, written, { path, cited });
    case 'formula': {
      const formula = leaf.scope.reading.formula(written.formula, leaf.scope.space, {
        type: 'number',
        unit: leaf.unit,
        path: [...path, 'formula'],
      });
      return { from: 'formula', formula, cited };
    }
  }
}

const isFrom = (written: BenchmarkFile): written is FromFile => typeof written === 'object' && typeof written.from === 'string';

function over(leaf: LeafSpot, written: Extract<FromFile, { of: string }>, path: Path) {
  const { of, within, times, round, published } = written;
  const figures =
    published === undefined
      ? {}
      : { published: valuesFor(leaf, published, { path: [...path, 'published'], what: '公布的基准值' }) };
  return { of, within, times: times ?? 1, round: round ?? ('none' as const), ...figures };
}

function fromTable(
  leaf: LeafSpot,
  written: Extract<FromFile, { from: 'table' }>,
  at: { path: Path; cited: Benchmark['cited'] },
): Benchmark | undefined {
  const { reading, tables, facts } = leaf.scope;
  const table = [...tables.values()].find(({ id, term }) => id === written.table || term === written.table);
  const by = findFact(reading, facts, { name: written.by, path: [...at.path, 'by'], type: 'text' });
  if (table === undefined) {
    const known = [...tables.values()].flatMap(({ id, term }) => [id, term]);
    reading.report('table_not_found', [...at.path, 'table'], { name: written.table, hint: didYouMean(written.table, known) });
    return undefined;
  }
  if (!convertible(table.unit, leaf.unit)) {
    reading.report('unit_not_convertible', [...at.path, 'table'], {
      term: table.term,
      unit: table.unit.text,
      wanted: leaf.unit.text,
    });
    return undefined;
  }
  return { from: 'table', table: inUnit(table, leaf), by: by ?? '', otherwise: written.otherwise, cited: at.cited };
}

/** The rows in the indicator's unit. */
function inUnit(table: LookupTable, leaf: LeafSpot): LookupTable {
  const rows = new Map([...table.rows].map(([key, value]) => [key, convert(value, table.unit, leaf.unit)]));
  return { ...table, unit: leaf.unit, rows };
}

/** One number for all groups of the indicator, or one for each; a group the indicator does not have is reported. */
export function valuesFor<T>(leaf: LeafSpot, written: T | Record<string, T>, at: { path: Path; what: string }): PerGroup<T> {
  if (!isPerGroup(written)) return new Map([...leaf.weight.keys()].map((group) => [group, written]));
  const { reading, groups } = leaf.scope;
  const values = new Map<string, T>();
  for (const [group, value] of Object.entries(written)) {
    const path = [...at.path, group];
    if (!groups.includes(group)) reading.report('group_unknown', path, { name: group, hint: didYouMean(group, groups) });
    else if (!leaf.weight.has(group))
      reading.report('value_for_other_group', path, { name: leaf.file.name, group, what: at.what });
    else values.set(group, value);
  }
  return values;
}

/** Score rules are records too: they carry `by`. */
const isPerGroup = <T>(written: T | Record<string, T>): written is Record<string, T> =>
  typeof written === 'object' && written !== null && !('by' in written && typeof written.by === 'string');
