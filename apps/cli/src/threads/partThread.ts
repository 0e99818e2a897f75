/** 分读线程所做的事 — reads the parts of a file that it is told and posts what it read. */
import { parentPort } from 'node:worker_threads';
import { buffersOf, type PartWork, readPart } from '@muheng/sheets';
import { bytesOf } from '../byteFile.js';

export interface PartTask {
  /** Of the file that the other thread has opened. */
  readonly handle: number;
  readonly work: PartWork;
}

parentPort?.on('message', ({ handle, work }: PartTask) => {
  const read = readPart(work, bytesOf(handle));
  parentPort?.postMessage(read, read === undefined ? [] : buffersOf(read));
});
