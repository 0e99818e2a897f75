/** 用地口径 — how the office counts land in a data year; declared with its clause, versioned. */
import type { z } from 'zod';
import { keepBefore } from '../../../corridors/audit/history.js';
import type { Action } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { setLandRule } from '../contract.js';
import { landScheme, ruleInWords } from '../land.js';
import { findLandRule } from '../queries/land.js';
import { insertRows, updateRow } from '../queries/rows.js';

const ruleTable = { table: 'land_rule', idColumn: 'land_rule_id' };
const ruleInput = setLandRule.body.extend({ year: setLandRule.params.shape.year });

export const setLandRuleAction: Action<z.infer<typeof ruleInput>, { version: number }> = {
  name: 'registry.set_land_rule',
  title: '设定用地口径',
  may: 'year.manage',
  input: ruleInput,
  async run(step, { year, version, round, ...input }) {
    const { officeId } = step.actor;
    const columns = {
      ...{ year, mu_divisor: input.muDivisor, round_to: round?.to ?? null, round_by: round?.by ?? null, basis: input.basis },
      ...{ months_by: input.monthsBy, floor_per_mu: input.floorPerMu, excess: input.excess, method: input.method },
      ...{
        collective: input.collective,
        overdue_after_months: input.overdueAfterMonths,
        sum_check: input.sumCheck,
        clause: input.clause,
      },
    };
    landScheme(columns);
    const known = await findLandRule(step.tx, officeId, year);
    if ((known?.version ?? 0) !== version)
      throw refuseForm('version_differs', {}, { version: known?.version ?? 0, now: known ?? null, yours: input });
    const id = known?.land_rule_id ?? step.newId();
    await keepBefore(step, { kind: ruleTable.table, id }, known === undefined ? null : { ...known });
    if (known === undefined)
      await insertRows(step.tx, ruleTable.table, [{ office_id: officeId, land_rule_id: id, version: 1, ...columns }]);
    else await updateRow(step.tx, officeId, ruleTable, { id, set: { ...columns, version: version + 1 } });
    return {
      output: { version: version + 1 },
      object: { kind: 'land_rule', id },
      summary: `设定 ${year} 年用地口径：${ruleInWords(columns)}`,
      change: columns,
      reason: input.clause,
    };
  },
};
