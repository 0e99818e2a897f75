/** 企业名单导入 — a row makes a subject with its identifiers, industry, former names, status and legal representative, or changes a known one. */

import { seal } from '../../../forms/seal.js';
import { maskName, sealPurpose } from '../actions/contacts.js';
import { same, subjectTable } from '../changes.js';
import { industryTable } from '../industries.js';
import type { Scale } from '../kinds.js';
import { holdersOfCodes } from '../queries/imports.js';
import type { Row } from '../queries/rows.js';
import { seeingWholeOffice } from '../queries/subjects.js';
import { nameColumns } from '../subjectState.js';
import { nameKeyOf, termsOf } from '../terms.js';
import type { FileRow } from './file.js';
import type { Plan } from './plan.js';
import { type Places, placesOf } from './regions.js';
import { codeIn, SubjectIndex } from './whose.js';

const identifiers = { table: 'subject_identifier', idColumn: 'identifier_id' };
const industries = { table: 'subject_industry', idColumn: 'industry_id' };
const statuses = { table: 'subject_status', idColumn: 'status_id' };
const formerNames = { table: 'subject_name', idColumn: 'name_id' };
const contacts = { table: 'subject_contact', idColumn: 'contact_id' };
const scalesTable = { table: 'subject_scale', idColumn: 'scale_id' };

interface Given {
  readonly at: FileRow;
  readonly name: string;
  readonly code: string | undefined;
  readonly regionId: string | null;
  readonly parkId: string | null;
  readonly industry: string | null;
  readonly address: string | null;
  readonly foundedOn: string | null;
  readonly productionFrom: string | null;
  readonly endedOn: string | null;
  readonly cancelled: boolean;
  readonly scale: { readonly year: number; readonly scale: Scale } | null;
}

export async function planSubjects(plan: Plan, rows: readonly FileRow[]): Promise<void> {
  const { tx, actor } = plan.importing;
  const places = await placesOf(plan.importing);
  const index = await SubjectIndex.of(plan.importing, rows);
  const codes = rows.flatMap((row) => codeIn(row, 'credit_code') ?? []);
  const elsewhere =
    actor.reach.kind === 'office'
      ? new Set<string>()
      : new Set(
          (await seeingWholeOffice(tx, actor.reach, () => holdersOfCodes(tx, actor.officeId, codes)))
            .filter(({ live }) => live)
            .map(({ value }) => value),
        );
  const seen = new Set<string>();
  for await (const at of plan.through(rows)) {
    const given = givenOf(plan, at, places);
    if (given === undefined) continue;
    const key = given.code ?? nameKeyOf(given.name);
    if (seen.has(key)) {
      plan.unchanged++;
      continue;
    }
    seen.add(key);
    const whose = index.whose(at);
    if (whose.how === 'several') plan.refuse('import_subject_ambiguous', at, { name: given.name }, 'enterprise_name');
    else if (whose.how === 'name' && given.code !== undefined && whose.subject.credit_code !== null) addSubject(plan, given);
    else if (whose.how !== 'nobody' && whose.subject.status === 'secret')
      plan.refuse('import_subject_secret', at, { name: given.name });
    else if (whose.how !== 'nobody') changeSubject(plan, whose.subject, given);
    else if (given.code !== undefined && elsewhere.has(given.code))
      plan.refuse('import_taken_elsewhere', at, { code: given.code }, 'credit_code');
    else addSubject(plan, given);
  }
}

const cancelledWords = /注销|吊销|迁出/;

/** What a row says; undefined when it cannot be taken, and that is told. */
function givenOf(plan: Plan, at: FileRow, places: Places): Given | undefined {
  const name = at.text('enterprise_name');
  if (name === null) {
    plan.refuse('import_name_missing', at, {}, 'enterprise_name');
    return undefined;
  }
  const region = at.text('region');
  const regionId = region === null ? null : places.region(region);
  if (regionId === undefined) {
    plan.refuse('import_region_unknown', at, { region: region ?? '' }, 'region');
    return undefined;
  }
  if (regionId === null ? !places.reaches('') : !places.reaches(regionId)) {
    plan.refuse('import_region_outside', at, { region: region ?? '（未填）' }, 'region');
    return undefined;
  }
  const industry = industryOf(at.text('industry_code'));
  if (industry !== null && (industryTable().get(industry)?.level ?? 0) < 2) {
    plan.refuse('import_industry_wrong', at, { code: industry }, 'industry_code');
    return undefined;
  }
  const park = at.text('park');
  return {
    ...{
      at,
      name,
      code: codeIn(at, 'credit_code'),
      regionId,
      parkId: park === null ? null : (places.park(park) ?? null),
      industry,
    },
    ...{
      address: at.text('address'),
      foundedOn: at.text('founded_on'),
      productionFrom: at.text('production_from'),
      endedOn: at.text('ended_on'),
    },
    ...{ cancelled: cancelledWords.test(at.text('state') ?? ''), scale: scaleOf(at) },
  };
}

/** 3829 of a ledger is C3829: mining is B06–B12, manufacturing C13–C43, supply D44–D46. */
function industryOf(written: string | null): string | null {
  if (written === null || !/^\d{2,4}$/.test(written)) return written?.toUpperCase() ?? null;
  const division = Number(written.slice(0, 2));
  const letter =
    division >= 6 && division <= 12 ? 'B' : division >= 13 && division <= 43 ? 'C' : division >= 44 && division <= 46 ? 'D' : '';
  return `${letter}${written}`;
}

export function scaleOf(at: FileRow): { readonly year: number; readonly scale: Scale } | null {
  const [written, year] = [at.text('scale'), Number(at.text('year') ?? Number.NaN)];
  if (written === null || !Number.isInteger(year)) return null;
  if (/规上|^是$/.test(written)) return { year, scale: 'above' };
  return /规下|^否$/.test(written) ? { year, scale: 'below' } : null;
}

function addSubject(plan: Plan, given: Given): void {
  const { officeId } = plan.importing.actor;
  const { at, name, code, industry } = given;
  const subjectId = plan.newId();
  const now = plan.importing.house.now();
  const own = { office_id: officeId, region_id: given.regionId, version: 1, subject_id: subjectId };
  const former = wordsOf(at.text('former_name'));
  const formerCodes = wordsOf(at.text('former_code'));
  const numbers = [...(code === undefined ? [] : [code]), ...formerCodes];
  plan.make(subjectTable, {
    ...{
      ...own,
      kind: /个体/.test(at.text('kind') ?? '') ? 'workshop' : 'enterprise',
      ...nameColumns(name),
      credit_code: code ?? null,
    },
    ...{
      industry_code: industry,
      scale: given.scale?.scale ?? null,
      status: given.cancelled ? 'cancelled' : 'normal',
      park_id: given.parkId,
    },
    ...{ address: given.address, founded_on: given.foundedOn, production_from: given.productionFrom, ended_on: given.endedOn },
    ...{ note: null, merged_into: null, created_at: now, updated_at: now },
  });
  const identifier = (kind: string, value: string, until: string | null): void =>
    plan.make(identifiers, {
      ...own,
      identifier_id: plan.newId(),
      kind,
      value,
      note: null,
      from: until === null ? given.foundedOn : null,
      until,
    });
  if (code !== undefined) identifier('credit_code', code, null);
  for (const value of formerCodes) identifier('credit_code', value, plan.today);
  for (const [term, kind] of [
    ['tax_number', 'tax_no'],
    ['power_account', 'power_account'],
  ] as const) {
    const value = at.text(term);
    if (value === null || value === code) continue;
    identifier(kind, value, null);
    numbers.push(value);
  }
  for (const one of former)
    plan.make(formerNames, {
      ...own,
      name_id: plan.newId(),
      name: one,
      name_key: nameKeyOf(one),
      basis: '登记信息',
      from: null,
      until: null,
    });
  if (industry !== null)
    plan.make(industries, {
      ...own,
      industry_id: plan.newId(),
      code: industry,
      name: at.text('industry_name'),
      basis: null,
      from: given.foundedOn,
      until: null,
    });
  if (given.cancelled) plan.make(statuses, cancelledRow(plan, given, own));
  if (given.scale !== null)
    plan.make(scalesTable, { ...own, scale_id: plan.newId(), ...given.scale, entered_on: null, left_on: null, basis: null });
  const person = at.text('legal_representative');
  if (person !== null)
    plan.make(contacts, {
      ...{ ...own, contact_id: plan.newId(), role: 'legal_representative', name_masked: maskName(person) },
      ...{
        name_sealed: seal(plan.importing.house, sealPurpose.name, person),
        phone_masked: null,
        phone_sealed: null,
        from: null,
        until: null,
      },
    });
  for (const term of termsOf({ name, formerNames: former, numbers }))
    plan.terms.push({ office_id: officeId, term, subject_id: subjectId });
  plan.added++;
  plan.example(at.row, name, '新登记');
}

const cancelledRow = (plan: Plan, given: Given, own: Row): Row => ({
  ...{ ...own, status_id: plan.newId(), kind: 'cancelled', basis: '登记信息', from: given.endedOn, until: null },
});

/** Blank cells say nothing: they change nothing. */
function changeSubject(plan: Plan, subject: Row, given: Given): void {
  const { at, name } = given;
  const own = { office_id: subject.office_id, region_id: subject.region_id, version: 1, subject_id: subject.subject_id };
  const set: Record<string, unknown> = {};
  const what: string[] = [];
  const field = (column: string, value: string | null, words: string): void => {
    if (value === null || same(column, subject[column] ?? null, value)) return;
    set[column] = value;
    what.push(words);
  };
  field('address', given.address, '地址');
  field('founded_on', given.foundedOn, '成立日期');
  field('production_from', given.productionFrom, '投产日期');
  field('ended_on', given.endedOn, '终止日期');
  field('park_id', given.parkId, '园区');
  if (given.code !== undefined && subject.credit_code === null) {
    plan.make(identifiers, {
      ...own,
      identifier_id: plan.newId(),
      kind: 'credit_code',
      value: given.code,
      note: null,
      from: null,
      until: null,
    });
    what.push('统一社会信用代码');
  }
  if (nameKeyOf(String(subject.name)) !== nameKeyOf(name)) {
    plan.tell('import_name_differs', at, { code: given.code ?? '', before: String(subject.name), now: name }, 'enterprise_name');
    plan.make(formerNames, {
      ...own,
      name_id: plan.newId(),
      name: subject.name,
      name_key: subject.name_key,
      basis: '导入更名',
      from: null,
      until: plan.today,
    });
    Object.assign(set, nameColumns(name));
    what.push('名称');
  }
  if (given.industry !== null && given.industry !== subject.industry_code) {
    plan.make(industries, {
      ...own,
      industry_id: plan.newId(),
      code: given.industry,
      name: at.text('industry_name'),
      basis: '导入',
      from: plan.today,
      until: null,
    });
    what.push('行业');
  }
  if (given.cancelled && subject.status !== 'cancelled') {
    plan.make(statuses, cancelledRow(plan, given, own));
    what.push('经营状态');
  }
  const { regionId } = given;
  if (regionId !== null && regionId !== subject.region_id) {
    plan.moves.push({ subject, regionId });
    what.push('属地');
  }
  if (what.length === 0) {
    plan.unchanged++;
    return;
  }
  plan.change(subjectTable, subject, set);
  plan.touched.add(String(subject.subject_id));
  plan.changed++;
  plan.example(at.row, name, `修改：${what.join('、')}`);
}

const wordsOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/[、，,;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && !/^[/\-无]$/.test(word));
