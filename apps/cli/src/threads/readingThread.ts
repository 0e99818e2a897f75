/**
 * 分读线程 — a second thread that reads half of a large CSV. Started before it is needed, since it takes a while to begin; while it
 * cannot work, the file is read on one thread, with the same result. Never keeps the process alive.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { OtherReaders, PartRead } from '@muheng/sheets';
import type { ByteFile } from '../byteFile.js';
import type { PartTask } from './partThread.js';

export interface ReadingThread {
  /** Undefined for what only one thread can read. */
  readersFor(file: ByteFile): OtherReaders | undefined;
  close(): void;
}

/** Smaller files are read before a thread has begun. */
const worthwhile = 1 << 24;

/** Undefined when none of the files is large, or there is nothing to run a thread on. */
export function threadForFiles(files: readonly string[]): ReadingThread | undefined {
  const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return availableParallelism() > 1 && files.some((file) => size(file) >= worthwhile) ? startReadingThread() : undefined;
}

export function startReadingThread(): ReadingThread {
  let worker: Worker | undefined = new Worker(new URL(compiled, import.meta.url));
  const gone = (): void => {
    worker = undefined;
  };
  worker.on('error', gone);
  worker.on('exit', gone);
  worker.unref();
  return {
    readersFor: ({ handle }) => (handle === undefined ? undefined : (work) => [answerOf(worker, { handle, work })]),
    close: () => void worker?.terminate(),
  };
}

/** A thread runs compiled code only, also where this is run from its source. */
const compiled = import.meta.url.endsWith('.ts') ? '../../dist/threads/partThread.js' : './partThread.js';

function answerOf(worker: Worker | undefined, task: PartTask): Promise<PartRead | undefined> {
  if (worker === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const nothing = (): void => done(undefined);
    const done = (read: PartRead | undefined): void => {
      worker.unref();
      worker.off('message', done);
      worker.off('error', nothing);
      worker.off('exit', nothing);
      resolve(read);
    };
    worker.on('message', done);
    worker.on('error', nothing);
    worker.on('exit', nothing);
    worker.ref();
    worker.postMessage(task);
  });
}
