/** 演示用户 — departments, towns and one user for every role, through the actions of the administrators. */
import { addOrganisation } from '../corridors/people/actions/organisations.js';
import { givePost } from '../corridors/people/actions/posts.js';
import { addRegion } from '../corridors/people/actions/regions.js';
import { createUser } from '../corridors/people/actions/users.js';
import type { MadeOffice } from '../corridors/people/makeOffice.js';
import { permissionsOf, type Role, roleTable } from '../corridors/people/roles.js';
import { type Action, perform } from '../forms/action.js';
import type { Actor, House } from '../forms/house.js';
import { newId } from '../store/ids.js';
import type { DemonstrationDistrict } from './district.js';

const since = '2020-01-01';

export interface DemonstrationUser {
  readonly role: Role;
  readonly title: string;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
}

/** Acts for a person who has just been made: whoever builds a demonstration is all of them. */
export class Builder {
  constructor(
    readonly house: House,
    readonly office: MadeOffice,
  ) {}

  actor(
    user: { readonly role: Role; readonly userId: string; readonly name: string },
    reach: Actor['reach'] = { kind: 'office' },
  ): Actor {
    const now = this.house.now();
    return {
      ...{
        officeId: this.office.officeId,
        userId: user.userId,
        name: user.name,
        roles: [user.role],
        permissions: permissionsOf([user.role]),
      },
      ...{
        reach,
        organisationId: this.office.organisationId,
        sessionId: newId(now.getTime()),
        secondFactor: true,
        provedAt: now,
      },
    };
  }

  administrator(role: 'system_admin' | 'security_admin'): Actor {
    const own = this.office.firstSecrets.find((one) => one.role === role);
    if (own === undefined) throw new Error(`a new office has no ${role}`);
    return this.actor({ role, userId: own.userId, name: roleTable[role].title }, { kind: 'none' });
  }

  act<Input, Output>(actor: Actor, action: Action<Input, Output>, input: Input): Promise<Output> {
    const origin = { ip: 'local', requestId: newId(this.house.now().getTime()) };
    return perform(action, action.input.parse(input), { house: this.house, actor, origin });
  }
}

export interface MadePlaces {
  readonly towns: ReadonlyMap<string, string>;
}

/** 镇街、村 — by name. */
export async function buildPlaces(builder: Builder, district: DemonstrationDistrict): Promise<MadePlaces> {
  const admin = builder.administrator('system_admin');
  const towns = new Map<string, string>();
  for (const [sort, town] of district.towns.entries()) {
    const common = { kind: 'town' as const, sort, from: since };
    const { regionId } = await builder.act(admin, addRegion, {
      parentId: builder.office.rootRegionId,
      name: town.name,
      code: town.code,
      ...common,
    });
    towns.set(town.name, regionId);
    for (const [at, village] of town.villages.entries())
      await builder.act(admin, addRegion, {
        parentId: regionId,
        kind: 'village',
        name: village.name,
        code: village.code,
        sort: at,
        from: since,
      });
  }
  return { towns };
}

const departments: readonly (readonly [name: string, short: string])[] = [
  ['税务局', '税务'],
  ['自然资源局', '资规'],
  ['供电公司', '供电'],
  ['统计局', '统计'],
  ['生态环境局', '生态'],
  ['应急管理局', '应急'],
  ['科技局', '科技'],
  ['市场监督管理局', '市监'],
  ['发展和改革局', '发改'],
];

interface Wanted {
  readonly role: Role;
  readonly login: string;
  readonly name: string;
  readonly organisationId?: string;
  readonly regionId?: string;
}

export interface MadePeople {
  readonly users: DemonstrationUser[];
  /** Departments and town offices by name. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** Departments, town offices, and one person for every post that is not an administrator's or an enterprise's. */
export async function buildPeople(builder: Builder, { towns }: MadePlaces): Promise<MadePeople> {
  const admin = builder.administrator('system_admin');
  const organisations = new Map<string, string>();
  for (const [sort, [name, shortName]] of departments.entries()) {
    const made = await builder.act(admin, addOrganisation, {
      name,
      shortName,
      kind: 'department',
      regionId: null,
      sort: sort + 1,
    });
    organisations.set(name, made.organisationId);
  }
  for (const [sort, [town, regionId]] of [...towns].entries()) {
    const shortName = town.replace(/(?:街道|镇|乡)$/, '');
    const made = await builder.act(admin, addOrganisation, {
      name: `${town}办事处`,
      shortName,
      kind: 'area_office',
      regionId,
      sort: sort + 50,
    });
    organisations.set(town, made.organisationId);
  }
  const [firstTown] = towns;
  const tax = organisations.get('税务局');
  const town = firstTown === undefined ? undefined : organisations.get(firstTown[0]);
  const wanted: readonly Wanted[] = [
    { role: 'lead_clerk', login: 'qiantou', name: '牵头办 经办' },
    { role: 'lead_head', login: 'fuze', name: '牵头办 负责人' },
    { role: 'department_officer', login: 'shuiwu', name: '税务局 数据员', ...(tax === undefined ? {} : { organisationId: tax }) },
    {
      ...{ role: 'area_officer', login: 'zhenjie', name: `${firstTown?.[0] ?? '镇街'} 经办` },
      ...(firstTown === undefined || town === undefined ? {} : { organisationId: town, regionId: firstTown[1] }),
    },
    { role: 'leader', login: 'lingdao', name: '分管领导' },
    { role: 'outside_auditor', login: 'shenjiju', name: '审计局 审计员' },
  ];
  const users: DemonstrationUser[] = builder.office.firstSecrets.map(({ role, userId, login }) => ({
    ...{ role, title: roleTable[role].title, userId, login, name: roleTable[role].title },
  }));
  for (const one of wanted) users.push(await makeUser(builder, one));
  return { users, organisations };
}

export async function makeUser(builder: Builder, wanted: Wanted & { readonly subjectId?: string }): Promise<DemonstrationUser> {
  const { role, login, name, organisationId, regionId, subjectId } = wanted;
  const account = {
    login,
    name,
    organisationId: organisationId ?? (subjectId === undefined ? builder.office.organisationId : null),
  };
  const { userId } = await builder.act(builder.administrator('system_admin'), createUser, account);
  await builder.act(builder.administrator('security_admin'), givePost, {
    ...{ userId, role, from: since, reason: '演示' },
    ...(regionId === undefined ? {} : { regionId }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(role === 'department_officer' && organisationId !== undefined ? { organisationId } : {}),
  });
  return { role, title: roleTable[role].title, userId, login, name };
}

/** A further enterprise for who already acts for one. */
export const givePostOn = (builder: Builder, userId: string, subjectId: string): Promise<unknown> =>
  builder.act(builder.administrator('security_admin'), givePost, {
    ...{ userId, role: 'enterprise_user', from: since, reason: '演示', subjectId },
  });
