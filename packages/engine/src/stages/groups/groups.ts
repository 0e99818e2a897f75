/**
 * 分组 — the first group whose condition surely holds. When none does and one could not be decided, the group cannot be known: the
 * subject waits for the data, and `otherwise` does not catch it. A subject that would be computed and fits no group is out. Statuses
 * that are not computed keep their status, in a group when one fits.
 */
import { type Column, compile, type Formula, formulaInWords } from '@muheng/formula';
import type { Group } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import { absentFacts } from '../reasons.js';
import { type StageFrame, statusCode } from '../stage.js';
import { type Deciding, undeterminedFinding } from '../status/status.js';
import { found } from '../texts.zh.js';

/** A condition that some subjects in no group before it could not be asked. */
interface Undecided {
  readonly rule: Group;
  readonly when: Formula;
  readonly holds: Column;
  readonly index: number;
}

/** Changes `status` of subjects in no group: pending when the group cannot be known, else out. */
export function decideGroups(deciding: Deciding, status: Uint8Array): Int16Array {
  const { scheme, frame, findings } = deciding;
  const group = new Int16Array(frame.rows).fill(-1);
  const waiting = new Uint8Array(frame.rows);
  const members = new Uint32Array(scheme.groups.length);
  const undecided: Undecided[] = [];
  scheme.groups.forEach((rule, index) => {
    const holds = rule.when === 'otherwise' ? undefined : compile(rule.when).run(frame);
    let absent = 0;
    for (let row = 0; row < group.length; row++) {
      if (group[row]! >= 0 || status[row] === statusCode.out || status[row] === statusCode.merged) continue;
      if (holds === undefined ? waiting[row] === 0 : holds.values[row] === 1) {
        group[row] = index;
        members[index]!++;
      } else if (holds !== undefined && holds.absence[row] !== PRESENT) {
        waiting[row] = 1;
        absent++;
      }
    }
    if (absent > 0 && holds !== undefined && rule.when !== 'otherwise') undecided.push({ rule, when: rule.when, holds, index });
  });
  settleWithoutGroup(deciding, status, { group, waiting, undecided });
  reportPassedOver(deciding, { group, waiting, undecided });
  scheme.groups.forEach((rule, index) => {
    if (members[index] === 0) findings.push(found('group_empty', { path: `groups.${rule.id}` }, { group: rule.name }));
  });
  return group;
}

interface Decided {
  readonly group: Int16Array;
  /** 1 = some condition before the group, or all along, could not be decided. */
  readonly waiting: Uint8Array;
  readonly undecided: readonly Undecided[];
}

function settleWithoutGroup(deciding: Deciding, status: Uint8Array, { group, waiting, undecided }: Decided): void {
  const { scheme, frame, standing, reasons, findings } = deciding;
  let count = 0;
  let example = '';
  for (let row = 0; row < group.length; row++) {
    const code = status[row]!;
    if (group[row]! >= 0 || standing.computed[code] !== 1) continue;
    if (waiting[row] === 0) {
      status[row] = statusCode.out;
      reasons.add(row, { code: 'no_group', words: '不符合任何分组的条件', cited: scheme.who.cited });
      continue;
    }
    const first = undecided.find(({ holds }) => holds.absence[row] !== PRESENT);
    if (first === undefined) continue;
    const words = `无法判断属于哪个分组：${lackingFor(frame, undecided, row)}`;
    reasons.add(row, { code: 'group_undetermined', words, cited: first.rule.cited });
    if (standing.ranked[code] === 1 || standing.graded[code] === 1) status[row] = statusCode.pending;
    count++;
    if (example === '') example = `，例如 ${frame.dataset.subjects[row] ?? ''}：${lackingFor(frame, undecided, row)}`;
  }
  if (count > 0) findings.push(found('group_undetermined', { path: 'groups' }, { count, example }));
}

/** `规模（缺）`; the condition itself where nothing it reads is absent. */
function lackingFor(frame: StageFrame, undecided: readonly Undecided[], row: number): string {
  const parts = undecided
    .filter(({ holds }) => holds.absence[row] !== PRESENT)
    .flatMap(({ when }) => {
      const lacking = absentFacts(frame, when, row);
      return lacking === '' ? [`“${formulaInWords(when)}”算不出`] : lacking.split('、');
    });
  return [...new Set(parts)].join('、');
}

/** A group found further down although an earlier condition could not be decided: said, as that one may have held. */
function reportPassedOver({ frame, findings }: Deciding, { group, waiting, undecided }: Decided): void {
  for (const { rule, when, holds, index } of undecided) {
    let count = 0;
    let example = -1;
    for (let row = 0; row < group.length; row++) {
      if (waiting[row] === 0 || group[row]! <= index || holds.absence[row] === PRESENT) continue;
      count++;
      if (example < 0) example = row;
    }
    if (count > 0) findings.push(undeterminedFinding(frame, { rule: `分组 ${rule.name}`, formula: when, count, example }));
  }
}
