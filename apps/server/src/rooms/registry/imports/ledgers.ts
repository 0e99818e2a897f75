/** 户号、分摊、称号导入 — meters by account, who shares them, titles with their spans. */
import type { TitleLevel } from '../kinds.js';
import { rowsByColumn } from '../queries/imports.js';
import type { Row } from '../queries/rows.js';
import type { FileRow } from './file.js';
import { dayAfter, holderOf } from './land.js';
import type { Plan } from './plan.js';
import { scaleOf } from './subjects.js';
import { SubjectIndex } from './whose.js';

const meters = { table: 'meter', idColumn: 'meter_id' };
const shares = { table: 'meter_share', idColumn: 'meter_share_id' };
const titles = { table: 'subject_title', idColumn: 'title_id' };

/** Rows with 分摊比例 say who shares a meter, the others whose it is. */
export async function planMeters(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const index = await SubjectIndex.of(plan.importing, rows);
  const accounts = rows.flatMap((row) => row.text('account') ?? []);
  const standing = await rowsByColumn(tx, actor.officeId, { table: 'meter', column: 'account', values: accounts });
  const known = new Map(standing.map((row) => [String(row.account), row]));
  const split = new Map<string, number>();
  for await (const at of plan.through(rows)) {
    const account = at.text('account');
    if (account === null) {
      plan.refuse('import_value_missing', at, { what: '户号' }, 'account');
      continue;
    }
    const subject = holderOf(plan, index, at);
    if (subject === undefined) continue;
    const share = at.number('share');
    if (share === null) addMeter(plan, at, { account, subject, known });
    else addShare(plan, at, { account, subject, share, meter: known.get(account), split });
  }
}

interface Metered {
  readonly account: string;
  readonly subject: Row;
}
const ownColumns = (plan: Plan, subject: Row): Row => ({
  ...{ office_id: plan.importing.actor.officeId, region_id: subject.region_id, version: 1, subject_id: subject.subject_id },
});

function addMeter(plan: Plan, at: FileRow, { account, subject, known }: Metered & { readonly known: Map<string, Row> }): void {
  if (known.has(account)) {
    plan.unchanged++;
    return;
  }
  const row: Row = {
    ...{ ...ownColumns(plan, subject), meter_id: plan.newId(), kind: 'power', account, address: at.text('address') },
    ...{ voltage: at.text('voltage'), note: null, from: null, until: null },
  };
  plan.make(meters, row);
  known.set(account, row);
  plan.touched.add(String(subject.subject_id));
  plan.added++;
  plan.example(at.row, String(subject.name), `户号 ${account}`);
}

function addShare(
  plan: Plan,
  at: FileRow,
  {
    account,
    subject,
    share,
    meter,
    split,
  }: Metered & { readonly share: number; readonly meter: Row | undefined; readonly split: Map<string, number> },
): void {
  const sum = (split.get(account) ?? 0) + share;
  if (meter === undefined) plan.refuse('import_subject_unknown', at, { name: `户号 ${account}` }, 'account');
  else if (share <= 0 || sum > 100) plan.refuse('import_share_over', at, { account }, 'share');
  else {
    split.set(account, sum);
    plan.make(shares, {
      ...{
        ...ownColumns(plan, subject),
        meter_share_id: plan.newId(),
        meter_id: meter.meter_id,
        share_percent: share.toFixed(4),
      },
      ...{ basis: 'agreed', note: null, from: at.text('share_from'), until: null },
    });
    plan.added++;
    plan.example(at.row, String(subject.name), `分摊户号 ${account} 的 ${share}%`);
  }
}

const levels: readonly (readonly [RegExp, TitleLevel])[] = [
  [/国家/, 'national'],
  [/省/, 'provincial'],
  [/市/, 'city'],
];

export async function planTitles(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const index = await SubjectIndex.of(plan.importing, rows);
  const words = rows.flatMap((row) => row.text('title') ?? []);
  const standing = await rowsByColumn(tx, actor.officeId, { table: 'subject_title', column: 'name', values: words });
  const seen = new Set(standing.map((row) => `${String(row.subject_id)} ${String(row.name)} ${String(row.from)}`));
  for await (const at of plan.through(rows)) {
    const name = at.text('title');
    if (name === null) plan.refuse('import_value_missing', at, { what: '称号名称' }, 'title');
    const subject = name === null ? undefined : holderOf(plan, index, at);
    if (name === null || subject === undefined) continue;
    const [from, until] = [at.text('valid_from'), dayAfter(at.text('valid_to'))];
    const key = `${String(subject.subject_id)} ${name} ${String(from)}`;
    if (seen.has(key)) plan.unchanged++;
    else if (from !== null && until !== null && until <= from)
      plan.refuse('import_period_wrong', at, { from, until }, 'valid_to');
    else {
      seen.add(key);
      const level = levels.find(([word]) => word.test(at.text('level') ?? ''))?.[1] ?? 'county';
      plan.make(titles, {
        ...ownColumns(plan, subject),
        title_id: plan.newId(),
        name,
        level,
        document: at.text('document'),
        from,
        until,
      });
      plan.added++;
      plan.example(at.row, String(subject.name), name);
    }
  }
}

const scales = { table: 'subject_scale', idColumn: 'scale_id' };

/** 规上名单 — by year, with the days of coming in and going out. */
export async function planScales(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const index = await SubjectIndex.of(plan.importing, rows);
  const known = new Map<string, Row>();
  for (const row of await rowsByColumn(tx, actor.officeId, {
    table: 'subject_scale',
    column: 'scale',
    values: ['above', 'below'],
  }))
    known.set(`${String(row.subject_id)} ${String(row.year)}`, row);
  for await (const at of plan.through(rows)) {
    const given = scaleOf(at);
    if (given === null) plan.refuse('import_value_missing', at, { what: '年度或规模' }, 'scale');
    const subject = given === null ? undefined : holderOf(plan, index, at);
    if (given === null || subject === undefined) continue;
    const key = `${String(subject.subject_id)} ${given.year}`;
    const set = { scale: given.scale, entered_on: at.text('entered_on'), left_on: at.text('left_on') };
    const row = known.get(key);
    const subjectId = String(subject.subject_id);
    if (row === undefined) {
      const made = { ...ownColumns(plan, subject), scale_id: plan.newId(), year: given.year, ...set, basis: null };
      plan.make(scales, made);
      known.set(key, made);
      plan.added++;
      plan.touched.add(subjectId);
    } else if (row.scale === set.scale && row.entered_on === set.entered_on && row.left_on === set.left_on) plan.unchanged++;
    else {
      plan.change(scales, row, set);
      plan.changed++;
      plan.touched.add(subjectId);
    }
  }
}
