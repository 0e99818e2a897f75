/** What two sides computed, as one short text. */
import { createHash } from 'node:crypto';

export function hashOf(columns: readonly (Float64Array | Int16Array)[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex').slice(0, 16);
}
