/**
 * 收存文件 — a shared step of actions: looks what the bytes are, whether the purpose takes them and the quota has room, keeps them by
 * their hash and adds the row. What an action that fails leaves on the disk is swept. @source trust R26, R33, R36
 */
import { readFile, stat } from 'node:fs/promises';
import type { Step } from '../../forms/action.js';
import type { Refusal } from '../../forms/refusal.js';
import type { FileAnswer, ReceivedFile } from '../../forms/route.js';
import { isNamedElsewhere } from '../../forms/violations.js';
import { keepBefore } from '../audit/history.js';
import { readSettings } from '../people/queries/office.js';
import { hashOfFile, putBlob } from './blobs.js';
import { identify } from './content/identify.js';
import { extensionOf, keptName } from './fileNames.js';
import {
  type FileKind,
  type FilePurpose,
  inMegabytes,
  kindTable,
  mostPixels,
  purposeTable,
  type Quota,
  quotaOf,
} from './kinds.js';
import { addFile, addUsage, lockFile, removeFileRow, takeUsage } from './queries/files.js';
import { type ScanCommand, scan } from './scan.js';
import { brokenWords, contentWords, refuseFile } from './texts.zh.js';

export interface KeptFile {
  readonly fileId: string;
  /** Shown to the sender: the proof of what was received. */
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly kind: FileKind;
  readonly purpose: FilePurpose;
}

export interface KeepWish {
  readonly purpose: FilePurpose;
  readonly quota?: Quota;
  /** Instead of the house's. */
  readonly scanCommand?: ScanCommand;
}

/** @throws Refusal files.* */
export async function keepFile(step: Step, received: ReceivedFile, wish: KeepWish): Promise<KeptFile> {
  const { purpose } = wish;
  const name = keptName(received.name);
  const bytes = (await stat(received.path)).size;
  if (bytes === 0) throw refuseFile('empty', { name });
  const { mostBytes } = purposeTable[purpose];
  if (bytes > mostBytes) throw refuseFile('too_large', { name, most: inMegabytes(mostBytes) });
  const kind = await kindOf(received.path, name, { scanCommand: step.house.scanCommand, ...wish });
  const sha256 = await hashOfFile(received.path);
  const { officeId, userId } = step.actor;
  const quota = wish.quota ?? quotaOf(await readSettings(step.tx, officeId));
  // The person before the office, always: two uploads never wait for each other in a circle.
  if ((await addUsage(step.tx, officeId, { holderId: userId, bytes })) > quota.personBytes)
    throw refuseFile('quota_person', { most: inMegabytes(quota.personBytes) });
  if ((await addUsage(step.tx, officeId, { holderId: officeId, bytes })) > quota.officeBytes)
    throw refuseFile('quota_office', { most: inMegabytes(quota.officeBytes) });
  const fileId = step.newId();
  await addFile(step.tx, {
    ...{ office_id: officeId, file_id: fileId, sha256, bytes, name, kind, purpose, class: purposeTable[purpose].class },
    ...{ uploaded_by: userId, uploaded_at: step.now, checked_at: step.now, damaged_at: null },
  });
  await putBlob(step.house, { officeId, sha256 }, received.path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
      throw refuseFile('disk_full', { name });
    throw error;
  });
  return { fileId, sha256, bytes, name, kind, purpose };
}

/** 删除文件 — the row goes, with what it used; its bytes go with the next sweep. @throws Refusal files.not_found, files.in_use */
export async function removeFile(step: Step, fileId: string): Promise<void> {
  const { officeId } = step.actor;
  const row = await lockFile(step.tx, officeId, fileId);
  if (row === undefined) throw refuseFile('not_found');
  await keepBefore(step, { kind: 'file', id: fileId }, row);
  try {
    await removeFileRow(step.tx, officeId, fileId);
  } catch (error) {
    // A room's row names it.
    throw isNamedElsewhere(error) ? refuseFile('in_use', { name: row.name }) : error;
  }
  for (const holderId of [row.uploaded_by, officeId]) await takeUsage(step.tx, officeId, { holderId, bytes: row.bytes });
}

async function kindOf(path: string, name: string, { purpose, scanCommand }: Looked): Promise<FileKind> {
  const bytes = await readFile(path);
  const found = identify(bytes, extensionOf(name));
  const { kinds, title } = purposeTable[purpose];
  const wanted = kinds.map((kind) => `.${kind}`).join(' ');
  if ('trouble' in found) throw refusalOfTrouble(found, name, wanted);
  const { kind } = found;
  const words = { name, kind: contentWords[kind] ?? '', purpose: title, kinds: wanted };
  if (!isKept(kind) || !kinds.includes(kind)) throw refuseFile('kind_not_taken', words);
  const extension = extensionOf(name);
  if (extension !== '' && !kindTable[kind].extensions.includes(extension)) throw refuseFile('name_lies', words);
  if ('pixels' in found && found.pixels > mostPixels)
    throw refuseFile('image_too_large', { name, pixels: Math.ceil(found.pixels / 10_000), most: mostPixels / 10_000 });
  const scanned = await scan(path, bytes, scanCommand);
  if (scanned !== 'clean') throw refuseFile(scanned === 'infected' ? 'infected' : 'scan_failed', { name });
  return kind;
}

interface Looked {
  readonly purpose: FilePurpose;
  readonly scanCommand: ScanCommand | undefined;
}

const isKept = (kind: string): kind is FileKind => Object.hasOwn(kindTable, kind);

type Trouble = Extract<ReturnType<typeof identify>, { readonly trouble: string }>;

function refusalOfTrouble(found: Trouble, name: string, kinds: string): Refusal {
  if (found.trouble === 'unknown') return refuseFile('kind_unknown', { name, kinds });
  if (found.trouble === 'broken') return refuseFile('broken', { name, why: brokenWords[found.why] });
  return refuseFile(found.trouble, 'why' in found ? { name, why: found.why } : { name });
}

export const mediaTypeOf = (kind: string): FileAnswer['mediaType'] =>
  isKept(kind) ? kindTable[kind].mediaType : 'application/octet-stream';
