/** 演示的文件库 — beside the method in force: the one it superseded, a draft, an interpretation; its reviews, one of them due. @source ALL-7 */
import { addReviewAction, makeDocumentAction } from '../corridors/documents/actions/documents.js';
import { makeDocument } from '../corridors/documents/contract.js';
import { listDocuments } from '../corridors/documents/queries/documents.js';
import type { Actor } from '../forms/house.js';
import { readInScope } from '../store/scope.js';
import type { Builder } from './people.js';

const issuer = '演示区人民政府办公室';
const note = '虚构的文件，只供演示';

/** After the year is built: its method is the one in force. */
export async function addDocuments(builder: Builder, clerk: Actor): Promise<void> {
  const rules = await readInScope(builder.house.store, clerk, (tx) => listDocuments(tx, clerk.officeId, { kind: 'rule' }));
  const current = rules.find(({ standing }) => standing === 'in_force');
  if (current === undefined) throw new Error('a demonstration needs the method that is in force');
  const make = (given: object): Promise<{ documentId: string }> =>
    builder.act(clerk, makeDocumentAction, makeDocument.body.parse({ issuer, note, ...given }));
  await make({
    ...{ number: '演政办〔2019〕7号', title: '演示区工业企业综合评价办法（试行）', kind: 'rule', standing: 'superseded' },
    ...{ issuedOn: '2019-01-15', effectiveFrom: '2019-02-15', supersededBy: current.document_id },
  });
  await make({
    ...{ number: '', title: '演示区差别化用电价格实施方案（征求意见稿）', kind: 'plan', standing: 'draft' },
    issuer: '演示区发展和改革局',
  });
  await make({
    ...{ number: '', title: `《${current.title}》政策解读`, kind: 'interpretation', standing: 'in_force' },
    ...{ issuer: '演示区亩均办', issuedOn: current.issued_on },
  });
  const review = { documentId: current.document_id, reviewedOn: '2023-02-20' } as const;
  await builder.act(clerk, addReviewAction, {
    ...{ ...review, kind: 'legality', reviewer: '演示区司法局', conclusion: '符合法定权限和程序。', nextDueOn: '2025-04-20' },
  });
  await builder.act(clerk, addReviewAction, {
    ...{ ...review, kind: 'consultation', reviewer: '演示区亩均办', conclusion: '公开征求意见 30 日，采纳 2 条。' },
  });
}
