/** 合并、拆分、成批修改、撤销 — what moves, what stays, and that undoing gives back what was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPost } from '../../corridors/people/actions/posts.js';
import { perform } from '../../forms/action.js';
import { bulkAction, previewOf } from './actions/bulk.js';
import { mergeAction, splitAction } from './actions/merge.js';
import { applyMergedAction, decideMergedAction, signMergedAction } from './actions/merged.js';
import { editAction } from './actions/subjects.js';
import { undoAction } from './actions/undo.js';
import { type TestRegister, testRegister } from './fixtures/register.js';
import { readDuplicates } from './reads/checks.js';
import { readSubjects } from './reads/lists.js';
import { readMergedSheet } from './reads/merged.js';

const codeA = '91320621MA1MXW0Y42';
const codeB = '91120113550399693Q';

describe('merge, split, bulk, undo', () => {
  let at: TestRegister;
  beforeAll(async () => {
    at = await testRegister();
  });
  afterAll(() => at.drop());

  const versionOf = async (subjectId: string): Promise<number> => (await at.page(subjectId)).subject.version;
  const search = async (q: string): Promise<string[]> =>
    (await at.reading((r) => readSubjects(r, { q, sort: 'name', limit: 20 }))).items.map(({ subjectId }) => subjectId);
  const mergedVersion = (mergedEvaluationId: string): Promise<number> =>
    at.reading(async ({ tx }) => {
      const row = await tx
        .selectFrom('merged_evaluation')
        .select('version')
        .where('office_id', '=', at.own.office.officeId)
        .where('merged_evaluation_id', '=', mergedEvaluationId)
        .executeTakeFirstOrThrow();
      return row.version;
    });
  const undo = (actionId: string) => perform(undoAction, { actionId, reason: '弄错了' }, at.own.asked(at.clerk));
  /** All of a page that an undo must give back: everything but versions and times. */
  const stateOf = async (subjectId: string): Promise<unknown> =>
    JSON.parse(
      JSON.stringify(await at.page(subjectId), (key, value: unknown) =>
        key === 'version' || key === 'updatedAt' ? undefined : value,
      ),
    );

  it('[R81] two registrations of one enterprise become one with the history of both, and one again two when undone', async () => {
    const into = await at.register('海屿精工机械有限公司', { creditCode: codeA });
    const from = await at.register('海屿精工机械有限责任公司', { creditCode: codeB, regionId: at.towns[1] });
    const other = await at.register('海屿租户有限公司');
    const parcelId = await at.parcel('GB-M1', { holderId: from, certificateAreaSqm: '9000' });
    await at.add('occupancy', { subjectId: from, kind: 'own', parcelId });
    await at.add('occupancy', {
      subjectId: other,
      kind: 'in',
      parcelId,
      counterpartId: from,
      landAreaSqm: '500',
      contractNo: 'M-1',
    });
    await at.add('title', { subjectId: from, name: '专精特新', level: 'provincial' });
    await at.add('scale', { subjectId: from, year: 2024, scale: 'above' });
    await at.add('scale', { subjectId: into, year: 2024, scale: 'below' });
    await at.add('scale', { subjectId: from, year: 2023, scale: 'above' });
    const duplicates = await at.reading((r) => readDuplicates(r, { limit: 20 }));
    expect(duplicates.items.map(({ kind, subjects }) => [kind, subjects.map(({ subjectId }) => subjectId).sort()])).toEqual([
      ['same_core_name', [into, from].sort()],
    ]);
    const before = [await stateOf(into), await stateOf(from), await stateOf(other)];
    const input = {
      intoId: into,
      intoVersion: await versionOf(into),
      fromId: from,
      fromVersion: await versionOf(from),
      reason: '同一企业',
    };
    await expect(perform(mergeAction, { ...input, fromVersion: 99 }, at.own.asked(at.clerk))).rejects.toMatchObject({
      code: 'door.version_differs',
    });
    const { actionId } = await perform(mergeAction, input, at.own.asked(at.clerk));
    const page = await at.page(into);
    expect(page.subject.creditCode).toBe(codeA);
    expect(page.formerNames.map(({ name }) => name)).toEqual(['海屿精工机械有限责任公司']);
    expect(page.identifiers.map(({ value, until }) => [value, until === null])).toContainEqual([codeB, false]);
    expect(page.scales.map(({ year, scale }) => [year, scale]).sort()).toEqual([
      [2023, 'above'],
      [2024, 'below'],
    ]);
    expect(page.occupancies.map(({ kind }) => kind).sort()).toEqual(['out', 'own']);
    expect((await at.page(other)).occupancies[0]).toMatchObject({ counterpartId: into });
    expect(await search(codeB)).toEqual([into]);
    expect((await at.page(from)).subject.mergedInto).toBe(into);
    await expect(at.add('title', { subjectId: from, name: '又一个', level: 'city' })).rejects.toMatchObject({
      code: 'registry.subject_merged',
    });
    await undo(actionId);
    expect([await stateOf(into), await stateOf(from), await stateOf(other)]).toEqual(before);
    expect(await search(codeB)).toEqual([from]);
    expect(await search(codeA)).toEqual([into]);
  });

  it('[R81] accounts and places in merged evaluations go with the registration and come back with the undo', async () => {
    const [into, from, mother] = [
      await at.register('溟屿甲有限公司'),
      await at.register('溟屿乙有限公司'),
      await at.register('溟屿母有限公司'),
    ];
    const user = await at.own.actor('enterprise_user', { subjectIds: [from] });
    const post = async () =>
      (
        await at.reading(({ tx }) =>
          tx
            .selectFrom('user_post')
            .select('subject_id')
            .where('office_id', '=', at.own.office.officeId)
            .where('user_id', '=', user.userId)
            .execute(),
        )
      ).map(({ subject_id }) => subject_id);
    const application = (name: string, leadId: string, members: readonly string[]) =>
      perform(
        applyMergedAction,
        { name, leadId, appliedOn: '2025-03-01', members: members.map((subjectId) => ({ subjectId, sharePercent: '50' })) },
        at.own.asked(at.clerk),
      );
    const members = async (mergedEvaluationId: string) =>
      (
        await at.reading(({ tx }) =>
          tx
            .selectFrom('merged_evaluation_member')
            .select(['subject_id', 'share_percent'])
            .where('office_id', '=', at.own.office.officeId)
            .where('merged_evaluation_id', '=', mergedEvaluationId)
            .orderBy('subject_id')
            .execute(),
        )
      ).map(({ subject_id, share_percent }) => [subject_id, Number(share_percent)]);
    const { mergedEvaluationId } = await application('溟屿集团', mother, [mother, from]);
    const before = await members(mergedEvaluationId);
    const merge = async () =>
      perform(
        mergeAction,
        {
          intoId: into,
          intoVersion: await versionOf(into),
          fromId: from,
          fromVersion: await versionOf(from),
          reason: '同一企业',
        },
        at.own.asked(at.clerk),
      );
    const { actionId } = await merge();
    expect(await post()).toEqual([into]);
    expect(await members(mergedEvaluationId)).toEqual(
      [
        [into, 50],
        [mother, 50],
      ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    );
    expect((await at.page(into)).merged.map(({ name }) => name)).toEqual(['溟屿集团']);
    await undo(actionId);
    expect([await post(), await members(mergedEvaluationId)]).toEqual([[from], before]);
    // A merge that would take a member away, or put one into two, waits for the decision to be dissolved.
    const other = await application('溟屿另一组', into, [into, await at.register('溟屿丙有限公司')]);
    await expect(merge()).rejects.toMatchObject({ code: 'registry.merge_in_evaluations' });
    await perform(
      decideMergedAction,
      { mergedEvaluationId: other.mergedEvaluationId, step: 'refuse', on: '2025-03-02', version: 1 },
      at.own.asked(at.clerk),
    );
    const last = await merge();
    await perform(
      decideMergedAction,
      { mergedEvaluationId, step: 'refuse', on: '2025-03-02', version: await mergedVersion(mergedEvaluationId) },
      at.own.asked(at.clerk),
    );
    await expect(undo(last.actionId)).rejects.toMatchObject({ code: 'registry.undo_touched' });
    const [one, two] = [await at.register('溟屿丁有限公司'), await at.register('溟屿戊有限公司')];
    await application('丁戊', one, [one, two]);
    const both = { intoId: one, intoVersion: 1, fromId: two, fromVersion: 1, reason: '同一企业' };
    await expect(perform(mergeAction, both, at.own.asked(at.clerk))).rejects.toMatchObject({ code: 'registry.merge_of_members' });
  });

  it('a merge on which something rests is not undone; what is no such action neither', async () => {
    const [into, from] = [await at.register('江屿甲有限公司'), await at.register('江屿乙有限公司')];
    const input = {
      intoId: into,
      intoVersion: await versionOf(into),
      fromId: from,
      fromVersion: await versionOf(from),
      reason: '同一企业',
    };
    const { actionId } = await perform(mergeAction, input, at.own.asked(at.clerk));
    await at.add('identifier', {
      subjectId: into,
      kind: 'credit_code',
      value: codeA.replace('91320621MA1MXW0Y42', '91410482395881454M'),
    });
    const last = await at.reading(({ tx }) =>
      tx
        .selectFrom('audit_row')
        .select('audit_id')
        .where('office_id', '=', at.own.office.officeId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    await expect(undo(last.audit_id)).rejects.toMatchObject({ code: 'registry.undo_unknown' });
    await perform(editAction, { subjectId: into, note: '改', version: await versionOf(into) }, at.own.asked(at.clerk));
    const rename = { subjectId: from, note: '改', version: (await at.page(from)).subject.version };
    await expect(perform(editAction, rename, at.own.asked(at.clerk))).rejects.toMatchObject({ code: 'registry.subject_merged' });
    await undo(actionId);
    expect((await at.page(from)).subject.mergedInto).toBeNull();
    await expect(undo(actionId)).rejects.toMatchObject({ code: 'registry.undo_touched' });
  });

  it('[R81] a part splits off with its rows, and comes back when undone', async () => {
    const subjectId = await at.register('湖屿集团有限公司');
    const statusId = await at.add('status', { subjectId, kind: 'mortgaged', from: '2024-01-01' });
    const meterId = await at.add('meter', { subjectId, kind: 'power', account: '5566778899' });
    const tenant = await at.register('湖屿租户有限公司');
    const parcelId = await at.parcel('GB-M9', { holderId: subjectId });
    const leaseRow = { subjectId: tenant, kind: 'in', parcelId, counterpartId: subjectId, landAreaSqm: '300', contractNo: 'M-9' };
    await at.add('occupancy', leaseRow);
    const letId = (await at.page(subjectId)).occupancies.find(({ kind }) => kind === 'out')!.id;
    const before = [await stateOf(subjectId), await stateOf(tenant)];
    const newSubject = { kind: 'enterprise' as const, name: '湖屿物流有限公司', regionId: at.towns[1] };
    const input = { subjectId, version: await versionOf(subjectId), newSubject, rowIds: [meterId, letId], reason: '分设' };
    await expect(
      perform(splitAction, { ...input, rowIds: [meterId, at.own.office.officeId] }, at.own.asked(at.clerk)),
    ).rejects.toMatchObject({ code: 'registry.split_rows_moved' });
    expect(await search('湖屿物流')).toEqual([]);
    const { actionId, subjectId: made } = await perform(splitAction, input, at.own.asked(at.clerk));
    expect((await at.page(made)).meters.map(({ account }) => account)).toEqual(['5566778899']);
    expect((await at.page(subjectId)).statuses.map(({ id }) => id)).toEqual([statusId]);
    expect((await at.page(made)).occupancies.map(({ id }) => id)).toEqual([letId]);
    expect((await at.page(tenant)).occupancies[0]).toMatchObject({ counterpartId: made });
    expect(await search('5566778899')).toEqual([made]);
    // An account that acts for the new one would be left without its enterprise.
    const { officeId, userId } = await at.own.actor('enterprise_user', { subjectIds: [made] });
    await expect(undo(actionId)).rejects.toMatchObject({ code: 'registry.undo_used_since' });
    expect((await at.page(made)).meters).toHaveLength(1);
    const { user_post_id: postId } = await at.reading(({ tx }) =>
      tx
        .selectFrom('user_post')
        .select('user_post_id')
        .where('office_id', '=', officeId)
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow(),
    );
    await perform(endPost, { postId, reason: '企业账号收回' }, at.own.asked(await at.own.actor('security_admin')));
    await undo(actionId);
    await expect(at.page(made)).rejects.toMatchObject({ code: 'door.not_found' });
    expect([await stateOf(subjectId), await stateOf(tenant)]).toEqual(before);
    expect(await search('5566778899')).toEqual([subjectId]);
  });

  it('a bulk edit is previewed, done on what was previewed, and undone as one', async () => {
    const ids = [await at.register('批甲有限公司'), await at.register('批乙有限公司'), await at.register('批丙有限公司')];
    await at.add('industry', { subjectId: ids[2], code: 'C3311', from: '2020-01-01' });
    const change = { industryCode: 'C3311', regionId: at.towns[1], status: { kind: 'stopped' as const, from: '2025-01-01' } };
    const before = await Promise.all(ids.map(stateOf));
    const seen = await at.reading((r) => previewOf(r, { subjectIds: ids }, change));
    expect([seen.count, seen.unchanged]).toEqual([3, 0]);
    expect(seen.examples.filter(({ field }) => field === '行业代码')).toHaveLength(2);
    await at.add('title', { subjectId: ids[0], name: '不相干', level: 'city' });
    await perform(
      editAction,
      { subjectId: ids[1]!, note: '有人改过', version: await versionOf(ids[1]!) },
      at.own.asked(at.clerk),
    );
    const apply = (digest: string) =>
      perform(bulkAction, { subjectIds: ids, change, digest, reason: '行业核对' }, at.own.asked(at.clerk));
    await expect(apply(seen.digest)).rejects.toMatchObject({ code: 'registry.bulk_changed_since' });
    const again = await at.reading((r) => previewOf(r, { subjectIds: ids }, change));
    const { actionId, count } = await apply(again.digest);
    expect(count).toBe(3);
    for (const id of ids)
      expect((await at.page(id)).subject).toMatchObject({ industryCode: 'C3311', regionId: at.towns[1], status: 'stopped' });
    await undo(actionId);
    expect((await at.page(ids[0]!)).subject).toMatchObject({ industryCode: null, regionId: at.towns[0], status: 'normal' });
    expect(await stateOf(ids[2]!)).toEqual(before[2]);
    // Everything came back under the old town, for its officer too.
    expect((await at.page(ids[0]!, at.officers[0])).titles.map(({ name }) => name)).toEqual(['不相干']);
  });

  it('[S85] merged evaluation: applied for, agreed upon, in one at a time, dissolved', async () => {
    const [lead, member, third] = [
      await at.register('合甲有限公司'),
      await at.register('合乙有限公司'),
      await at.register('合丙有限公司'),
    ];
    const apply = (members: readonly string[], leadId = lead) =>
      perform(
        applyMergedAction,
        { name: '合甲等', leadId, members: members.map((subjectId) => ({ subjectId })), appliedOn: '2025-01-10' },
        at.own.asked(at.clerk),
      );
    await expect(apply([member, third])).rejects.toMatchObject({ code: 'registry.merged_lead_outside' });
    const { mergedEvaluationId } = await apply([lead, member]);
    await expect(apply([lead, third])).rejects.toMatchObject({ code: 'registry.merged_member_taken' });
    const decide = (step: 'refuse' | 'dissolve', version: number) =>
      perform(
        decideMergedAction,
        { mergedEvaluationId, step, on: '2025-02-01', by: '领导小组', version },
        at.own.asked(at.clerk),
      );
    await expect(decide('dissolve', 1)).rejects.toMatchObject({ code: 'registry.merged_step_wrong' });
    const head = await at.own.actor('lead_head');
    const { digest } = await at.reading((r) => readMergedSheet(r, mergedEvaluationId), head);
    const sign = { mergedEvaluationId, digest, on: '2025-02-01', by: '领导小组' };
    await perform(signMergedAction, sign, at.own.asked(head));
    expect((await at.page(member)).merged).toMatchObject([
      { state: 'approved', leadId: lead, from: '2025-02-01', members: [{ subjectId: lead }, { subjectId: member }] },
    ]);
  });
});
