/** What rests on a document, asked of the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocumentAction } from '../../corridors/documents/actions/documents.js';
import { makeDocument } from '../../corridors/documents/contract.js';
import { endTaskAction, makeTaskAction } from '../../corridors/year/actions/tasks.js';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { setLandRuleAction } from '../../rooms/registry/actions/landRule.js';
import { type TestRegister, testRegister } from '../../rooms/registry/fixtures/register.js';
import { readCitations } from './routes.js';

describe('[ALL-7] what rests on a document', () => {
  let at: TestRegister;
  beforeAll(async () => {
    at = await testRegister();
  });
  afterAll(() => at.drop());
  const asked = (actor: Actor = at.clerk) => at.own.asked(actor);
  const document = async (number: string, title: string) => {
    const body = makeDocument.body.parse({ number, title, issuer: '区政府', standing: 'in_force' });
    return (await perform(makeDocumentAction, body, asked())).documentId;
  };
  const task = (clause: string, title: string) => {
    const lead = { leadOrganisationId: at.own.office.organisationId, supporterIds: [], cycleId: null };
    return perform(makeTaskAction, { title, clause, lastDay: '2025-06-30', ...lead }, asked());
  };

  it('lists rules and tasks that name it, ended ones last; not those of another document, nor to another office', async () => {
    const [one, other] = [await document('区政发〔2024〕3号', '综合评价办法'), await document('区政发〔2024〕13号', '用地办法')];
    const { taskId } = await task('区政发[2024]3号 三.2', '已经办完的');
    await perform(endTaskAction, { taskId, version: 1, state: 'done', reason: '已核' }, asked());
    await task('《综合评价办法》第五条', '按标题引用的');
    await task('区政发〔2024〕13号 一', '另一份的');
    await task('', '没有依据的');
    await perform(
      setLandRuleAction,
      {
        ...{ year: 2024, muDivisor: '2000/3', round: { to: 2, by: 'excel' }, basis: 'certificate', monthsBy: 'months' },
        ...{ floorPerMu: null, excess: 'ignore', method: 'enterprise', collective: 'add', overdueAfterMonths: null },
        ...{ sumCheck: true, clause: '区政发〔2024〕3号 附件2', version: 0 },
      },
      asked(),
    );
    const found = await at.reading((r) => readCitations(r, one));
    expect(found.items.map(({ title, ended }) => [title, ended])).toEqual([
      ['2024 年用地口径', false],
      ['按标题引用的', false],
      ['已经办完的', true],
    ]);
    expect(found.total).toBe(3);
    expect((await at.reading((r) => readCitations(r, other))).items.map(({ title }) => title)).toEqual(['另一份的']);
    // Who has nothing to do with the register is told of the tasks only.
    const system = await at.own.actor('system_admin');
    expect((await at.reading((r) => readCitations(r, one), system)).items.map(({ kind }) => kind)).toEqual(['task', 'task']);
    const stranger = await at.own.actor('lead_clerk', { office: await at.own.anotherOffice('linqv') });
    await expect(at.reading((r) => readCitations(r, one), stranger)).rejects.toMatchObject({
      code: 'documents.document_not_found',
    });
  });
});
