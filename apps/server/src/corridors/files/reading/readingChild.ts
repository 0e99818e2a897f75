/** 读表的进程 — reads the one file it is given, answers, ends. @source trust R28 */
import { readTables } from '@muheng/sheets';
import type { ToRead } from './readApart.js';

process.once('message', async ({ bytes, name, options }: ToRead) => {
  const read = await readTables(bytes, name, options);
  process.send?.(read, undefined, {}, () => process.exit());
});
