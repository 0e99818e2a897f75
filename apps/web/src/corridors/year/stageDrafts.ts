/**
 * 阶段编排稿 — the stages of a cycle while they are arranged: their order, faults at their fields, and what two people made of them, side
 * by side. Pure.
 */
import type { Answer, Body } from '../../api/ask.js';
import type { Clash } from '../../furniture/Conflict.js';
import { stageKindWords } from './words.zh.js';

type Stage = Answer<'readCycle'>['stages'][number];
type Input = Body<'setStages'>['stages'][number];

export interface Draft {
  /** The stage's id, or `new-1` for one that is not stored yet. */
  readonly key: string;
  readonly kind: Stage['kind'];
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** `12:00`, or empty: the whole last day. */
  readonly lastClock: string;
  readonly leadOrganisationId: string | null;
  readonly duties: readonly string[];
}

export type Faults = Partial<Record<'name' | 'firstDay' | 'lastDay', string>>;
export const order = 'order';

export const draftOf = (stage: Stage): Draft => ({
  ...{ key: stage.stageId, kind: stage.kind, name: stage.name, firstDay: stage.firstDay, lastDay: stage.lastDay },
  ...{ lastClock: stage.lastClock ?? '', leadOrganisationId: stage.leadOrganisationId },
  duties: stage.duties.map((duty) => duty.organisationId),
});

export const inputOf = ({ key, kind, name, firstDay, lastDay, lastClock, leadOrganisationId, duties }: Draft): Input => ({
  ...(isNew(key) ? {} : { stageId: key }),
  ...{ kind, name: name.trim(), firstDay, lastDay, leadOrganisationId, duties: [...duties] },
  ...(lastClock === '' ? {} : { lastClock }),
});

const isNew = (key: string): boolean => key.startsWith('new-');

/** One place up (−1) or down (+1); at an end it stays. */
export function moved(drafts: readonly Draft[], key: string, by: -1 | 1): Draft[] {
  const from = drafts.findIndex((draft) => draft.key === key);
  const one = drafts[from];
  const other = drafts[from + by];
  if (one === undefined || other === undefined) return [...drafts];
  return drafts.map((draft, place) => (place === from ? other : place === from + by ? one : draft));
}

export function faultsOf({ name, firstDay, lastDay, lastClock }: Draft): Faults {
  return {
    ...(name.trim() === '' ? { name: '请填写阶段名称。' } : {}),
    ...(firstDay === '' ? { firstDay: '请填写开始日。' } : {}),
    ...(lastDay === ''
      ? { lastDay: '请填写截止日。' }
      : firstDay !== '' && lastDay < firstDay
        ? { lastDay: '截止日早于开始日，请改正。' }
        : firstDay === lastDay && lastClock === '00:00'
          ? { lastDay: '截止时刻等于开始，请改正截止日或时刻。' }
          : {}),
  };
}

/** `names`: organisation → name. */
export function wordsOf(draft: Draft, names: ReadonlyMap<string, string>): string {
  const named = (id: string): string => names.get(id) ?? '已撤销的单位';
  return [
    `${draft.name.trim()}（${stageKindWords[draft.kind]}）`,
    `${draft.firstDay} 至 ${draft.lastDay}${draft.lastClock === '' ? '' : ` ${draft.lastClock}`}`,
    draft.leadOrganisationId === null ? '未定牵头' : `牵头 ${named(draft.leadOrganisationId)}`,
    draft.duties.length === 0 ? '' : `分工 ${draft.duties.map(named).sort().join('、')}`,
  ]
    .filter((word) => word !== '')
    .join('，');
}

/** Stages that differ, then the order if that differs, too. Empty: both made the same of them. */
export function clashesOf(mine: readonly Draft[], theirs: readonly Draft[], names: ReadonlyMap<string, string>): Clash[] {
  const find = (drafts: readonly Draft[], key: string): string => {
    const found = drafts.find((draft) => draft.key === key);
    return found === undefined ? '（没有这个阶段）' : wordsOf(found, names);
  };
  const differing = keysOf(mine, theirs).flatMap((key) => {
    const clash = { field: key, label: nameOf(key, mine, theirs), mine: find(mine, key), theirs: find(theirs, key) };
    return clash.mine === clash.theirs ? [] : [clash];
  });
  const inOrder = (drafts: readonly Draft[], others: readonly Draft[]): string =>
    drafts
      .filter((draft) => others.some((other) => other.key === draft.key))
      .map((draft) => nameOf(draft.key, mine, theirs))
      .join(' → ');
  const orders = { mine: inOrder(mine, theirs), theirs: inOrder(theirs, mine) };
  return orders.mine === orders.theirs ? differing : [...differing, { field: order, label: '先后', ...orders }];
}

const keysOf = (mine: readonly Draft[], theirs: readonly Draft[]): string[] => [
  ...new Set([...mine, ...theirs].map((draft) => draft.key)),
];
const nameOf = (key: string, mine: readonly Draft[], theirs: readonly Draft[]): string =>
  [...mine, ...theirs].find((draft) => draft.key === key)?.name.trim() ?? '';

/** The stages as decided; where one side lacks a stage and that side is kept, it goes. What only stands on one side keeps its place after its neighbour. */
export function decided(
  mine: readonly Draft[],
  theirs: readonly Draft[],
  kept: Readonly<Record<string, 'mine' | 'theirs'>>,
): Draft[] {
  const [first, second] = kept[order] === 'mine' ? [mine, theirs] : [theirs, mine];
  const keys = first.map((draft) => draft.key);
  for (const [place, { key }] of second.entries())
    if (!keys.includes(key)) keys.splice(placeAfter(keys, second.slice(0, place)), 0, key);
  return keys.flatMap((key) => {
    const side = kept[key] === 'mine' ? mine : theirs;
    const found = side.find((draft) => draft.key === key);
    return found === undefined ? [] : [found];
  });
}

function placeAfter(keys: readonly string[], before: readonly Draft[]): number {
  for (const { key } of [...before].reverse()) if (keys.includes(key)) return keys.indexOf(key) + 1;
  return 0;
}
