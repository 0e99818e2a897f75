/** 办法检查 — everything about a scheme that its shape alone does not show: one file a subject, and this table of them. */
import type { Finding } from '@muheng/finding';
import { Gathering } from '../read/gathering.js';
import { checkAssumptions } from './assumptions.js';
import { checkConditions } from './conditions.js';
import { checkCuts } from './cuts.js';
import { checkDocuments } from './documents.js';
import { checkFacts } from './facts.js';
import { checkFrame } from './frame.js';
import type { Check, CheckInput } from './input.js';
import { checkLists } from './lists.js';
import { checkNames } from './names.js';
import { checkOverrides } from './overrides.js';
import { checkPools } from './pools.js';
import { checkScores } from './scores.js';
import { checkUnits } from './units.js';
import { checkWeights } from './weights.js';

const checks: Readonly<Record<string, Check>> = {
  frame: checkFrame,
  facts: checkFacts,
  lists: checkLists,
  names: checkNames,
  conditions: checkConditions,
  weights: checkWeights,
  units: checkUnits,
  scores: checkScores,
  pools: checkPools,
  cuts: checkCuts,
  overrides: checkOverrides,
  assumptions: checkAssumptions,
};

export function checkScheme(input: CheckInput): readonly Finding[] {
  const gathering = new Gathering(input.reading.positions);
  for (const check of Object.values(checks)) check(input, (code, path, blanks) => gathering.report(code, path, blanks));
  return [...gathering.findings, ...checkDocuments(input)];
}
