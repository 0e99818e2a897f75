/** 台账列名 — the columns of registers and ledgers that are no facts of a subject and year, with the words that departments use. */
import type { Unit } from '@muheng/quantity';
import type { Term, TermType } from '@muheng/sheets';

/** What the joining needs to know of a fact; a `FactRule` of a scheme is one. */
export interface FactTerm {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly type: TermType;
  /** Working unit: joined values are in it. */
  readonly unit: Unit;
  /** 提供部门. */
  readonly from?: string;
  readonly plausible?: readonly [number, number];
  readonly mustBe: 'positive' | 'not_negative' | 'any';
}

type Row = readonly [id: string, term: string, ...also: string[]];

const texts: readonly Row[] = [
  ['former_name', '曾用名', '原名称', '曾用名称'],
  ['former_code', '曾用代码', '原统一社会信用代码', '原代码'],
  ['certificate_number', '不动产权证号', '不动产权证书号', '土地证号'],
  ['building_state', '建设状态', '建设情况'],
  ['contract', '合同编号', '租赁合同编号', '合同号'],
  ['head_contract', '上级合同编号'],
  ['meter_number', '户号', '用电户号', '电表户号', '客户编号'],
  ['title_name', '称号名称', '荣誉名称', '称号'],
  ['title_level', '级别', '称号级别'],
  ['event_kind', '事件类型', '事件类别'],
  ['event_level', '事件等级'],
  ['list_name', '名单名称'],
  ['matter', '决定事项'],
  ['decided_by', '审定机构'],
  ['decision_number', '决定文号'],
  ['grade_before', '历年评定', '评价结果', '评价类别', '综合评价类别', '评定类别', '审定类别'],
];
const dates: readonly Row[] = [
  ['cancelled_on', '注销日期', '注销时间'],
  ['registered_on', '登记日期', '登记时间', '取得日期'],
  ['completion_due', '约定竣工日期', '约定竣工时间'],
  ['lease_from', '租赁起', '起租日期', '租期起', '租赁期限-起'],
  ['lease_to', '租赁止', '止租日期', '租期止', '租赁期限-止'],
  ['share_from', '起始日期', '开始日期'],
  ['valid_from', '有效期起', '认定日期', '起始日'],
  ['valid_to', '有效期止', '到期日期', '截止日'],
  ['event_date', '事件日期', '发生日期', '日期'],
  ['decision_date', '决定日期'],
  ['listed_from', '列入日期'],
  ['listed_to', '移出日期'],
];
/** 常见范围 of one row of a ledger in ㎡, so wide that only another unit leaves it. */
const plausible: Readonly<Record<string, readonly [number, number]>> = {
  allotted_land: [20, 2_000_000],
  supplied_area: [100, 5_000_000],
  certificate_land: [100, 5_000_000],
  surveyed_land: [100, 5_000_000],
  floor_space: [100, 5_000_000],
  leased_floor_space: [20, 2_000_000],
};
const numbers: readonly (readonly [id: string, term: string, unit: string, ...also: string[]])[] = [
  ['ownership_share', '共有份额', '%', '共有比例', '份额'],
  ['supplied_area', '供地面积', '㎡', '出让面积'],
  ['floor_height', '层高', '米', '厂房层高'],
  ['allotted_land', '分摊用地面积', '㎡', '折算用地面积'],
  ['rent', '租金', '元/(㎡·月)', '租金单价'],
  ['meter_share', '分摊比例', '%', '转供比例', '分摊份额'],
  ['title_count', '件数', '项'],
  ['event_count', '事件数量', '次'],
  ['event_area', '事件面积', '㎡'],
];

const plain =
  (type: TermType) =>
  ([id, term, ...also]: Row): Term => ({ id, term, also, type });

export const ledgerTerms: readonly Term[] = [
  ...texts.map(plain('text')),
  ...dates.map(plain('date')),
  ...numbers.map(([id, term, unit, ...also]): Term => {
    const range = plausible[id];
    const one: Term = { id, term, also, type: 'number', unit, mustBe: 'not_negative' };
    return range === undefined ? one : { ...one, plausible: range };
  }),
  {
    id: 'credit_code',
    term: '统一社会信用代码',
    also: ['权利人证件号', '证件号', '承租方信用代码', '实际用电方信用代码', '用电方信用代码', '权利人证件号码'],
    type: 'text',
  },
  {
    id: 'enterprise_name',
    term: '企业名称',
    also: ['承租方', '承租人', '承租企业', '实际用电方', '权利人名称', '土地使用权人', '权利人'],
    type: 'text',
  },
];

/**
 * 部门文件的列名词汇 — all that columns of department files may be, for `readTables`. `needed`: facts that something is made of; a cell of
 * another fact that cannot be read rejects no row.
 */
export const departmentTerms = (facts: Iterable<FactTerm>, needed?: ReadonlySet<string>): readonly Term[] => [
  ...Array.from(facts, (fact): Term => {
    const term = termOf(fact);
    return needed === undefined || needed.has(fact.id) ? term : { ...term, unused: true };
  }),
  ...ledgerTerms,
];

/** Facts of the catalogue that the joining reads whatever a scheme wants: who a subject is; land and power out of their ledgers. */
export const factsOfJoining = {
  register: ['scale', 'town', 'founded_on'],
  land: ['landlord', 'parcel_number', 'certificate_land', 'surveyed_land', 'floor_space', 'leased_in_land', 'leased_floor_space'],
  power: ['power_used'],
} as const;

const termOf = (fact: FactTerm): Term => ({
  id: fact.id,
  term: fact.term,
  also: fact.also,
  type: fact.type,
  mustBe: fact.mustBe,
  ...(fact.type === 'number' && fact.unit.text !== '' ? { unit: fact.unit.text } : {}),
  ...plausibleOf(fact),
});

/** In a ledger no row is zero, and a fact that is in 亩 for the scheme has no range in ㎡. */
function plausibleOf({ id, unit, plausible: own }: FactTerm): { readonly plausible?: readonly [number, number] } {
  const range = unit.text === '㎡' ? (plausible[id] ?? own) : own;
  return range === undefined ? {} : { plausible: range };
}
