/**
 * 镇街名称或代码 — 浣峙街道 and 浣峙 are one place, and so is the code it bears today, not one it has given up; which region of the office a
 * cell names, and whether the person reaches it. @source trust R83
 */
import { matchText } from '@muheng/sheets';
import { regionCodesOn } from '../../../corridors/people/queries/regions.js';
import { businessDay } from '../../../forms/day.js';
import { parksOf } from '../queries/imports.js';
import { regionsOf } from '../queries/subjects.js';
import type { Importing } from './plan.js';

const placeKey = (place: string): string => matchText(place).replace(/(?<=..)(?:街道|镇|乡|村|社区)(?:办事处)?$/, '');

export interface Places {
  region(name: string): string | undefined;
  park(name: string): string | undefined;
  reaches(regionId: string): boolean;
}

export async function placesOf({ tx, actor, house }: Importing): Promise<Places> {
  const regions = new Map<string, string>();
  for (const { name, regionId } of await regionsOf(tx, actor.officeId)) {
    for (const key of [matchText(name), placeKey(name)]) if (!regions.has(key)) regions.set(key, regionId);
  }
  for (const { code, region_id } of await regionCodesOn(tx, actor.officeId, businessDay(house.now())))
    regions.set(code, region_id);
  const parks = new Map((await parksOf(tx, actor.officeId)).map((park) => [park.name_key, park.subject_id]));
  return {
    region: (name) => regions.get(matchText(name)) ?? regions.get(placeKey(name)),
    park: (name) => parks.get(matchText(name)),
    reaches: (regionId) =>
      actor.reach.kind === 'office' || (actor.reach.kind === 'regions' && actor.reach.regionIds.includes(regionId)),
  };
}
