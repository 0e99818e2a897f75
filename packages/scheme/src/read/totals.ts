/** 加减分与总分 — bonus items and how the total is made. */
import type { NameSpace } from '@muheng/formula';
import type { BonusItem, BonusRule, Citation, Indicator, TotalRule } from '../model.js';
import type { BonusItemFile } from '../shape/scheme.js';
import type { Path } from '../yaml/document.js';
import { didYouMean, type Reading } from './reading.js';

export function readBonus(reading: Reading, space: NameSpace): BonusRule | undefined {
  const file = reading.file.bonus;
  if (file === undefined) return undefined;
  const cited = reading.cite(file, { path: ['bonus'], what: '加减分' });
  const seen = new Set<string>();
  const items = file.items.flatMap((item, index) => {
    const path = ['bonus', 'items', index];
    if (seen.has(item.id)) reading.report('id_twice', [...path, 'id'], { id: item.id });
    seen.add(item.id);
    return readItem({ reading, space, path, cited }, item);
  });
  return { most: limitOf(file.most), least: limitOf(file.least), absent: file.absent, items, cited };
}

const limitOf = (written: number | 'none' | undefined): number | null =>
  written === undefined || written === 'none' ? null : written;

interface ItemSpot {
  readonly reading: Reading;
  readonly space: NameSpace;
  readonly path: Path;
  readonly cited: Citation;
}

function readItem(spot: ItemSpot, file: BonusItemFile): BonusItem[] {
  const { reading, space, path } = spot;
  const { id, name, kind = null, most, least } = file;
  const source = sourceOf(spot, file);
  const cited = reading.cite(file, { path, what: `加减分项“${name}”`, from: spot.cited });
  const groups = groupsOf(reading, file.groups, [...path, 'groups']);
  const when =
    file.when === undefined ? {} : { when: reading.formula(file.when, space, { type: 'flag', path: [...path, 'when'] }) };
  return source === undefined
    ? []
    : [{ id, name, kind, ...when, groups, source, most: most ?? null, least: least ?? null, cited }];
}

function sourceOf({ reading, space, path }: ItemSpot, file: BonusItemFile): BonusItem['source'] | undefined {
  const given = [file.points, file.titles, file.events].filter((part) => part !== undefined).length;
  if (given !== 1) {
    reading.report('bonus_source', path, { name: file.name, count: given });
    return undefined;
  }
  if (file.points !== undefined)
    return { from: 'points', points: reading.points(String(file.points), space, { path: [...path, 'points'] }) };
  if (file.titles !== undefined) {
    const { names, levels, take, valid } = file.titles;
    return { from: 'titles', names, levels: new Map(Object.entries(levels)), take, valid };
  }
  const { where = '', first = 0, further = 0 } = file.events ?? {};
  const count = reading.formula(`${countBefore}${where})`, space, {
    type: 'number',
    path: [...path, 'events', 'where'],
    shift: countBefore.length,
  });
  return { from: 'events', where, count, table: 'events', first, further };
}

const countBefore = '件数(事件 其中 ';

/** Groups by id; unknown ones are reported. */
export function groupsOf(reading: Reading, written: readonly string[] | undefined, path: Path): readonly string[] | 'all' {
  if (written === undefined) return 'all';
  const known = Object.keys(reading.file.groups);
  for (const [index, name] of written.entries()) {
    if (!known.includes(name)) reading.report('group_unknown', [...path, index], { name, hint: didYouMean(name, known) });
  }
  return written;
}

export function readTotal(reading: Reading, space: NameSpace, indicators: readonly Indicator[]): TotalRule {
  const file = reading.file.total;
  if (file.by !== 'sum' && file.full === undefined) reading.report('full_unsaid', ['total'], { by: file.by });
  const sums = Object.keys(reading.file.groups).map((group) =>
    indicators.reduce((sum, { weight }) => sum + (weight.get(group) ?? 0), 0),
  );
  return {
    by: file.by,
    full: file.full ?? Math.max(0, ...sums),
    ...(file.factor === undefined ? {} : { factor: reading.points(file.factor, space, { path: ['total', 'factor'] }) }),
    least: limitOf(file.least),
    most: limitOf(file.most),
    round: file.round,
    cited: reading.cite(file, { path: ['total'], what: '总分合成' }),
  };
}
