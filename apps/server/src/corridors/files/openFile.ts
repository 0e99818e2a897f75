/**
 * 取出文件 — for downloads and readers: the bytes, hashed again before the first of them leaves. The caller has checked that this person
 * may have this file: rooms by what the file belongs to, this corridor by who sent it. @source trust R36
 */
import type { House } from '../../forms/house.js';
import type { FileAnswer } from '../../forms/route.js';
import { inScope, type Tx, wholeOffice } from '../../store/scope.js';
import { readBlob } from './blobs.js';
import { downloadName } from './fileNames.js';
import { mediaTypeOf } from './keep.js';
import { findFile, markDamaged } from './queries/files.js';
import { refuseFile } from './texts.zh.js';

/** @throws Refusal files.not_found, files.damaged */
export async function openFile(
  house: House,
  tx: Tx,
  { officeId, fileId }: { readonly officeId: string; readonly fileId: string },
): Promise<FileAnswer> {
  const file = await findFile(tx, officeId, fileId);
  if (file === undefined) throw refuseFile('not_found');
  const content = await readBlob(house, { officeId, sha256: file.sha256 });
  if (content === undefined) {
    // The reader's transaction is read-only and will be rolled back; the alarm must stay.
    await inScope(house.store, wholeOffice(officeId), (own) =>
      markDamaged(own, officeId, { sha256: file.sha256, at: house.now() }),
    );
    throw refuseFile('damaged', { name: file.name });
  }
  return { name: downloadName(file.name), mediaType: mediaTypeOf(file.kind), content };
}
