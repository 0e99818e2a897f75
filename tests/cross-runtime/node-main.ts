/** The bundle for Node: `node bundle.mjs <cases.json> <threads>` evaluates in that many worker threads and prints their hashes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fingerprints, type RunCase } from './program.js';

const here = fileURLToPath(import.meta.url);

if (isMainThread) {
  const [, , file = '', threads = '1'] = process.argv;
  const hashes = await Promise.all(Array.from({ length: Number(threads) }, () => inThread(file)));
  process.stdout.write(JSON.stringify(hashes));
} else {
  const cases = JSON.parse(readFileSync(String(workerData), 'utf8')) as RunCase[];
  parentPort?.postMessage(fingerprints(cases).map((text) => createHash('sha256').update(text).digest('hex')));
}

function inThread(file: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(here, { workerData: file });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
