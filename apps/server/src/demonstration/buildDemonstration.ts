/**
 * 演示数据 — an office, a user for every role and a district's register, made by the real actions in a house that says it is a
 * demonstration, so that every audit row carries the mark. Refused where anybody else's data lies. Read `buildDemonstration`.
 */
import { makeOffice } from '../corridors/people/makeOffice.js';
import { makeCycleAction, markStageAction } from '../corridors/year/actions/cycles.js';
import { listStages } from '../corridors/year/queries/cycles.js';
import type { Actor, House } from '../forms/house.js';
import { importAction } from '../rooms/registry/actions/import.js';
import { setLandRuleAction } from '../rooms/registry/actions/landRule.js';
import { ledgerActions } from '../rooms/registry/actions/ledgers.js';
import { registerAction } from '../rooms/registry/actions/subjects.js';
import { dryRun } from '../rooms/registry/imports/dryRun.js';
import { refuse } from '../rooms/registry/texts.zh.js';
import { everyOfficeId } from '../store/installation.js';
import { readInScope } from '../store/scope.js';
import { addColour, someEnterprise } from './colour.js';
import type { DemonstrationDistrict } from './district.js';
import { Builder, buildPeople, buildPlaces, type DemonstrationUser, makeUser } from './people.js';

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
  const users = await buildPeople(builder, places);
  const clerkUser = users.find(({ role }) => role === 'lead_clerk');
  if (clerkUser === undefined) throw new Error('a demonstration needs a clerk');
  const clerk = builder.actor(clerkUser);
  for (const park of district.parks)
    await buildPark(builder, clerk, { ...park, regionId: places.towns.get(park.town) ?? office.rootRegionId });
  const imported = [];
  for (const file of district.files) imported.push(await importFile(builder, clerk, file));
  for (const year of district.years) await builder.act(clerk, setLandRuleAction, { year, version: 0, ...usualRule });
  await buildCycle(builder, clerk, district.years.at(-1) ?? 2024);
  await addColour(builder, clerk);
  const own = await someEnterprise(builder, clerk);
  const enterprise =
    own === undefined
      ? []
      : [
          await makeUser(builder, {
            role: 'enterprise_user',
            login: 'qiye',
            name: `${own.name} 联络员`,
            subjectId: own.subjectId,
          }),
        ];
  return { officeId: office.officeId, users: [...users, ...enterprise], imported };
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
  const asked = { bytes, name, kind, goodRowsOnly: true };
  const { house } = builder;
  const { digest } = await readInScope(house.store, clerk, (tx) => dryRun({ tx, house, actor: clerk }, asked));
  const { added, refused } = await builder.act(clerk, importAction, { ...asked, digest });
  return { file: name, added, refused };
}

/** 年度安排 — the calendar that 通州湾 prints: data by 31 March, evaluation by 31 May, lists by 30 June, acceptance by 31 December. @source TZ-9 */
async function buildCycle(builder: Builder, clerk: Actor, dataYear: number): Promise<void> {
  const year = dataYear + 1;
  const stage = (
    kind: 'collection' | 'confirmation' | 'pre_evaluation' | 'appeal' | 'decision' | 'lists' | 'acceptance',
    name: string,
    [first, last]: readonly [string, string],
  ) => ({
    ...{ kind, name, firstDay: `${year}-${first}`, lastDay: `${year}-${last}`, leadOrganisationId: null, duties: [] },
  });
  const { cycleId } = await builder.act(clerk, makeCycleAction, {
    ...{
      name: `${dataYear}年度工业企业综合评价`,
      subjectKind: 'enterprise',
      dataYear,
      workYear: year,
      policyFrom: null,
      policyUntil: null,
    },
    copyFrom: null,
    stages: [
      stage('collection', '数据归集', ['01-15', '03-31']),
      stage('confirmation', '企业确认', ['04-01', '04-20']),
      stage('pre_evaluation', '预评价', ['04-21', '05-10']),
      stage('appeal', '申诉处理', ['05-11', '05-25']),
      stage('decision', '审定通报', ['05-26', '05-31']),
      stage('lists', '清单和方案', ['06-01', '06-30']),
      stage('acceptance', '项目验收', ['07-01', '12-31']),
    ],
  });
  const { house, office } = builder;
  const [first] = await readInScope(house.store, clerk, (tx) => listStages(tx, office.officeId, cycleId));
  if (first !== undefined)
    await builder.act(clerk, markStageAction, { stageId: first.stage_id, version: first.version, done: true });
}
