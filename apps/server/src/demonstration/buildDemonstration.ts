/**
 * 演示数据 — an office, a user for every role and a district's register, made by the real actions in a house that says it is a
 * demonstration, so that every audit row carries the mark. Refused where anybody else's data lies. Read `buildDemonstration`.
 */
import { makeOffice } from '../corridors/people/makeOffice.js';
import type { Actor, House } from '../forms/house.js';
import { importAction } from '../rooms/registry/actions/import.js';
import { setLandRuleAction } from '../rooms/registry/actions/landRule.js';
import { ledgerActions } from '../rooms/registry/actions/ledgers.js';
import { registerAction } from '../rooms/registry/actions/subjects.js';
import { dryRun } from '../rooms/registry/imports/dryRun.js';
import { readImportFile } from '../rooms/registry/imports/file.js';
import { refuse } from '../rooms/registry/texts.zh.js';
import { everyOfficeId } from '../store/installation.js';
import { readInScope } from '../store/scope.js';
import { addColour } from './colour.js';
import type { DemonstrationDistrict } from './district.js';
import { addDocuments } from './documents.js';
import { buildEnterprises } from './enterprises.js';
import { Builder, buildPeople, buildPlaces, type DemonstrationUser } from './people.js';

import { buildYear } from './year.js';

export type { DemonstrationDistrict, DemonstrationFile } from './district.js';
export type { DemonstrationUser } from './people.js';

export const demonstrationSlug = 'yanshi';

export interface Demonstration {
  readonly officeId: string;
  readonly users: readonly DemonstrationUser[];
  readonly imported: readonly { readonly file: string; readonly added: number; readonly refused: number }[];
}

/** @throws registry.demonstration_elsewhere when the folder holds anybody's data, a finished demonstration too */
export async function buildDemonstration(house: House, district: DemonstrationDistrict): Promise<Demonstration> {
  if (!house.demonstration) throw refuse('demonstration_elsewhere');
  if ((await everyOfficeId(house.store)).length > 0) throw refuse('demonstration_elsewhere');
  const office = await makeOffice(house, {
    ...{ slug: demonstrationSlug, name: `${district.name}亩均论英雄改革领导小组办公室`, workName: '亩均论英雄' },
    region: { kind: 'county', name: district.name, code: district.code },
    organisation: { name: `${district.name}亩均办`, shortName: '亩均办' },
    administrators: {
      system_admin: { login: 'xitong', name: '系统管理员' },
      security_admin: { login: 'anquan', name: '安全管理员' },
      audit_admin: { login: 'shenji', name: '安全审计员' },
    },
  });
  const builder = new Builder(house, office);
  const places = await buildPlaces(builder, district);
  const { users, organisations } = await buildPeople(builder, places);
  const clerkUser = users.find(({ role }) => role === 'lead_clerk');
  if (clerkUser === undefined) throw new Error('a demonstration needs a clerk');
  const clerk = builder.actor(clerkUser);
  for (const park of district.parks)
    await buildPark(builder, clerk, { ...park, regionId: places.towns.get(park.town) ?? office.rootRegionId });
  const imported = [];
  for (const file of district.files) imported.push(await importFile(builder, clerk, file));
  for (const year of district.years) await builder.act(clerk, setLandRuleAction, { year, version: 0, ...usualRule });
  await buildYear(builder, clerk, { dataYear: district.years.at(-1) ?? 2024, organisations });
  await addDocuments(builder, clerk);
  await addColour(builder, clerk);
  const enterprises = await buildEnterprises(builder, clerk);
  return { officeId: office.officeId, users: [...users, ...enterprises], imported };
}

async function buildPark(
  builder: Builder,
  clerk: Actor,
  park: { readonly name: string; readonly small: boolean; readonly regionId: string },
): Promise<void> {
  const { name, small, regionId } = park;
  const { subjectId } = await builder.act(clerk, registerAction, { kind: small ? 'small_park' : 'park', name, regionId });
  const profile = small ? { level: 'county', starRating: 3, ratedOn: '2024-11-20' } : { level: 'provincial' };
  const add = ledgerActions.get('park')?.add;
  if (add !== undefined)
    await builder.act(clerk, add, {
      subjectId,
      ...profile,
      leadingIndustries: '装备制造、纺织',
      facilities: '五通',
      openedOn: '2016-05-01',
    });
}

const usualRule = {
  muDivisor: '2000/3',
  round: { to: 2, by: 'excel' },
  basis: 'certificate',
  monthsBy: 'months',
  floorPerMu: null,
  excess: 'ignore',
  method: 'enterprise',
  collective: 'add',
  overdueAfterMonths: 6,
  sumCheck: true,
  clause: '演示口径：自有加承租减出租，按月折算',
} as const;

async function importFile(
  builder: Builder,
  clerk: Actor,
  { kind, name, bytes }: DemonstrationDistrict['files'][number],
): Promise<Demonstration['imported'][number]> {
  const asked = { read: await readImportFile({ bytes, name, kind }), name, kind, goodRowsOnly: true };
  const { house } = builder;
  const { digest } = await readInScope(house.store, clerk, (tx) => dryRun({ tx, house, actor: clerk }, asked));
  const { added, refused } = await builder.act(clerk, importAction, { ...asked, digest });
  return { file: name, added, refused };
}
