/**
 * 分组 — the first group whose condition holds; a condition that cannot be decided does not hold. A subject that would be
 * computed and fits no group is out, with the reason. Statuses that are not computed keep their status, in a group when one fits.
 */
import { compile } from '@muheng/formula';
import { PRESENT } from '../../absence.js';
import { statusCode } from '../stage.js';
import { type Deciding, undeterminedFinding } from '../status/status.js';
import { found } from '../texts.zh.js';

/** Changes `status` of subjects in no group to out. */
export function decideGroups(deciding: Deciding, status: Uint8Array): Int16Array {
  const { scheme, frame, standing, reasons, findings } = deciding;
  const group = new Int16Array(frame.rows).fill(-1);
  const members = new Uint32Array(scheme.groups.length);
  scheme.groups.forEach((rule, index) => {
    const holds = rule.when === 'otherwise' ? undefined : compile(rule.when).run(frame);
    let undecided = 0;
    let example = -1;
    for (let row = 0; row < group.length; row++) {
      if (group[row]! >= 0 || status[row] === statusCode.out || status[row] === statusCode.merged) continue;
      if (holds === undefined || holds.values[row] === 1) {
        group[row] = index;
        members[index]!++;
      } else if (holds.absence[row] !== PRESENT) {
        undecided++;
        if (example < 0) example = row;
      }
    }
    if (undecided > 0 && rule.when !== 'otherwise') {
      findings.push(undeterminedFinding(frame, { rule: `分组 ${rule.name}`, formula: rule.when, count: undecided, example }));
    }
  });
  for (let row = 0; row < group.length; row++) {
    if (group[row]! >= 0 || standing.computed[status[row]!] !== 1) continue;
    status[row] = statusCode.out;
    reasons.add(row, { code: 'no_group', words: '不符合任何分组的条件', cited: scheme.who.cited });
  }
  scheme.groups.forEach((rule, index) => {
    if (members[index] === 0) findings.push(found('group_empty', { path: `groups.${rule.id}` }, { group: rule.name }));
  });
  return group;
}
