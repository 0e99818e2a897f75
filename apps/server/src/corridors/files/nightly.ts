/**
 * 夜间核对 — every content is hashed again and compared with its name; what differs is an alarm until it is whole again. Bytes that no
 * row names, left by uploads that were cut off, are removed. @source trust R36, R47
 */
import type { House } from '../../forms/house.js';
import { everyOfficeId } from '../../store/installation.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { isWhole, shelves, sweepBlobs } from './blobs.js';
import { findContents, findDamaged, markChecked, markDamaged } from './queries/files.js';

const page = 200;

export interface CheckReport {
  readonly contents: number;
  readonly damaged: readonly { readonly fileId: string; readonly name: string }[];
}

export async function checkFiles(house: House, officeId: string): Promise<CheckReport> {
  const scope = wholeOffice(officeId);
  const damaged: { fileId: string; name: string }[] = [];
  let contents = 0;
  for (let after = ''; ; ) {
    const rows = await inScope(house.store, scope, (tx) => findContents(tx, officeId, { after, limit: page }));
    const whole: string[] = [];
    for (const { sha256 } of rows) {
      contents++;
      if (await isWhole(house, { officeId, sha256 })) whole.push(sha256);
      else await inScope(house.store, scope, (tx) => markDamaged(tx, officeId, { sha256, at: house.now() }));
    }
    if (whole.length > 0)
      await inScope(house.store, scope, (tx) => markChecked(tx, officeId, { contents: whole, at: house.now() }));
    if (rows.length < page) break;
    after = rows.at(-1)!.sha256;
  }
  const rows = await inScope(house.store, scope, (tx) => findDamaged(tx, officeId));
  damaged.push(...rows.map(({ file_id, name }) => ({ fileId: file_id, name })));
  return { contents, damaged };
}

/** @param keepYounger milliseconds: 0 at a start that has the folder alone, an hour beside running uploads. @returns bytes removed, in files */
export async function sweepFiles(house: House, keepYounger: number): Promise<number> {
  // Times of files are the machine's, whatever the house's clock says; some disks round them up to two seconds.
  const olderThan = new Date(Date.now() - keepYounger + 2000);
  let removed = 0;
  for (const officeId of await shelves(house)) {
    const named = await inScope(house.store, wholeOffice(officeId), async (tx) => {
      const rows = await findContents(tx, officeId, { after: '', limit: Number.MAX_SAFE_INTEGER });
      return new Set(rows.map(({ sha256 }) => sha256));
    });
    removed += await sweepBlobs(house, officeId, { named, olderThan });
  }
  return removed;
}

/** For the health page and doctor: words when something is damaged. */
export const fileChecks = (house: House): { files(): Promise<string | null> } => ({
  async files() {
    let count = 0;
    for (const officeId of await everyOfficeId(house.store))
      count += (await inScope(house.store, wholeOffice(officeId), (tx) => findDamaged(tx, officeId))).length;
    return count === 0 ? null : `有 ${count} 个文件的内容与收到时不一致，请从备份恢复。`;
  },
});
