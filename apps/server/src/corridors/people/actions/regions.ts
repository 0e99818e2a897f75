/** 行政区域和片区 — a tree whose members and codes have dates; codes are attributes, never keys. @source trust R83 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { addRegion as addContract, giveRegionCode as codeContract, editRegion as editContract } from '../contract/places.js';
import { idShape } from '../contract/shapes.js';
import * as regions from '../queries/regions.js';
import type { RegionTable } from '../tables.js';
import { refusePeople } from '../texts.zh.js';

export const addRegion: Action<z.output<typeof addContract.body>, { regionId: string }> = {
  ...{ name: 'people.add_region', title: '新增区域', may: 'office.administer', input: addContract.body },
  async run(step, { parentId, kind, name, sort, from, code }) {
    const { tx, actor } = step;
    const { officeId } = actor;
    await theRegion(step, parentId);
    const regionId = step.newId();
    await keepBefore(step, { kind: 'region', id: regionId }, null);
    await regions.insertRegion(tx, {
      ...{ office_id: officeId, region_id: regionId, parent_id: parentId, kind, name, sort, from, until: null, version: 1 },
    });
    if (code !== undefined) await writeCode(step, { regionId, code, from, until: null });
    const change = { parentId, kind, name, sort, from, code: code ?? null };
    return { output: { regionId }, object: { kind: 'region', id: regionId }, summary: `新增区域“${name}”`, change };
  },
};

const edit = z.strictObject({ ...editContract.body.shape, regionId: idShape });

export const editRegion: Action<z.infer<typeof edit>, { version: number }> = {
  ...{ name: 'people.edit_region', title: '修改区域', may: 'office.administer', input: edit },
  async run(step, { regionId, version, parentId, ...change }) {
    const { tx, actor, now } = step;
    const { officeId } = actor;
    const region = await theRegion(step, regionId);
    if (region.version !== version) throw refuseForm('version_differs', {}, { yours: version, theirs: region.version });
    if (change.until !== undefined && change.until !== null && change.until <= region.from) throw refusePeople('dates_reversed');
    if (parentId !== undefined) {
      await theRegion(step, parentId);
      const below = await regions.withDescendants(tx, officeId, { regionIds: [regionId], day: businessDay(now) });
      if (below.includes(parentId)) throw refusePeople('region_loop');
    }
    await keepBefore(step, { kind: 'region', id: regionId }, { ...region });
    const set = { ...only(change), ...(parentId === undefined ? {} : { parent_id: parentId }) };
    const changed = await regions.updateRegion(tx, { officeId, regionId, version }, set);
    if (changed === undefined) throw refuseForm('version_differs', {}, { yours: version });
    const summary = `修改区域“${region.name}”`;
    return {
      output: { version: changed.version },
      object: { kind: 'region', id: regionId },
      summary,
      change: { parentId, ...change },
    };
  },
};

const give = z.strictObject({ ...codeContract.body.shape, regionId: idShape });

/** 变更区划代码 — the code so far ends on the day the new one begins. */
export const giveRegionCode: Action<z.infer<typeof give>, { version: number }> = {
  ...{ name: 'people.give_region_code', title: '变更区划代码', may: 'office.administer', input: give },
  async run(step, { regionId, code, from, until }) {
    const { tx, actor } = step;
    const region = await theRegion(step, regionId);
    if (until !== undefined && until <= from) throw refusePeople('dates_reversed');
    await keepBefore(step, { kind: 'region', id: regionId }, { ...region });
    await writeCode(step, { regionId, code, from, until: until ?? null });
    const { office_id: officeId, version } = region;
    const changed = await regions.updateRegion(tx, { officeId, regionId, version }, {});
    if (changed === undefined) throw refuseForm('version_differs', {}, { yours: version });
    const change = { code, from, until: until ?? null, officeId: actor.officeId };
    const summary = `“${region.name}”自 ${from} 起用代码 ${code}`;
    return { output: { version: changed.version }, object: { kind: 'region', id: regionId }, summary, change };
  },
};

interface NewCode {
  readonly regionId: string;
  readonly code: string;
  readonly from: string;
  readonly until: string | null;
}

async function writeCode({ tx, actor }: Step, { regionId, code, from, until }: NewCode): Promise<void> {
  const { officeId } = actor;
  const clash = await regions.findCodeClash(tx, officeId, { region_id: regionId, code, from, until });
  if (clash !== undefined) throw refusePeople('code_overlaps', { code, from: clash.from, name: clash.name });
  await regions.deleteRegionCodesFrom(tx, officeId, regionId, from);
  await regions.endRegionCodes(tx, officeId, regionId, from);
  await regions.insertRegionCode(tx, { office_id: officeId, region_id: regionId, code, from, until });
}

async function theRegion({ tx, actor }: Step, regionId: string): Promise<RegionTable> {
  const region = await regions.findRegion(tx, actor.officeId, regionId);
  if (region === undefined) throw refusePeople('region_not_found');
  return region;
}

/** Only what was given. */
export function only<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
