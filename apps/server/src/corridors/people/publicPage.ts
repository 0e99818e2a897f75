/**
 * 公开页可展示的内容 — the one place that decides what a page may show to anybody: names always, a map only under a 审图号. Whoever draws a
 * public page asks here first. @source trust R48; 地图管理条例 第十五条
 */
import type { House } from '../../forms/house.js';
import { readInScope, wholeOffice } from '../../store/scope.js';
import { listOffices, readOffice } from './queries/office.js';
import type { OfficeSettings } from './settings.js';
import { refusePeople } from './texts.zh.js';

export interface PublicMap {
  /** Printed beside the map. */
  readonly approvalNumber: string;
}

export interface PublicPage {
  readonly officeName: string;
  readonly workName: string;
  /** Null: no map, in whatever form. */
  readonly map: PublicMap | null;
}

export function publicMapOf({ mapApprovalNumber }: Pick<OfficeSettings, 'mapApprovalNumber'>): PublicMap | null {
  return mapApprovalNumber.trim() === '' ? null : { approvalNumber: mapApprovalNumber };
}

/** @throws Refusal people.office_not_found */
export async function publicPageOf(house: House, slug: string): Promise<PublicPage> {
  const listed = (await listOffices(house.store)).find((office) => office.slug === slug);
  if (listed === undefined) throw refusePeople('office_not_found');
  const office = await readInScope(house.store, wholeOffice(listed.office_id), (tx) => readOffice(tx, listed.office_id));
  return { officeName: office.name, workName: office.work_name, map: publicMapOf(office.settings) };
}
