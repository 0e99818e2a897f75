/** 演示的年度 — the calendar of the work year under way, what the departments are to do by when, and the district's own papers. */
import { makeDocumentAction } from '../corridors/documents/actions/documents.js';
import { editCycleAction, makeCycleAction, markStageAction } from '../corridors/year/actions/cycles.js';
import { makeTaskAction } from '../corridors/year/actions/tasks.js';
import { findCycle, listStages } from '../corridors/year/queries/cycles.js';
import type { Actor } from '../forms/house.js';
import { readInScope } from '../store/scope.js';
import type { Builder } from './people.js';

interface Wanted {
  readonly dataYear: number;
  readonly organisations: ReadonlyMap<string, string>;
}

export async function buildYear(builder: Builder, clerk: Actor, { dataYear, organisations }: Wanted): Promise<void> {
  const cycleId = await buildCycle(builder, clerk, dataYear);
  await buildTasks(builder, clerk, { cycleId, organisations, year: dataYear + 1 });
  await buildDocuments(builder, clerk, dataYear);
}

/** Lead and supporters, one of them late. @source ALL-6 */
async function buildTasks(
  builder: Builder,
  clerk: Actor,
  {
    cycleId,
    organisations,
    year,
  }: { readonly cycleId: string; readonly organisations: ReadonlyMap<string, string>; readonly year: number },
): Promise<void> {
  const tasks = [
    ['核实规上企业税收数据的单位，逐列书面确认', '税务局', ['统计局'], '04-18'],
    ['实测面积与证载面积不符的宗地现场核查', '自然资源局', ['发展和改革局'], '05-09'],
    ['核对转供电户号和分摊比例', '供电公司', ['市场监督管理局'], '05-16'],
  ] as const;
  for (const [title, lead, supporters, last] of tasks) {
    const leadOrganisationId = organisations.get(lead);
    if (leadOrganisationId === undefined) continue;
    await builder.act(clerk, makeTaskAction, {
      ...{ title, clause: '演示区综合评价工作方案 三、任务分工', cycleId, leadOrganisationId, lastDay: `${year}-${last}` },
      supporterIds: supporters.flatMap((name) => organisations.get(name) ?? []),
    });
  }
}

/** Papers of the invented district only: nobody's law. @source ALL-7 */
async function buildDocuments(builder: Builder, clerk: Actor, dataYear: number): Promise<void> {
  const common = {
    issuer: '演示区人民政府办公室',
    standing: 'in_force' as const,
    supersededBy: null,
    reviewDueOn: null,
    source: '演示',
  };
  const note = '虚构的文件，只供演示';
  await builder.act(clerk, makeDocumentAction, {
    ...{ ...common, note, kind: 'rule', number: `演政办〔${dataYear - 1}〕8号`, title: '演示区工业企业资源集约利用综合评价办法' },
    ...{ issuedOn: `${dataYear - 1}-03-20`, effectiveFrom: `${dataYear - 1}-04-20`, effectiveUntil: `${dataYear + 2}-04-20` },
    clauses: [
      { path: '第三条', text: '用地面积按自有加承租减出租计算，按月折算。' },
      { path: '第八条', text: '评价结果分为 A、B、C、D 四类；企业对评价数据有异议的，可以在确认期内提出。' },
    ],
  });
  await builder.act(clerk, makeDocumentAction, {
    ...{
      ...common,
      note,
      kind: 'plan',
      number: `演亩均办〔${dataYear + 1}〕1号`,
      title: `${dataYear}年度工业企业综合评价工作方案`,
    },
    ...{ issuedOn: `${dataYear + 1}-01-10`, effectiveFrom: `${dataYear + 1}-01-10`, effectiveUntil: null, clauses: [] },
  });
}

/** 年度安排 — the calendar that 通州湾 prints: data by 31 March, evaluation by 31 May, lists by 30 June, acceptance by 31 December. @source TZ-9 */
async function buildCycle(builder: Builder, clerk: Actor, dataYear: number): Promise<string> {
  const year = dataYear + 1;
  const stage = (
    kind: 'collection' | 'confirmation' | 'pre_evaluation' | 'appeal' | 'decision' | 'lists' | 'acceptance',
    name: string,
    [first, last]: readonly [string, string],
  ) => ({
    ...{ kind, name, firstDay: `${year}-${first}`, lastDay: `${year}-${last}`, leadOrganisationId: null, duties: [] },
  });
  const fields = {
    name: `${dataYear}年度工业企业综合评价`,
    subjectKind: 'enterprise' as const,
    dataYear,
    workYear: year,
    policyFrom: null,
    policyUntil: null,
  };
  const { cycleId } = await builder.act(clerk, makeCycleAction, {
    ...fields,
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
  const cycle = await readInScope(house.store, clerk, (tx) => findCycle(tx, office.officeId, cycleId));
  if (cycle !== undefined)
    await builder.act(clerk, editCycleAction, { ...fields, cycleId, version: cycle.version, state: 'running' });
  return cycleId;
}
