/**
 * 另行读表 — a department's file is read in a process of its own, with a cap on memory and on time: whatever the file does to its reader,
 * the server goes on. The child has no secrets, opens nothing and leaves nothing. @source trust R28
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { ReadOptions, TablesRead } from '@muheng/sheets';
import { refuseFile } from '../texts.zh.js';

export interface ToRead {
  readonly bytes: Uint8Array;
  /** As the person who sent it called it. */
  readonly name: string;
  readonly options: ReadOptions;
}

export interface ReadingLimits {
  /** MB of the child's heap. */
  readonly memory: number;
  readonly seconds: number;
  /** Ends the reading early, e.g. when its job is cancelled. */
  readonly signal?: AbortSignal;
}

export const readingLimits: ReadingLimits = { memory: 512, seconds: 30 };

/** A process runs compiled code only, also where this is run from its source. */
const compiled = import.meta.url.endsWith('.ts')
  ? '../../../../dist/corridors/files/reading/readingChild.js'
  : './readingChild.js';

/**
 * Tables and findings, as `readTables` gives them.
 * @throws files.reading_too_long, files.reading_too_large; the signal's reason; Error when the reader itself is at fault
 */
export async function readApart(file: ToRead, limits: ReadingLimits = readingLimits): Promise<TablesRead> {
  const leave = await turn(limits.signal);
  try {
    return await readInChild(file, limits);
  } finally {
    leave();
  }
}

/** How Node ends when its heap is full, where it does not end by a signal. */
const outOfMemory = 134;

function readInChild({ bytes, name, options }: ToRead, { memory, seconds, signal }: ReadingLimits): Promise<TablesRead> {
  const child = fork(new URL(compiled, import.meta.url), [], {
    ...{ execArgv: [`--max-old-space-size=${memory}`], serialization: 'advanced' as const },
    ...{ env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] as const, cwd: '/' },
  });
  let late = false;
  const stop = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, seconds * 1000);
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<TablesRead>((resolve, reject) => {
    child.once('message', (read) => resolve(read as TablesRead));
    child.once('error', reject);
    child.once('exit', (code, killed) => {
      if (signal?.aborted === true) reject(signal.reason);
      else if (killed === null && code !== outOfMemory) reject(new Error(`the reader of a file ended with ${code}`));
      else reject(late ? refuseFile('reading_too_long', { name, seconds }) : refuseFile('reading_too_large', { name, memory }));
    });
    child.send({ bytes, name, options });
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    stop();
  });
}

/** Readers at once: the others wait, so that ten large files do not take ten times the memory. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));
let reading = 0;
const waiting: (() => void)[] = [];

async function turn(signal: AbortSignal | undefined): Promise<() => void> {
  signal?.throwIfAborted();
  if (reading < atOnce) reading++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) reading--;
    else next();
  };
  if (signal?.aborted === true) {
    leave();
    signal.throwIfAborted();
  }
  return leave;
}
