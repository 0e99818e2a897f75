/** 盖章之前 — who asked for what may be sealed with which seal; asked when it is requested, and again when what came back is kept. @source trust R46 */
import { z } from 'zod';
import type { Step } from '../../../forms/action.js';
import { findFile } from '../../files/queries/files.js';
import { refuseFile } from '../../files/texts.zh.js';
import { readOffice } from '../../people/queries/office.js';
import { documentOf } from '../actions/documents.js';
import { findDocumentFile } from '../queries/files.js';
import type { DocumentTable } from '../tables.js';
import { refuseDocuments } from '../texts.zh.js';
import { sealableKinds, whyNotSealed } from './mayBeSealed.js';
import { type SealSetUp, sealSetUpOf } from './sealSystem.js';

export const sealInput = z.object({ documentId: z.guid(), fileId: z.guid(), sealNumber: z.string() });
export type SealInput = z.infer<typeof sealInput>;

interface Checked {
  readonly document: DocumentTable;
  readonly setUp: SealSetUp;
  readonly seal: SealSetUp['seals'][number];
  readonly file: NonNullable<Awaited<ReturnType<typeof findFile>>>;
}

/** @throws Refusal documents.seal_*, files.not_found */
export async function checkSealing(
  { tx, actor, house }: Pick<Step, 'tx' | 'actor' | 'house'>,
  { documentId, fileId, sealNumber }: SealInput,
): Promise<Checked> {
  const { officeId } = actor;
  const document = await documentOf({ tx, actor }, documentId);
  const why = whyNotSealed(document);
  if (why !== null) throw refuseDocuments(why);
  const setUp = sealSetUpOf(house);
  if (setUp === undefined) throw refuseDocuments('seal_not_set_up');
  if (setUp === 'wrong') throw refuseDocuments('seal_set_up_wrong');
  const { slug } = await readOffice(tx, officeId);
  const seal = setUp.seals.find((one) => one.number === sealNumber && one.office === slug);
  if (seal === undefined) throw refuseDocuments('seal_unknown');
  if ((await findDocumentFile(tx, { officeId, documentId }, fileId)) === undefined) throw refuseFile('not_found');
  const file = await findFile(tx, officeId, fileId);
  if (file === undefined) throw refuseFile('not_found');
  if (!sealableKinds.has(file.kind)) throw refuseDocuments('seal_wrong_file', { name: file.name });
  return { document, setUp, seal, file };
}
