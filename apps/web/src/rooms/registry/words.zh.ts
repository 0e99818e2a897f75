/** 登记用语 — the official word for every kind that the contract knows; a kind without a word does not compile. */
import type { Answer, Item, Query } from '../../api/ask.js';

type Subject = Item<'listSubjects'>;
type Full = Answer<'getSubject'>;
type Parcel = Item<'listParcels'>;
type Words<Kind extends string> = Readonly<Record<Kind, string>>;

export const kindWords: Words<Subject['kind']> = {
  enterprise: '工业企业',
  workshop: '作坊（个体工商户）',
  person: '自然人工业户',
  land_holder: '非工业用地单位',
  park: '园区',
  small_park: '小微企业园',
  town: '镇街',
  department: '部门',
};

export const statusWords: Words<Subject['status']> = {
  normal: '正常',
  stopped: '停产',
  cancelled: '注销',
  revoked: '吊销',
  moved_out: '迁出',
  moved_in: '迁入保护',
  relocating: '政策性搬迁',
  restructuring: '破产重整',
  seized: '司法查封',
  mortgaged: '抵押',
  abnormal_taxpayer: '非正常户',
  lost: '失联',
  secret: '涉密',
};

export const blockWords: Words<Full['subject']['blocks'][number]> = {
  evaluation: '不列入评价',
  transfer: '不得分割转让、过户',
  purchase: '不得收购储备',
  delivery: '文书送达需另行安排',
  disclosure: '数据不得录入和公开',
};

export const scaleWords: Words<NonNullable<Subject['scale']>> = { above: '规上', below: '规下' };

export const identifierWords: Words<Full['identifiers'][number]['kind']> = {
  credit_code: '统一社会信用代码',
  old_org_code: '原组织机构代码',
  old_licence_no: '原营业执照注册号',
  tax_no: '纳税人识别号',
  statistics_code: '统计单位代码',
  power_account: '用电户号',
  water_account: '用水户号',
  gas_account: '用气户号',
  meter: '表计编号',
  other: '其他编号',
};

export const placeWords: Words<Full['places'][number]['role']> = {
  registered: '注册地',
  producing: '生产地',
  taxed: '税收入库地',
  counted: '统计在库地',
};

export const claimWords: Words<Full['places'][number]['state']> = {
  claimed: '已认领',
  proposed: '待对方认领（划转中）',
  disputed: '有争议',
  refused: '不予认领',
  ended: '已划出',
};

export const titleLevelWords: Words<Full['titles'][number]['level']> = {
  national: '国家级',
  provincial: '省级',
  city: '市级',
  county: '县级',
};

export const transitionWords: Words<Full['transitions'][number]['kind']> = {
  start_up: '新投产过渡期',
  relocation: '政策性搬迁',
  improvement: '提升期',
  restructuring: '破产重整期',
  other: '其他过渡期',
};

export const contactWords: Words<Full['contacts'][number]['role']> = {
  legal_representative: '法定代表人',
  head: '负责人',
  liaison: '联络员',
  finance: '财务',
  statistics: '统计',
  land: '用地厂房',
};

export const relationWords: Words<Full['relations'][number]['kind']> = {
  parent: '母公司',
  same_controller: '同一实际控制人',
  same_site: '同一厂区',
  service_split: '分设的服务公司',
  branch: '分支机构',
  other: '其他关联',
};

export const tenureWords: Words<Parcel['tenure']> = {
  granted: '出让',
  allocated: '划拨',
  leased: '租赁',
  collective: '集体建设用地',
  invested: '作价出资（入股）',
  none: '无合法用地手续',
};

export const landUseWords: Words<Parcel['use']> = {
  industrial: '工业用地',
  storage: '仓储用地',
  innovation: '创新型产业用地',
  other: '其他用地',
};

export const siteWords: Words<NonNullable<Parcel['siteKind']>> = {
  in_park: '园区内',
  merged_town_cluster: '撤并集镇工业集聚点',
  village_cluster: '村级工业集聚点',
  natural_village: '自然村落',
  scattered: '零星分布',
};

export const idleWords: Words<NonNullable<Parcel['idleKind']>> = {
  approved_not_supplied: '批而未供',
  supplied_not_used: '供而未用',
  used_not_full: '用而未尽',
  built_not_invested: '建而未投',
  invested_not_reached: '投而未达标',
};

export const measureWords: Words<NonNullable<Parcel['measureGroup']>> = {
  revive: '盘活一批',
  improve: '提升一批',
  move: '搬迁入园一批',
  merge: '整合一批',
  close: '关停淘汰一批',
  govern: '三治',
  reduce: '三减',
  raise: '三提升',
};

export const buildWords: Words<Parcel['buildState']> = {
  not_started: '未开工',
  under_construction: '在建',
  built: '已建成',
  demolished: '已拆除',
};

export const contractWords: Words<Full['contracts'][number]['kind']> = {
  grant: '土地出让合同',
  standard_land: '“标准地”使用协议',
  supervision: '投资监管协议',
};

export const occupancyWords: Words<Full['occupancies'][number]['kind']> = {
  own: '自有',
  in: '承租',
  out: '出租',
  collective: '集体',
};

export const lessorWords: Words<NonNullable<Full['occupancies'][number]['lessorKind']>> = {
  company: '企业',
  village_factory: '村二厂（村集体）',
  person: '个人',
  civilian_house: '民用房',
  small_park: '小微企业园',
  state_owned: '国有平台',
  unknown: '不明',
};

export const meterWords: Words<Full['meters'][number]['kind']> = { power: '电', water: '水', gas: '气', heat: '热' };

export const splitWords: Words<Full['meterShares'][number]['basis']> = {
  sub_meter: '分表计量',
  agreed: '双方约定',
  floor_area: '按面积分摊',
  estimated: '估算',
};

export const mergedWords: Words<Full['merged'][number]['state']> = {
  applied: '已申请',
  approved: '已同意',
  refused: '不同意',
  dissolved: '已解除',
};

export const timeLineWords: Words<Answer<'getEnterprisePage'>['timeLine'][number]['kind']> = {
  life: '沿革',
  land: '用地',
  title: '称号',
  status: '状态',
  change: '登记变更',
};
export const partyWords: Words<Answer<'getSurveySheet'>['signers'][number]['party']> = {
  enterprise: '企业',
  area: '镇街、园区',
  land: '自然资源部门',
  surveyor: '测绘单位',
  other: '其他在场人员',
};
export const surveyWords: Words<Full['surveys'][number]['state']> = { drawn: '待签字', signed: '已签字', void: '作废' };

export const checkWords: Words<Item<'listChecks'>['kind']> = {
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

export const duplicateWords: Words<Item<'listDuplicates'>['kind']> = {
  same_name: '名称相同',
  same_core_name: '去掉“有限公司”等后名称相同',
  same_certificate: '不动产权证号相同',
  same_account: '同一户号',
};

export const importWords: Words<Query<'beginImport'>['kind']> = {
  subjects: '企业名单',
  parcels: '宗地',
  leases: '租赁关系',
  meters: '户号',
  titles: '称号',
  scales: '规上规下',
};

export const importStateWords: Words<Item<'listImports'>['state']> = {
  looking: '正在试运行',
  looked: '等您决定',
  failed: '试运行没有完成',
  running: '正在导入',
  done: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
};

export const correctionTopicWords: Words<Item<'listCorrections'>['topic']> = {
  basic: '基本情况',
  places: '四地',
  land: '用地',
  meters: '户号',
  titles: '称号和过渡期',
  survey: '用地核查单',
  other: '其他',
};

export const correctionStateWords: Words<Item<'listCorrections'>['state']> = {
  open: '待核实',
  corrected: '已更正',
  declined: '维持登记',
};
