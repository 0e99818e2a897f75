/** 办法检查 — everything about a scheme that its shape alone does not show: one file a subject, and this table of them. */
import type { Finding } from '@muheng/finding';
import { found } from '../texts.zh.js';
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
  const findings: Finding[] = [];
  for (const check of Object.values(checks)) {
    check(input, (code, path, blanks) => void findings.push(found(code, input.reading.positions.valueAt(path), blanks)));
  }
  return [...findings, ...checkDocuments(input)];
}
