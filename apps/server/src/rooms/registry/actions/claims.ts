/**
 * 属地划转 — one area proposes, the other takes over, refuses or disputes; the lead office may decide for either. The producing place
 * decides who is responsible: with it the subject and all that is kept about it changes hands. @source office-practice 四地; TZ-4
 */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { changeRow, holdVersion, makeRow, textOf } from '../changes.js';
import { claimRules, claimStateOf, mayTake } from '../claimSteps.js';
import { decideClaim, id, proposeMove } from '../contract.js';
import { type ClaimState, claimStateTitles, type PlaceRole, placeRoles, placeRoleTitles } from '../kinds.js';
import type { Row } from '../queries/rows.js';
import { openPlaces, seeingWholeOffice } from '../queries/subjects.js';
import { holdSubject, moveToRegion, refreshSubject, translating } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

const claimTable = { table: 'region_claim', idColumn: 'claim_id' };
const placeTable = { table: 'subject_place', idColumn: 'place_id' };

type ProposeInput = z.infer<typeof proposeMove.body>;
export const proposeMoveAction: Action<ProposeInput, { claimId: string }> = {
  name: 'registry.propose_move',
  title: '提出属地划转',
  may: 'registry.edit',
  input: proposeMove.body,
  async run(step, input) {
    const subject = await holdSubject(step, input.subjectId);
    if (subject.region_id === input.toRegionId) throw refuse('claim_to_itself', { subject: String(subject.name) });
    const claimId = step.newId();
    await translating(
      makeRow(step, claimTable, {
        ...{
          office_id: step.actor.officeId,
          claim_id: claimId,
          subject_id: input.subjectId,
          subject_name: subject.name,
          role: input.role,
        },
        ...{
          from_region_id: subject.region_id,
          to_region_id: input.toRegionId,
          address: input.address ?? null,
          state: 'proposed',
        },
        ...{ from: input.from, basis: input.basis, note: null, proposed_at: step.now, decided_at: null, version: 1 },
      }),
      { region_claim_open: () => refuse('claim_open', { role: placeRoleTitles[input.role] }) },
    );
    const summary = `提出把“${String(subject.name)}”的${placeRoleTitles[input.role]}划转`;
    return { output: { claimId }, object: { kind: 'region_claim', id: claimId }, summary, change: input, reason: input.basis };
  },
};

const decideInput = decideClaim.body.extend({ claimId: id });
export const decideClaimAction: Action<z.infer<typeof decideInput>, { state: ClaimState }> = {
  name: 'registry.decide_claim',
  title: '办理属地划转',
  may: 'registry.edit',
  input: decideInput,
  async run(step, { claimId, step: verb, note, version }) {
    const claim = await holdVersion(step, claimTable, { id: claimId, version, yours: { step: verb } });
    const rule = claimRules[verb];
    const state = claimStateOf(claim);
    if (!rule.from.includes(state)) throw refuse('claim_step_wrong', { state: claimStateTitles[state] });
    if (!mayTake(step.actor.reach, claim, verb)) throw refuse('claim_not_yours');
    await changeRow(step, claimTable, { row: claim, set: { state: rule.to, note: note ?? claim.note, decided_at: step.now } });
    if (verb === 'accept') await seeingWholeOffice(step.tx, step.actor.reach, () => takeOver(step, claim));
    return {
      output: { state: rule.to },
      object: { kind: 'region_claim', id: claimId },
      summary: `“${String(claim.subject_name)}”的属地划转：${claimStateTitles[rule.to]}`,
      change: { step: verb, before: state, note: note ?? null },
      ...(typeof note === 'string' ? { reason: note } : {}),
    };
  },
};

/** The place of that role ends, the new one begins; the producing place takes the subject along. */
async function takeOver(step: Step, claim: Row): Promise<void> {
  const subjectId = String(claim.subject_id);
  const subject = await holdSubject(step, subjectId);
  const role: PlaceRole = placeRoles.find((one) => one === claim.role) ?? 'producing';
  const from = textOf(claim.from);
  for (const open of await openPlaces(step.tx, step.actor.officeId, { subjectId, role }))
    await changeRow(step, placeTable, {
      row: open,
      set: { until: from !== null && from > (open.from ?? '') ? from : null, state: 'ended' },
    });
  if (role === 'producing') await moveToRegion(step, subject, textOf(claim.to_region_id));
  await makeRow(step, placeTable, {
    ...{ office_id: step.actor.officeId, region_id: role === 'producing' ? claim.to_region_id : subject.region_id, version: 1 },
    ...{
      place_id: step.newId(),
      subject_id: subjectId,
      role,
      place_region_id: claim.to_region_id,
      outside: null,
      address: claim.address,
    },
    ...{ state: 'claimed', basis: claim.basis, note: null, from, until: null },
  });
  await refreshSubject(step, subjectId);
}
