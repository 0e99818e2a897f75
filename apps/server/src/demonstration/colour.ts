/** 演示中的各种情况 — a few enterprises in each state that an office meets, so that no page of the register is empty. */
import { businessDay } from '../forms/day.js';
import type { Actor } from '../forms/house.js';
import { decideClaimAction, proposeMoveAction } from '../rooms/registry/actions/claims.js';
import { addContactAction } from '../rooms/registry/actions/contacts.js';
import { ledgerActions } from '../rooms/registry/actions/ledgers.js';
import { applyMergedAction } from '../rooms/registry/actions/merged.js';
import { editParcelAction } from '../rooms/registry/actions/parcels.js';
import type { SubjectItem } from '../rooms/registry/contract.js';
import { readParcels, readSubjects } from '../rooms/registry/reads/lists.js';
import { laterBy } from '../rooms/registry/reads/subjectPage.js';
import type { LedgerName } from '../rooms/registry/shapes.js';
import { readInScope } from '../store/scope.js';
import type { Builder } from './people.js';

/** Enterprises above the scale line, in good standing, by name. */
export const subjectsOf = (builder: Builder, clerk: Actor, limit: number): Promise<SubjectItem[]> =>
  readInScope(builder.house.store, clerk, async (tx) => {
    const page = await readSubjects(
      { tx, house: builder.house, actor: clerk },
      { kind: 'enterprise', status: 'normal', scale: 'above', sort: 'name', limit },
    );
    return page.items;
  });

export async function addColour(builder: Builder, clerk: Actor): Promise<void> {
  const subjects = await subjectsOf(builder, clerk, 40);
  const today = businessDay(builder.house.now());
  const add = (name: LedgerName, fields: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const actions = ledgerActions.get(name);
    return actions === undefined ? Promise.resolve() : builder.act(clerk, actions.add, fields);
  };
  const at = (index: number): string | undefined => subjects[index]?.subjectId;
  const statuses = [
    ['mortgaged', '不动产抵押登记'],
    ['seized', '法院执行裁定书'],
    ['restructuring', '破产重整受理裁定'],
    ['stopped', '企业停产报告'],
    ['abnormal_taxpayer', '税务认定非正常户'],
    ['relocating', '政策性搬迁补偿协议'],
  ] as const;
  for (const [index, [kind, basis]] of statuses.entries()) {
    const subjectId = at(index + 1);
    if (subjectId !== undefined) await add('status', { subjectId, kind, basis, from: laterBy(today, -200) });
  }
  for (const [index, days] of [20, 45, 300].entries()) {
    const subjectId = at(index + 10);
    if (subjectId === undefined) continue;
    const span = { from: laterBy(today, days - 1095), until: laterBy(today, days) };
    await add('transition', {
      subjectId,
      kind: 'start_up',
      basis: '新投产企业三年过渡期',
      meanwhile: '参加评价，不列 D 类',
      ...span,
    });
  }
  await contacts(builder, clerk, subjects);
  await landMatters(builder, clerk, { add, today });
  const [lead, second] = [at(15), at(16)];
  if (lead !== undefined && second !== undefined) {
    await add('relation', { subjectId: lead, otherId: second, kind: 'same_controller', basis: '股权登记' });
    const members = [
      { subjectId: lead, sharePercent: '60' },
      { subjectId: second, sharePercent: '40' },
    ];
    await builder.act(clerk, applyMergedAction, {
      name: `${subjects[15]?.name ?? ''}等`,
      leadId: lead,
      members,
      appliedOn: laterBy(today, -10),
    });
  }
  await claims(builder, clerk, { subjects, today });
}

async function contacts(builder: Builder, clerk: Actor, subjects: readonly SubjectItem[]): Promise<void> {
  for (const [index, { subjectId }] of subjects.slice(0, 6).entries())
    await builder.act(clerk, addContactAction, { subjectId, role: 'liaison', name: '演示联络员', phone: `1390000000${index}` });
}

/** Promises of supplied land, one overdue; kinds of sites and of idle land; a survey. @source LH-19, XZ-10 */
async function landMatters(
  builder: Builder,
  clerk: Actor,
  {
    add,
    today,
  }: { readonly add: (name: LedgerName, fields: Readonly<Record<string, unknown>>) => Promise<unknown>; readonly today: string },
): Promise<void> {
  const { house } = builder;
  const { items } = await readInScope(house.store, clerk, (tx) =>
    readParcels({ tx, house, actor: clerk }, { sort: 'area', limit: 12 }),
  );
  const sites = ['in_park', 'merged_town_cluster', 'village_cluster', 'natural_village', 'scattered'] as const;
  const idle = ['supplied_not_used', 'used_not_full', 'built_not_invested', 'invested_not_reached'] as const;
  for (const [index, { parcelId, holderId, version, number, certificateAreaSqm }] of items.entries()) {
    const kinds = {
      siteKind: sites[index % sites.length],
      ...(index < 4 ? { idleKind: idle[index], idleSince: laterBy(today, -500) } : {}),
    };
    await builder.act(clerk, editParcelAction, { parcelId, version, ...kinds });
    if (index >= 5 || holderId === null || holderId === undefined) continue;
    await add('contract', {
      ...{
        subjectId: holderId,
        parcelId,
        kind: index % 2 === 0 ? 'standard_land' : 'grant',
        number: `演示工业出让〔${today.slice(0, 4)}〕${index + 1}号`,
      },
      ...{ signedOn: laterBy(today, -900), investmentPromisedWanYuan: '12000', taxPromisedWanYuanPerMu: '30' },
      ...{
        startDue: laterBy(today, -800),
        startedOn: laterBy(today, -790),
        completionDue: laterBy(today, index < 2 ? -90 : 200),
      },
      ...{ productionDue: laterBy(today, index < 2 ? 90 : 500) },
    });
    if (index === 0)
      await add('survey', {
        ...{
          subjectId: holderId,
          parcelId,
          number: `核查〔${today.slice(0, 4)}〕1号`,
          surveyedOn: laterBy(today, -30),
          method: '现场测量',
        },
        ...{
          areas: {
            certificateSqm: certificateAreaSqm ?? null,
            actualSqm: certificateAreaSqm ?? null,
            suppliedSqm: null,
            illegalSqm: null,
          },
        },
        ...{ conclusion: `宗地 ${number} 四至与证载一致。`, disputed: false },
      });
  }
}

/** Two claims between towns: one waits, one is disputed. */
async function claims(
  builder: Builder,
  clerk: Actor,
  { subjects, today }: { readonly subjects: readonly SubjectItem[]; readonly today: string },
): Promise<void> {
  const towns = [...new Set(subjects.flatMap(({ regionId }) => regionId ?? []))];
  const [first, second] = [subjects[20], subjects[21]];
  for (const [index, subject] of [first, second].entries()) {
    const toRegionId = towns.find((region) => region !== subject?.regionId);
    if (subject === undefined || toRegionId === undefined) continue;
    const claim = {
      subjectId: subject.subjectId,
      role: 'producing' as const,
      toRegionId,
      from: today,
      basis: '厂房搬迁，生产地变更',
    };
    const { claimId } = await builder.act(clerk, proposeMoveAction, claim);
    if (index === 1)
      await builder.act(clerk, decideClaimAction, { claimId, step: 'dispute', note: '税收入库地未变更', version: 1 });
  }
}
