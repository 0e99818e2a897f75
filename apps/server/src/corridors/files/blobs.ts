/**
 * 文件内容 — bytes named by their SHA-256 below `<folder>/files/<office>/ab/…`: written once, moved into place whole, read only after
 * their hash was computed again. Offices share nothing. @source trust R32, R36, R47
 */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { House } from '../../forms/house.js';
import { isId } from '../../store/ids.js';

type Folder = Pick<House, 'folder'>;

export interface BlobName {
  readonly officeId: string;
  readonly sha256: string;
}

const shelfOf = ({ folder }: Folder, officeId: string): string => {
  if (!isId(officeId)) throw new Error(`not an id: ${officeId}`);
  return join(folder, 'files', officeId);
};

export function placeOf(house: Folder, { officeId, sha256 }: BlobName): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a hash: ${sha256}`);
  return join(shelfOf(house, officeId), sha256.slice(0, 2), sha256.slice(2));
}

/** Moves a received file of the same disk into its place; on the disk before it returns. The same bytes again heal damaged ones. */
export async function putBlob(house: Folder, blob: BlobName, from: string): Promise<void> {
  const place = placeOf(house, blob);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const file = await open(from, 'r+');
  try {
    await file.sync();
    await file.utimes(new Date(), new Date());
  } finally {
    await file.close();
  }
  await rename(from, place);
  await syncFolder(dirname(place));
}

/** A folder's entries are on the disk only after this; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** The bytes as a stream, after all of them were read and hashed; undefined when they are gone or changed. */
export async function readBlob(house: Folder, blob: BlobName): Promise<Readable | undefined> {
  const file = await openBlob(house, blob);
  if (file === undefined) return undefined;
  if ((await hashOfOpen(file)) === blob.sha256) return file.createReadStream({ start: 0, autoClose: true });
  await file.close();
  return undefined;
}

export async function isWhole(house: Folder, blob: BlobName): Promise<boolean> {
  const file = await openBlob(house, blob);
  if (file === undefined) return false;
  try {
    return (await hashOfOpen(file)) === blob.sha256;
  } finally {
    await file.close();
  }
}

export async function hashOfFile(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return await hashOfOpen(file);
  } finally {
    await file.close();
  }
}

async function openBlob(house: Folder, blob: BlobName): Promise<FileHandle | undefined> {
  try {
    return await open(placeOf(house, blob), 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function hashOfOpen(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk);
  return hash.digest('hex');
}

/** Removes what no row names; @returns how many. `olderThan`: what came later may belong to a transaction that still runs. */
export async function sweepBlobs(
  house: Folder,
  officeId: string,
  { named, olderThan }: { readonly named: ReadonlySet<string>; readonly olderThan: Date },
): Promise<number> {
  let removed = 0;
  for (const prefix of await namesIn(shelfOf(house, officeId)))
    for (const rest of await namesIn(join(shelfOf(house, officeId), prefix))) {
      const path = join(shelfOf(house, officeId), prefix, rest);
      if (named.has(prefix + rest) || (await stat(path)).mtime >= olderThan) continue;
      await rm(path, { force: true });
      removed++;
    }
  return removed;
}

/** Offices that have a shelf. */
export const shelves = async ({ folder }: Folder): Promise<string[]> => (await namesIn(join(folder, 'files'))).filter(isId);

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
