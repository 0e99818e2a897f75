/** 演示的企业账号 — one enterprise with what its portal shows (contacts, a survey sheet, corrections open and answered), and one account for two of a group. */
import { businessDay } from '../forms/day.js';
import type { Actor } from '../forms/house.js';
import { ledgerActions } from '../rooms/registry/actions/ledgers.js';
import { addOwnContactAction, answerCorrectionAction, askCorrectionAction } from '../rooms/registry/actions/own.js';
import type { SubjectItem } from '../rooms/registry/contract.js';
import { laterBy, readSubjectPage } from '../rooms/registry/reads/subjectPage.js';
import { readInScope } from '../store/scope.js';
import { subjectsOf } from './colour.js';
import { type Builder, type DemonstrationUser, givePostOn, makeUser } from './people.js';

/** The first by name, and two with neighbouring places in the list. */
export async function buildEnterprises(builder: Builder, clerk: Actor): Promise<DemonstrationUser[]> {
  const subjects = await subjectsOf(builder, clerk, 19);
  const [own] = subjects;
  if (own === undefined) return [];
  const user = await makeUser(builder, {
    ...{ role: 'enterprise_user', login: 'qiye', name: `${own.name} 联络员`, subjectId: own.subjectId },
  });
  await portalOf(builder, { clerk, own, user });
  const [lead, second] = subjects.slice(-2);
  if (lead === undefined || second === undefined || lead === own || second === own) return [user];
  const group = await makeUser(builder, {
    ...{ role: 'enterprise_user', login: 'jituan', name: `${lead.name}等两户 联络员`, subjectId: lead.subjectId },
  });
  await givePostOn(builder, group.userId, second.subjectId);
  return [user, group];
}

async function portalOf(
  builder: Builder,
  { clerk, own, user }: { readonly clerk: Actor; readonly own: SubjectItem; readonly user: DemonstrationUser },
): Promise<void> {
  const { house } = builder;
  const { subjectId } = own;
  const today = businessDay(house.now());
  const enterprise = builder.actor(user, { kind: 'subjects', subjectIds: [subjectId] });
  await builder.act(enterprise, addOwnContactAction, { subjectId, role: 'finance', name: '演示财务', phone: '13900000099' });
  const page = await readInScope(house.store, clerk, (tx) => readSubjectPage({ tx, house, actor: clerk }, subjectId));
  const land = page.occupancies.find(({ parcelId }) => parcelId != null);
  const survey = ledgerActions.get('survey')?.add;
  if (land !== undefined && survey !== undefined)
    await builder.act(clerk, survey, {
      ...{ subjectId, parcelId: land.parcelId, number: `核查〔${today.slice(0, 4)}〕2号`, surveyedOn: laterBy(today, -12) },
      ...{ method: '现场测量', conclusion: '厂区四至与证载一致，请企业核对后签字。', disputed: false },
    });
  const answered = await builder.act(enterprise, askCorrectionAction, {
    ...{ subjectId, topic: 'basic', words: '地址的门牌号去年已经变更，登记的还是旧号。' },
  });
  await builder.act(clerk, answerCorrectionAction, {
    ...{ correctionId: answered.correctionId, state: 'declined', version: 1 },
    answer: '经核对，营业执照上的住所仍是登记的地址，维持登记。营业执照变更之后请再提。',
  });
  await builder.act(enterprise, askCorrectionAction, {
    ...{ subjectId, topic: 'meters', words: '二车间 2024 年 9 月已停用，对应的用电户号已销户，请从本户去掉。' },
  });
}
