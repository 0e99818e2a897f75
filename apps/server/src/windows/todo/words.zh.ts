/** 待办的用语 — the checks in few words, as one line of 待办 counts them. */
import type { CheckKind } from '../../rooms/registry/kinds.js';

export const checkWords: Readonly<Record<CheckKind, string>> = {
  occupancy_overlaps: '用地起止重叠',
  parcel_over_let: '宗地超量出租',
  building_over_let: '厂房超量出租',
  parcel_sum: '宗地合计不符',
  lease_without_parent: '转租缺上级租约',
  lease_one_sided: '租赁仅一方登记',
  lease_without_contract: '租赁缺合同',
  occupancy_expired: '租期已过',
  transition_ends: '过渡期将满',
  title_ends: '称号将到期',
  meter_over_shared: '共用表分摊超百',
  contract_overdue: '合同约定逾期',
  subject_without_code: '缺信用代码',
  subject_without_region: '缺所属区域',
  place_disputed: '属地有争议',
};
