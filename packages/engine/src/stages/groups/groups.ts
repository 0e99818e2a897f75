/**
 * 分组 — the first group whose condition surely holds. When none does and one could not be decided, the group cannot be known: the
 * subject waits for the data, and `otherwise` does not catch it. A subject that would be computed and fits no group is out. Statuses
 * that are not computed keep their status, in a group when one fits.
 */
import { type BlockResult, type Column, compile, type Formula, formulaInWords } from '@muheng/formula';
import type { Group } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import { absentFacts } from '../reasons.js';
import { type StageFrame, statusCode } from '../stage.js';
import { type Deciding, undeterminedFinding } from '../status/status.js';
import { found } from '../texts.zh.js';
import { visitBlocks } from '../walk.js';

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
  const open = new Uint8Array(frame.rows);
  for (let row = 0; row < open.length; row++)
    open[row] = Number(status[row] !== statusCode.out) & Number(status[row] !== statusCode.merged);
  scheme.groups.forEach((rule, index) => {
    const tally = { open, waiting, group, index, members: 0, absent: 0 };
    if (rule.when === 'otherwise') takeRest(tally);
    else {
      visitBlocks(compile(rule.when), frame, (holds, start, end) => {
        take(tally, holds, { start, end });
      });
      if (tally.absent > 0) undecided.push({ rule, when: rule.when, holds: compile(rule.when).run(frame), index });
    }
    members[index] = tally.members;
  });
  if (open.includes(1)) settleWithoutGroup(deciding, status, { group, waiting, undecided });
  reportPassedOver(deciding, { group, waiting, undecided });
  scheme.groups.forEach((rule, index) => {
    if (members[index] === 0) findings.push(found('group_empty', { path: `groups.${rule.id}` }, { group: rule.name }));
  });
  return group;
}

interface Joining {
  /** 1 = may join a group and is in none yet. */
  readonly open: Uint8Array;
  readonly waiting: Uint8Array;
  readonly group: Int16Array;
  readonly index: number;
  members: number;
  absent: number;
}

/** Groups alternate from row to row, and a branch that a processor cannot foresee costs more than arithmetic: who joins is counted as 1. */
function take(joining: Joining, holds: BlockResult, span: { readonly start: number; readonly end: number }): void {
  const { open, waiting, group, index } = joining;
  const { values } = holds;
  const { start, end } = span;
  let members = 0;
  for (let row = start, at = 0; row < end; row++, at++) {
    const joins = Number(values[at] === 1) & open[row]!;
    group[row]! += joins * (index + 1);
    open[row]! ^= joins;
    members += joins;
  }
  joining.members += members;
  if (holds.clean) return;
  for (let row = start, at = 0; row < end; row++, at++) {
    if (open[row] === 0 || !Number.isNaN(values[at]!)) continue;
    waiting[row] = 1;
    joining.absent++;
  }
}

/** Everybody left of whom all conditions before could be decided. */
function takeRest(joining: Joining): void {
  const { open, waiting, group, index } = joining;
  for (let row = 0; row < group.length; row++) {
    const joins = open[row]! & (1 - waiting[row]!);
    group[row]! += joins * (index + 1);
    open[row]! ^= joins;
    joining.members += joins;
  }
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
