/**
 * 目录锁 — one process at a time on a data folder. The lock names its process by number and start, so that it dies with it: after a
 * kill the next one takes it over at once, even when the number was given to somebody else meanwhile. @source trust R59
 */
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuseStore } from './texts.zh.js';

const holderShape = z.object({
  pid: z.int(),
  /** When the process began, as the kernel counts; empty where the system does not tell. */
  born: z.string(),
  since: z.string(),
  /** 服务、备份 … */
  what: z.string(),
});
export type Holder = z.infer<typeof holderShape>;

const place = (folder: string): string => join(folder, 'lock');

/** @returns what gives the lock back. @throws Refusal store.folder_in_use */
export function lockFolder(folder: string, what: string): () => void {
  const mine: Holder = { pid: process.pid, born: bornOf(process.pid), since: new Date().toISOString(), what };
  const draft = `${place(folder)}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (;;) {
      // A link appears whole or not at all, and only where nothing stands.
      if (links(draft, place(folder))) return () => rmSync(place(folder), { force: true });
      refuseIfHeld(folder);
      removeStale(folder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who uses the folder now: for commands that must not meet a running server. */
export function holderOf(folder: string): Holder | undefined {
  const holder = readHolder(place(folder));
  return holder !== undefined && lives(holder) ? holder : undefined;
}

/** For commands that work on the folder themselves. @throws Refusal store.folder_in_use */
export function refuseIfHeld(folder: string): void {
  const holder = holderOf(folder);
  if (holder !== undefined) throw refuseStore('folder_in_use', { folder, ...holder });
}

/** Moves the lock aside and looks at what was moved: somebody quicker may have put a living one there. */
function removeStale(folder: string): void {
  const aside = `${place(folder)}-stale-${randomBytes(6).toString('hex')}`;
  try {
    renameSync(place(folder), aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && lives(moved)) links(aside, place(folder));
  rmSync(aside, { force: true });
}

function links(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
  }
  // A disk that knows no links, e.g. exFAT: made only where nothing stands, too.
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function readHolder(file: string): Holder | undefined {
  try {
    const read = holderShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

const lives = ({ pid, born }: Holder): boolean => exists(pid) && bornOf(pid) === born;

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Start of a process in clock ticks since the machine started, and which start of the machine; Linux only. */
function bornOf(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = words.slice(words.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more.
    if (afterName[0] === 'Z') return 'dead';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${afterName[19]}`;
  } catch {
    return '';
  }
}
