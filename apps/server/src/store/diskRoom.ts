/**
 * 磁盘余量 — the last part of the data folder's disk is kept for signing in, for the ledger and for the database itself: before it is
 * touched, work that adds data is refused. So a disk that fills up stops the writing, and nothing else. @source trust R57
 */
import { statfs } from 'node:fs/promises';

/** Room for the log of the database, sessions and denials until somebody has cleared the disk. */
export const usuallyReserved = 100_000_000;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Whether so many bytes more may be kept. */
export async function hasRoom(
  { folder, reservedBytes = usuallyReserved }: { readonly folder: string; readonly reservedBytes?: number },
  bytes = 0,
): Promise<boolean> {
  return (await freeBytes(folder)) - bytes >= reservedBytes;
}
