/**
 * 阶段编排稿 — the stages of a cycle while they are arranged: their order, faults at their fields, and what two people made of them, side
 * by side. Pure.
 */
import type { Answer, Body } from '../../api/ask.js';
import type { Clash } from '../../furniture/Conflict.js';
import { lineClashes } from '../../furniture/lines.js';
import { formatDate } from '../../furniture/values.js';
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
function wordsOf(draft: Draft, names: ReadonlyMap<string, string>): string {
  const named = (id: string): string => names.get(id) ?? '已撤销的单位';
  return [
    `${draft.name.trim()}（${stageKindWords[draft.kind]}）`,
    `${formatDate(draft.firstDay)} 至 ${formatDate(draft.lastDay)}${draft.lastClock === '' ? '' : ` ${draft.lastClock}`}`,
    draft.leadOrganisationId === null ? '未定牵头' : `牵头 ${named(draft.leadOrganisationId)}`,
    draft.duties.length === 0 ? '' : `分工 ${draft.duties.map(named).sort().join('、')}`,
  ]
    .filter((word) => word !== '')
    .join('，');
}

export const clashesOf = (mine: readonly Draft[], theirs: readonly Draft[], names: ReadonlyMap<string, string>): Clash[] =>
  lineClashes(mine, theirs, {
    wordOf: (draft) => wordsOf(draft, names),
    nameOf: ({ name }) => name.trim(),
    lacking: '（没有这个阶段）',
  });
