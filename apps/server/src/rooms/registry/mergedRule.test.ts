/** 合并评价办不办 — the office's own setting decides whether an application is taken at all. @source scheme-language S85 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editWorkSettings } from '../../corridors/people/actions/office.js';
import { perform } from '../../forms/action.js';
import { applyMergedAction } from './actions/merged.js';
import { type TestRegister, testRegister } from './fixtures/register.js';

let at: TestRegister;
beforeAll(async () => {
  at = await testRegister();
});
afterAll(() => at.own.drop());

it('[S85] an office that does not merge refuses the application in words, and takes it again when it does', async () => {
  const [lead, other] = [await at.register('澄屿甲有限公司'), await at.register('澄屿乙有限公司')];
  const apply = () =>
    perform(
      applyMergedAction,
      { name: '澄屿集团', leadId: lead, appliedOn: '2025-03-01', members: [{ subjectId: lead }, { subjectId: other }] },
      at.own.asked(at.clerk),
    );
  const admin = await at.own.actor('system_admin');
  const set = (mergedRule: 'none' | 'by_application', version: number) =>
    perform(editWorkSettings, { mergedRule, version }, at.own.asked(admin));
  await set('none', 1);
  await expect(apply()).rejects.toMatchObject({
    code: 'registry.merged_not_done_here',
    remedy: expect.stringContaining('单位设置'),
  });
  await set('by_application', 2);
  expect(await apply()).toMatchObject({ mergedEvaluationId: expect.any(String) });
});
