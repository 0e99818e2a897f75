/** 属地划转的步骤 — from which state, to which, and who may take each: the town that receives, the one that proposed, the lead office for both. @source TZ-4 */
import type { z } from 'zod';
import type { Reach } from '../../store/scope.js';
import { claimSteps, type decideClaim } from './contract/changes.js';
import { type ClaimState, claimStates } from './kinds.js';
import type { Row } from './queries/rows.js';

export type ClaimStep = z.infer<typeof decideClaim.body>['step'];
type By = 'receiver' | 'proposer' | 'either';

export const claimRules: Readonly<
  Record<ClaimStep, { readonly from: readonly ClaimState[]; readonly to: ClaimState; readonly by: By }>
> = {
  accept: { from: ['proposed', 'disputed'], to: 'claimed', by: 'receiver' },
  refuse: { from: ['proposed', 'disputed'], to: 'refused', by: 'receiver' },
  dispute: { from: ['proposed'], to: 'disputed', by: 'either' },
  withdraw: { from: ['proposed', 'disputed'], to: 'ended', by: 'proposer' },
};

export const claimStateOf = (claim: Row): ClaimState => claimStates.find((state) => state === claim.state) ?? 'proposed';

export function mayTake(reach: Reach, claim: Row, step: ClaimStep): boolean {
  if (reach.kind === 'office') return true;
  const mine = reach.kind === 'regions' ? reach.regionIds : [];
  const [receives, proposes] = [mine.includes(String(claim.to_region_id)), mine.includes(String(claim.from_region_id))];
  const { by } = claimRules[step];
  return by === 'receiver' ? receives : by === 'proposer' ? proposes : receives || proposes;
}

/** What is left to do with a claim for whoever looks at it, as far as it is theirs. */
export const stepsOpen = (reach: Reach, claim: Row): ClaimStep[] =>
  claimSteps.filter((step) => claimRules[step].from.includes(claimStateOf(claim)) && mayTake(reach, claim, step));
