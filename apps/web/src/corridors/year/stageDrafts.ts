/**
 * 阶段编排稿 — the stages of a cycle while they are arranged: their order, faults at their fields, and how they read where two
 * people arranged them at once. Pure.
 */
import type { Answer, Body } from '../../api/ask.js';
import { type LineWords, mergeLines } from '../../furniture/lines.js';
import type { Merged, Sides } from '../../furniture/threeWay.js';
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

const labels: Readonly<Record<Exclude<keyof Draft, 'key'>, string>> = {
  ...{ name: '名称', kind: '类别', firstDay: '开始日', lastDay: '截止日', lastClock: '截止时刻' },
  ...{ leadOrganisationId: '牵头单位', duties: '分工单位' },
};

function stageWords(names: ReadonlyMap<string, string>): LineWords<Draft> {
  const named = (id: string): string => names.get(id) ?? '已撤销的单位';
  const wordOf: LineWords<Draft>['wordOf'] = (draft, key) => {
    if (key === 'kind') return stageKindWords[draft.kind];
    if (key === 'duties') return draft.duties.map(named).sort().join('、');
    if (key === 'leadOrganisationId') return draft.leadOrganisationId === null ? '未定' : named(draft.leadOrganisationId);
    if (key === 'lastClock') return draft.lastClock === '' ? '当日 24 时' : draft.lastClock;
    return key === 'name' ? draft.name.trim() : formatDate(draft[key]);
  };
  return {
    ...{ labels, wordOf, nameOf: ({ name }) => name.trim(), lacking: '（没有这个阶段）' },
    // By id: two units that were closed read alike.
    tellOf: (draft, key) => (key === 'duties' ? [...draft.duties].sort().join(' ') : (draft[key] ?? '').trim()),
    lineOf: (draft) => `${wordOf(draft, 'name')}，${wordOf(draft, 'firstDay')} 至 ${wordOf(draft, 'lastDay')}`,
  };
}

/** A stage that they struck and I keep is made anew. `names`: organisation → name. */
export function mergeStages(sides: Sides<readonly Draft[]>, names: ReadonlyMap<string, string>): Merged<readonly Draft[]> {
  const merged = mergeLines(stageWords(names), sides);
  const stored = new Set(sides.theirs.map(({ key }) => key));
  return {
    ...merged,
    decide: (kept) =>
      merged
        .decide(kept)
        .map((draft) => (stored.has(draft.key) || isNew(draft.key) ? draft : { ...draft, key: `new-${draft.key}` })),
  };
}
