/** 数据分级 — what each column of this folder's tables holds. @source trust R37 */
import { commercial, type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { RegistryTables } from './tables.js';

const key = plain('标识、关联与版本');
const identity = plain('认定评价对象');
// Of natural persons and workshops the name is a person's.
const naming = personal('认定评价对象；自然人和个体户的名称是个人信息');
const address = personal('认定属地；自然人和个体户的地址是个人信息');
const place = plain('属地与四地');
const standing = plain('经营状态、行业、规模、称号、过渡期');
const relation = commercial('关联企业与合并评价');
const land = commercial('用地核算');
const lessor = personal('出租方名称，可能是个人');
const rent = commercial('厂房租金', '重要');
const promise = commercial('用地合同履约监管');
const meter = commercial('用电用水分摊与差别化价格执行');
const rule = plain('用地口径');
const contact = personal('联系企业');
const present = personal('用地核查在场人员');
const request = plain('企业对登记的更正申请');
const remark = personal('备注，可能提到人');

export const registryColumns = {
  register_import: {
    ...{ office_id: key, import_id: key, number: key, kind: key, file_id: key, sha256: key, file_name: key, made_at: key },
    ...{ made_by: personal('导入人'), made_by_name: personal('导入人'), look_job_id: key, run_job_id: key, action_id: key },
    ...{ outcome: commercial('导入的结果和例子'), findings: commercial('导入的疑点，含表中的值') },
    ...{ good_rows_only: key, done_at: key, undone_at: key, undo_job_id: key },
    undo_blocked: personal('不能撤销导入的缘由，含企业名称和经办人'),
  },
  subject: {
    ...{ office_id: key, region_id: key, version: key, subject_id: key, kind: identity },
    ...{ name: naming, name_key: identity, core_key: identity, pinyin: identity, initials: identity },
    ...{ credit_code: identity, industry_code: identity, scale: identity, status: identity, park_id: key },
    ...{ address: address, founded_on: identity, production_from: identity, ended_on: identity, note: remark },
    ...{ merged_into: identity, created_at: identity, updated_at: identity },
  },
  subject_term: {
    office_id: key,
    term: naming,
    subject_id: key,
  },
  subject_identifier: {
    ...{ office_id: key, region_id: key, version: key, from: identity, until: identity },
    ...{ subject_id: key, identifier_id: key, kind: identity, value: identity, note: remark },
  },
  subject_name: {
    ...{ office_id: key, region_id: key, version: key, from: identity, until: identity },
    ...{ subject_id: key, name_id: key, name: naming, name_key: identity, basis: remark },
  },
  subject_place: {
    ...{ office_id: key, region_id: key, version: key, from: place, until: place },
    ...{ subject_id: key, place_id: key, role: place, place_region_id: key, outside: place },
    ...{ address: place, state: place, basis: remark, note: remark },
  },
  subject_status: {
    ...{ office_id: key, region_id: key, version: key, from: standing, until: standing },
    ...{ subject_id: key, status_id: key, kind: standing, basis: remark },
  },
  subject_industry: {
    ...{ office_id: key, region_id: key, version: key, from: standing, until: standing },
    ...{ subject_id: key, industry_id: key, code: standing, name: standing, basis: remark },
  },
  subject_scale: {
    ...{ office_id: key, region_id: key, version: key, scale_id: key, subject_id: key },
    ...{ year: standing, scale: standing, entered_on: standing, left_on: standing, basis: remark },
  },
  subject_title: {
    ...{ office_id: key, region_id: key, version: key, from: standing, until: standing },
    ...{ subject_id: key, title_id: key, name: standing, level: standing, document: standing },
  },
  transition_period: {
    ...{ office_id: key, region_id: key, version: key, from: standing, until: standing },
    ...{ subject_id: key, transition_period_id: key, kind: standing, basis: remark, extended_until: standing },
    ...{ extension_basis: standing, meanwhile: standing },
  },
  subject_contact: {
    ...{ office_id: key, region_id: key, version: key, from: contact, until: contact },
    ...{ subject_id: key, contact_id: key, role: contact, name_masked: contact, name_sealed: contact },
    ...{ phone_masked: contact, phone_sealed: contact },
  },
  subject_relation: {
    ...{ office_id: key, region_id: key, version: key, from: relation, until: relation },
    ...{ subject_id: key, relation_id: key, other_id: key, kind: relation, share_percent: relation },
    ...{ basis: remark },
  },
  park_profile: {
    ...{ office_id: key, region_id: key, version: key, from: standing, until: standing },
    ...{ subject_id: key, park_profile_id: key, level: standing, operator: standing, leading_industries: standing },
    ...{ planned_area_sqm: land, built_area_sqm: land, opened_on: standing, star_rating: standing, rated_on: standing },
    ...{ facilities: standing, note: remark },
  },
  merged_evaluation: {
    ...{ office_id: key, region_id: key, version: key, from: relation, until: relation },
    ...{ subject_id: key, merged_evaluation_id: key, name: relation, state: relation, applied_on: relation },
    ...{ application: remark, decided_on: relation, decided_by: relation, decision_number: relation, dissolved_because: remark },
  },
  merged_evaluation_member: {
    ...{ office_id: key, region_id: key, version: key, merged_evaluation_id: key, subject_id: key },
    ...{ share_percent: relation },
  },
  parcel: {
    ...{ office_id: key, region_id: key, version: key, from: land, until: land },
    ...{ parcel_id: key, holder_id: key, park_id: key, number: land, certificate_no: land },
    ...{ location: land, use: land, tenure: land, site_kind: land, idle_kind: land },
    ...{ idle_since: land, measure_group: land, vacated_on: land, later_use: land, certificate_area_sqm: land },
    ...{ actual_area_sqm: land, supplied_area_sqm: land, surveyed_area_sqm: land, build_state: land, completion_due: land },
    ...{ acquired_on: land, note: remark, updated_at: land },
  },
  building: {
    ...{ office_id: key, region_id: key, version: key, from: land, until: land },
    ...{ building_id: key, parcel_id: key, holder_id: key, name: land, floors: land },
    ...{ floor_area_sqm: land, tall_floor_area_sqm: land, floor_height_m: land, floor_list: land, built_on: land },
    ...{ note: remark },
  },
  land_contract: {
    ...{ office_id: key, region_id: key, version: key, land_contract_id: key, parcel_id: key },
    ...{ subject_id: key, kind: promise, number: promise, signed_on: promise, investment_promised_wan_yuan: promise },
    ...{
      output_promised_wan_yuan: promise,
      tax_promised_wan_yuan: promise,
      tax_promised_wan_yuan_per_mu: promise,
      start_due: promise,
      started_on: promise,
    },
    ...{
      completion_due: promise,
      completed_on: promise,
      production_due: promise,
      production_accepted_on: promise,
      breach_letter_number: promise,
    },
    ...{ breach_letter_on: promise, breach: remark, penalty_yuan: promise, penalty_paid_on: promise, idle_found_on: promise },
    ...{ idle_disposal: promise, idle_disposed_on: promise, note: remark },
  },
  occupancy: {
    ...{ office_id: key, region_id: key, version: key, from: land, until: land },
    ...{ subject_id: key, occupancy_id: key, kind: land, parcel_id: key, building_id: key },
    ...{ counterpart_id: key, counterpart_name: lessor, lessor_kind: land, lease_id: key, parent_lease_id: key },
    ...{ contract_no: land, share_percent: land, land_area_sqm: land, floor_area_sqm: land, floor_height_m: land },
    ...{ rent_yuan_per_sqm_month: rent, transferred_on: land, note: remark },
  },
  meter: {
    ...{ office_id: key, region_id: key, version: key, from: meter, until: meter },
    ...{ subject_id: key, meter_id: key, kind: meter, account: meter, address: meter },
    ...{ voltage: meter, note: remark },
  },
  meter_share: {
    ...{ office_id: key, region_id: key, version: key, from: meter, until: meter },
    ...{ subject_id: key, meter_share_id: key, meter_id: key, share_percent: meter, basis: meter },
    ...{ note: meter },
  },
  survey: {
    ...{ office_id: key, region_id: key, version: key, survey_id: key, subject_id: key },
    ...{ parcel_id: key, number: land, state: land, surveyed_on: land, method: land },
    ...{ third_party: land, present_sealed: present, points: land, sketch_file_id: key, areas: land },
    ...{ conclusion: remark, disputed: land, signed_on: land, signed_code: land, scan_file_id: key },
  },
  subject_correction: {
    ...{ office_id: key, region_id: key, version: key, correction_id: key, subject_id: key, topic: request },
    ...{ words: remark, state: request, asked_at: request, asked_by: personal('谁代表企业提出'), answer: remark },
    ...{ answered_at: request, answered_by: personal('谁答复'), answered_for: request },
  },
  region_claim: {
    ...{ office_id: key, claim_id: key, subject_id: key, subject_name: naming, role: place },
    ...{ from_region_id: key, to_region_id: key, address: place, state: place, from: place },
    ...{ basis: remark, note: remark, proposed_at: place, decided_at: place, version: key },
  },
  land_rule: {
    ...{ office_id: key, land_rule_id: key, year: rule, mu_divisor: rule, round_to: rule },
    ...{ round_by: rule, basis: rule, months_by: rule, floor_per_mu: rule, excess: rule },
    ...{ method: rule, collective: rule, overdue_after_months: rule, sum_check: rule, clause: rule },
    ...{ version: key },
  },
} satisfies LabelsOf<RegistryTables>;
