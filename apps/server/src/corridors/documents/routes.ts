/** 政策文件库的接口。 */
import { writeWorkbook } from '@muheng/sheets';
import { businessDay } from '../../forms/day.js';
import { acts, type Bound, type FileAnswer, type Reading, reads } from '../../forms/route.js';
import { classInWords } from '../../store/columnLabels.js';
import { openFile } from '../files/openFile.js';
import { refuseFile } from '../files/texts.zh.js';
import * as actions from './actions/documents.js';
import { addDocumentFileAction, removeDocumentFileAction } from './actions/files.js';
import { citedBy } from './cited.js';
import { documentColumns } from './columns.js';
import * as contract from './contract.js';
import { documentKindTitles } from './kinds.js';
import { findDocumentFile } from './queries/files.js';
import { readCatalogue, readPage, wholeCatalogue } from './reads.js';
import { requestSealAction } from './seal/requestSeal.js';
import { verifyCopyAction, verifyKept } from './seal/verifySeal.js';

export const documentRoutes: readonly Bound[] = [
  reads(contract.readDocuments, async (reading, { query }) => readCatalogue(reading, query)),
  reads(contract.findCited, async (reading, { query: { words, on = businessDay(reading.house.now()) } }) => ({
    on,
    items: (await citedBy(reading, [words], on))[0] ?? [],
  })),
  reads(contract.exportDocuments, async (reading, { query }) => catalogue(await wholeCatalogue(reading, query))),
  reads(contract.readDocument, (reading, { params, query }) => readPage(reading, params.documentId, query.on)),
  acts(contract.makeDocument, actions.makeDocumentAction, ({ body }) => body),
  acts(contract.editDocument, actions.editDocumentAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.setClauses, actions.setClausesAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.addReview, actions.addReviewAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.addDocumentFile, addDocumentFileAction, ({ params, query, file }) => {
    if (file === undefined) throw refuseFile('empty', { name: '' });
    return { ...params, role: query.role, file };
  }),
  reads(contract.downloadDocumentFile, async (reading, { params }) => {
    await holdFile(reading, params);
    return openFile(reading.house, reading.tx, { officeId: reading.actor.officeId, fileId: params.fileId });
  }),
  acts(contract.removeDocumentFile, removeDocumentFileAction, ({ params }) => params),
  acts(contract.requestSeal, requestSealAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.verifySeal, (reading, { params }) => verifyKept(reading, params)),
  acts(contract.verifyCopy, verifyCopyAction, ({ params, file }) => {
    if (file === undefined) throw refuseFile('empty', { name: '' });
    return { ...params, file };
  }),
];

/** A file is had through the document that it belongs to, and through no other. */
async function holdFile(
  { tx, actor }: Reading,
  { documentId, fileId }: { readonly documentId: string; readonly fileId: string },
): Promise<void> {
  const held = await findDocumentFile(tx, { officeId: actor.officeId, documentId }, fileId);
  if (held === undefined) throw refuseFile('not_found');
}

/** 文件目录 — as it is filtered and sorted on the page. */
async function catalogue(items: readonly contract.DocumentAnswer[]): Promise<FileAnswer> {
  const columns = ['文号', '标题', '制发机关', '种类', '效力', '印发日期', '施行起', '失效日（不含）', '复审期限'];
  const rows = items.map((item) => [
    ...[item.number, item.title, item.issuer, documentKindTitles[item.kind], item.standingWords, item.issuedOn],
    ...[item.effectiveFrom, item.effectiveUntil, item.reviewDueOn, item.clauses, item.files, item.source, item.note],
  ]);
  const headers = [...columns, '条款数', '原件数', '出处', '备注'].map((header) => ({ header }));
  const title = ['政策文件目录', classInWords(Object.values(documentColumns.document))];
  const content = await writeWorkbook([{ name: '文件目录', title, columns: headers, rows }]);
  return { name: '政策文件目录.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content };
}
