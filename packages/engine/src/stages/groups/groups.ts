/**
 * 分组 — the first group whose condition surely holds. When none does and one could not be decided, the group cannot be known: the
 * subject waits for the data, and `otherwise` does not catch it. A subject that would be computed and fits no group is out. Statuses
 * that are not computed keep their status, in a group when one fits.
 */
import { type BlockResult, blockRows, type Formula, formulaInWords } from '@muheng/formula';
import type { Group } from '@muheng/scheme';
import { PRESENT } from '../../absence.js';
import { absentFacts } from '../reasons.js';
import { type StageFrame, statusCode } from '../stage.js';
import { type Deciding, type Span, undeterminedFinding } from '../status/status.js';
import { found } from '../texts.zh.js';

/** 分组 — decided block after block in ascending order; `report` tells at the end what could not be decided. */
export class Groups {
  readonly of: Int16Array;
  /** How many of each group are computed. */
  readonly sizes: Uint32Array;
  /** What has to be answered for every block: the conditions of the groups but `otherwise`, in order. */
  readonly asked: readonly Formula[];
  private readonly rules: readonly Joining[];
  /** By place in the block: 1 = may join a group and is in none yet. */
  private readonly open = new Uint8Array(blockRows);
  /** By place in the block: 1 = some condition before the group, or all along, could not be decided. */
  private readonly waiting = new Uint8Array(blockRows);
  /** How many joined each group in a block, by its number + 1: who is not computed, who is. */
  private readonly tally: Int32Array;
  private undetermined = 0;
  private example = '';

  constructor(private readonly deciding: Deciding) {
    const { scheme, frame } = deciding;
    this.of = new Int16Array(frame.rows);
    this.sizes = new Uint32Array(scheme.groups.length);
    this.tally = new Int32Array(2 * scheme.groups.length + 2);
    this.asked = scheme.groups.flatMap(({ when }) => (when === 'otherwise' ? [] : [when]));
    let answer = 0;
    this.rules = scheme.groups.map((rule, index) => new Joining(rule, index, rule.when === 'otherwise' ? -1 : answer++));
  }

  /** Changes `status` of subjects in no group: pending when the group cannot be known, else out. */
  look(answers: readonly BlockResult[], status: Uint8Array, span: Span): void {
    if (answers.every(({ clean }) => clean)) this.join(answers, status, span);
    else this.joinOrWait(answers, status, span);
  }

  /**
   * Where all conditions can be decided: from the last rule to the first, whoever it holds for. Groups alternate from row to row, and a
   * branch that a processor cannot foresee costs more than arithmetic.
   */
  private join(answers: readonly BlockResult[], status: Uint8Array, span: Span): void {
    const { of, rules } = this;
    const { start, end } = span;
    of.fill(-1, start, end);
    for (let rule = rules.length - 1; rule >= 0; rule--) {
      const holds = answers[rules[rule]!.answer];
      if (holds === undefined) of.fill(rule, start, end);
      else joinWhere(holds, of, { rule, start, end });
    }
    if (this.countJoined(status, span) === 0) return;
    for (let row = start, at = 0; row < end; row++, at++)
      if (of[row]! < 0 && mayJoin(status[row]!) === 1) this.settleWithoutGroup(row, answers, { status, at });
  }

  /** Takes out again whoever is in no group by his status, and counts the others. Gives how many fit none. */
  private countJoined(status: Uint8Array, { start, end }: Span): number {
    const { of, rules, tally } = this;
    const { computed } = this.deciding.standing;
    tally.fill(0);
    let open = 0;
    for (let row = start; row < end; row++) {
      const code = status[row]!;
      const isOpen = mayJoin(code);
      const place = (of[row]! + 1) * isOpen;
      of[row] = place - 1;
      tally[2 * place + computed[code]!]!++;
      open += isOpen;
    }
    for (let rule = 0; rule < rules.length; rule++) {
      const counted = tally[2 * rule + 3]!;
      const members = tally[2 * rule + 2]! + counted;
      rules[rule]!.members += members;
      this.sizes[rule]! += counted;
      open -= members;
    }
    return open;
  }

  /** Where some condition cannot be decided of somebody: rule by rule, whoever is in no group yet. */
  private joinOrWait(answers: readonly BlockResult[], status: Uint8Array, span: Span): void {
    const { open, waiting } = this;
    const { start, end } = span;
    this.of.fill(-1, start, end);
    let left = this.openAll(status, span);
    let isWaiting = false;
    for (const joining of this.rules) {
      const holds = answers[joining.answer];
      if (holds === undefined) left -= this.takeRest(joining, status, span);
      else {
        left -= this.take(joining, { holds, status, span });
        if (!holds.clean && this.wait(holds, end - start)) isWaiting = true;
      }
    }
    for (let row = start, at = 0; left > 0 && row < end; row++, at++)
      if (open[at] === 1) this.settleWithoutGroup(row, answers, { status, at });
    if (!isWaiting) return;
    this.countPassedOver(answers, span);
    waiting.fill(0);
  }

  /** Gives how many may join a group. */
  private openAll(status: Uint8Array, { start, end }: Span): number {
    const { open } = this;
    let count = 0;
    for (let row = start, at = 0; row < end; row++, at++) {
      const isOpen = mayJoin(status[row]!);
      open[at] = isOpen;
      count += isOpen;
    }
    return count;
  }

  report(): void {
    const { frame, findings } = this.deciding;
    const { undetermined: count, example } = this;
    if (count > 0) findings.push(found('group_undetermined', { path: 'groups' }, { count, example }));
    for (const { rule, passedOver, example } of this.rules) {
      if (passedOver === 0 || rule.when === 'otherwise') continue;
      findings.push(undeterminedFinding(frame, { rule: `分组 ${rule.name}`, formula: rule.when, count: passedOver, example }));
    }
    for (const { rule, members } of this.rules)
      if (members === 0) findings.push(found('group_empty', { path: `groups.${rule.id}` }, { group: rule.name }));
  }

  /** Who joins is counted as 1, as in `join`. Gives how many. */
  private take(joining: Joining, { holds, status, span }: Taking): number {
    const { open, of: group } = this;
    const { computed } = this.deciding.standing;
    const { values } = holds;
    const number = joining.index + 1;
    let members = 0;
    let counted = 0;
    for (let row = span.start, at = 0; row < span.end; row++, at++) {
      const joins = Number(values[at] === 1) & open[at]!;
      group[row]! += joins * number;
      open[at]! ^= joins;
      members += joins;
      counted += joins & computed[status[row]!]!;
    }
    joining.members += members;
    this.sizes[joining.index]! += counted;
    return members;
  }

  /** Whoever is still open and cannot be decided waits; gives whether somebody does. */
  private wait({ values }: BlockResult, count: number): boolean {
    const { open, waiting } = this;
    let any = 0;
    for (let at = 0; at < count; at++) {
      const waits = open[at]! & Number(Number.isNaN(values[at]!));
      waiting[at]! |= waits;
      any |= waits;
    }
    return any === 1;
  }

  /** Everybody left of whom all conditions before could be decided. */
  private takeRest(joining: Joining, status: Uint8Array, { start, end }: Span): number {
    const { open, waiting, of: group } = this;
    const { computed } = this.deciding.standing;
    const number = joining.index + 1;
    let members = 0;
    let counted = 0;
    for (let row = start, at = 0; row < end; row++, at++) {
      const joins = open[at]! & (1 - waiting[at]!);
      group[row]! += joins * number;
      open[at]! ^= joins;
      members += joins;
      counted += joins & computed[status[row]!]!;
    }
    joining.members += members;
    this.sizes[joining.index]! += counted;
    return members;
  }

  private settleWithoutGroup(
    row: number,
    answers: readonly BlockResult[],
    { status, at }: { readonly status: Uint8Array; readonly at: number },
  ): void {
    const { scheme, frame, standing, reasons } = this.deciding;
    const code = status[row]!;
    if (standing.computed[code] !== 1) return;
    const undecided = this.rules.filter(({ answer }) => isAbsent(answers[answer], at));
    const [first] = undecided;
    if (first === undefined) {
      status[row] = statusCode.out;
      reasons.add(row, { code: 'no_group', words: '不符合任何分组的条件', cited: scheme.who.cited });
      return;
    }
    const lacking = lackingFor(frame, undecided, row);
    reasons.add(row, { code: 'group_undetermined', words: `无法判断属于哪个分组：${lacking}`, cited: first.rule.cited });
    if (standing.ranked[code] === 1 || standing.graded[code] === 1) status[row] = statusCode.pending;
    this.undetermined++;
    if (this.example === '') this.example = `，例如 ${frame.dataset.subjects[row] ?? ''}：${lacking}`;
  }

  /** A group found further down although an earlier condition could not be decided: said, as that one may have held. */
  private countPassedOver(answers: readonly BlockResult[], { start, end }: Span): void {
    for (let row = start, at = 0; row < end; row++, at++) {
      if (this.waiting[at] === 0) continue;
      for (const joining of this.rules) {
        if (this.of[row]! <= joining.index || !isAbsent(answers[joining.answer], at)) continue;
        joining.passedOver++;
        if (joining.example < 0) joining.example = row;
      }
    }
  }
}

/** 1 = neither out nor merged. */
const mayJoin = (status: number): number => Number(status !== statusCode.out) & Number(status !== statusCode.merged);

function joinWhere({ values }: BlockResult, group: Int16Array, { rule, start, end }: Span & { readonly rule: number }): void {
  for (let row = start, at = 0; row < end; row++, at++) group[row]! += Number(values[at] === 1) * (rule - group[row]!);
}

/** One group, and who has joined it so far. A class, as what reads it is compiled for one shape. */
class Joining {
  members = 0;
  /** Subjects of later groups of whom its condition could not be decided, and the first of them. */
  passedOver = 0;
  example = -1;

  /** `answer`: place of its condition among the answers, −1 for `otherwise`. */
  constructor(
    readonly rule: Group,
    readonly index: number,
    readonly answer: number,
  ) {}
}

interface Taking {
  readonly holds: BlockResult;
  readonly status: Uint8Array;
  readonly span: Span;
}

const isAbsent = (holds: BlockResult | undefined, at: number): boolean =>
  holds !== undefined && !holds.clean && holds.absence[at] !== PRESENT;

/** `规模（缺）`; the condition itself where nothing it reads is absent. */
function lackingFor(frame: StageFrame, undecided: readonly Joining[], row: number): string {
  const parts = undecided.flatMap(({ rule: { when } }) => {
    if (when === 'otherwise') return [];
    const lacking = absentFacts(frame, when, row);
    return lacking === '' ? [`“${formulaInWords(when)}”算不出`] : lacking.split('、');
  });
  return [...new Set(parts)].join('、');
}
