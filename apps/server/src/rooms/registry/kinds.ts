/** 种类 — every closed list of the register with its official words; a kind without a word does not compile. */

export const subjectKinds = [
  'enterprise',
  'workshop',
  'person',
  'land_holder',
  'park',
  'small_park',
  'town',
  'department',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const subjectKindTitles: Readonly<Record<SubjectKind, string>> = {
  enterprise: '工业企业',
  workshop: '作坊（个体工商户）',
  person: '自然人工业户',
  land_holder: '非工业用地单位',
  park: '园区',
  small_park: '小微企业园',
  town: '镇街',
  department: '部门',
};

export const identifierKinds = [
  'credit_code',
  'old_org_code',
  'old_licence_no',
  'tax_no',
  'statistics_code',
  'power_account',
  'water_account',
  'gas_account',
  'meter',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export const identifierKindTitles: Readonly<Record<IdentifierKind, string>> = {
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

/** 四地 — where it is registered, produces, pays tax, is counted. */
export const placeRoles = ['registered', 'producing', 'taxed', 'counted'] as const;
export type PlaceRole = (typeof placeRoles)[number];
export const placeRoleTitles: Readonly<Record<PlaceRole, string>> = {
  registered: '注册地',
  producing: '生产地',
  taxed: '税收入库地',
  counted: '统计在库地',
};

export const claimStates = ['claimed', 'proposed', 'disputed', 'refused', 'ended'] as const;
export type ClaimState = (typeof claimStates)[number];
export const claimStateTitles: Readonly<Record<ClaimState, string>> = {
  claimed: '已认领',
  proposed: '待对方认领（划转中）',
  disputed: '有争议',
  refused: '不予认领',
  ended: '已划出',
};

/** What a status stops elsewhere: rooms to the right ask for it. */
export const statusBlocks = ['evaluation', 'transfer', 'purchase', 'delivery', 'disclosure'] as const;
export type StatusBlock = (typeof statusBlocks)[number];

export const statusKinds = [
  'normal',
  'stopped',
  'cancelled',
  'revoked',
  'moved_out',
  'moved_in',
  'relocating',
  'restructuring',
  'seized',
  'mortgaged',
  'abnormal_taxpayer',
  'lost',
  'secret',
] as const;
export type StatusKind = (typeof statusKinds)[number];
export interface StatusRow {
  readonly title: string;
  /** Of several at once, the one that a list shows: highest first; 0 never shows in place of another. */
  readonly weight: number;
  readonly blocks: readonly StatusBlock[];
}
export const statusTable: Readonly<Record<StatusKind, StatusRow>> = {
  normal: { title: '正常', weight: 0, blocks: [] },
  stopped: { title: '停产', weight: 5, blocks: [] },
  cancelled: { title: '注销', weight: 12, blocks: ['evaluation', 'transfer', 'delivery'] },
  revoked: { title: '吊销', weight: 11, blocks: ['evaluation', 'transfer', 'delivery'] },
  moved_out: { title: '迁出', weight: 10, blocks: ['evaluation'] },
  moved_in: { title: '迁入保护', weight: 1, blocks: [] },
  relocating: { title: '政策性搬迁', weight: 6, blocks: [] },
  restructuring: { title: '破产重整', weight: 9, blocks: ['transfer'] },
  seized: { title: '司法查封', weight: 8, blocks: ['transfer', 'purchase'] },
  mortgaged: { title: '抵押', weight: 2, blocks: [] },
  abnormal_taxpayer: { title: '非正常户', weight: 7, blocks: ['delivery'] },
  lost: { title: '失联', weight: 6, blocks: ['delivery'] },
  secret: { title: '涉密', weight: 13, blocks: ['evaluation', 'disclosure'] },
};

export const scales = ['above', 'below'] as const;
export type Scale = (typeof scales)[number];
export const scaleTitles: Readonly<Record<Scale, string>> = { above: '规上', below: '规下' };

export const titleLevels = ['national', 'provincial', 'city', 'county'] as const;
export type TitleLevel = (typeof titleLevels)[number];
export const titleLevelTitles: Readonly<Record<TitleLevel, string>> = {
  national: '国家级',
  provincial: '省级',
  city: '市级',
  county: '县级',
};

export const transitionKinds = ['start_up', 'relocation', 'improvement', 'restructuring', 'other'] as const;
export type TransitionKind = (typeof transitionKinds)[number];
export const transitionKindTitles: Readonly<Record<TransitionKind, string>> = {
  start_up: '新投产过渡期',
  relocation: '政策性搬迁',
  improvement: '提升期',
  restructuring: '破产重整期',
  other: '其他过渡期',
};

export const enterpriseContactRoles = ['legal_representative', 'head', 'liaison', 'finance', 'statistics', 'land'] as const;
export type EnterpriseContactRole = (typeof enterpriseContactRoles)[number];
export const enterpriseContactRoleTitles: Readonly<Record<EnterpriseContactRole, string>> = {
  legal_representative: '法定代表人',
  head: '负责人',
  liaison: '联络员',
  finance: '财务',
  statistics: '统计',
  land: '用地厂房',
};

/** 更正申请 — what an enterprise says about its own record, by the part of the record it is about. */
export const correctionTopics = ['basic', 'places', 'land', 'meters', 'titles', 'survey', 'other'] as const;
export type CorrectionTopic = (typeof correctionTopics)[number];
export const correctionTopicTitles: Readonly<Record<CorrectionTopic, string>> = {
  basic: '基本情况',
  places: '四地',
  land: '用地',
  meters: '户号',
  titles: '称号和过渡期',
  survey: '用地核查单',
  other: '其他',
};

export const correctionStates = ['open', 'corrected', 'declined'] as const;
export type CorrectionState = (typeof correctionStates)[number];
export const correctionStateTitles: Readonly<Record<CorrectionState, string>> = {
  open: '待核实',
  corrected: '已更正',
  declined: '维持登记',
};

export const relationKinds = ['parent', 'same_controller', 'same_site', 'service_split', 'branch', 'other'] as const;
export type RelationKind = (typeof relationKinds)[number];
export const relationKindTitles: Readonly<Record<RelationKind, string>> = {
  parent: '母公司',
  same_controller: '同一实际控制人',
  same_site: '同一厂区',
  service_split: '分设的服务公司',
  branch: '分支机构',
  other: '其他关联',
};

export const tenures = ['granted', 'allocated', 'leased', 'collective', 'invested', 'none'] as const;
export type Tenure = (typeof tenures)[number];
export const tenureTitles: Readonly<Record<Tenure, string>> = {
  granted: '出让',
  allocated: '划拨',
  leased: '租赁',
  collective: '集体建设用地',
  invested: '作价出资（入股）',
  none: '无合法用地手续',
};

export const landUses = ['industrial', 'storage', 'innovation', 'other'] as const;
export type LandUse = (typeof landUses)[number];
export const landUseTitles: Readonly<Record<LandUse, string>> = {
  industrial: '工业用地',
  storage: '仓储用地',
  innovation: '创新型产业用地',
  other: '其他用地',
};

/** 所在区块 — @source xiuzhou-2020-22 二(一), XZ-10. */
export const siteKinds = ['in_park', 'merged_town_cluster', 'village_cluster', 'natural_village', 'scattered'] as const;
export type SiteKind = (typeof siteKinds)[number];
export const siteKindTitles: Readonly<Record<SiteKind, string>> = {
  in_park: '园区内',
  merged_town_cluster: '撤并集镇工业集聚点',
  village_cluster: '村级工业集聚点',
  natural_village: '自然村落',
  scattered: '零星分布',
};

/** 五未土地 — five ways of lying idle. */
export const idleKinds = [
  'approved_not_supplied',
  'supplied_not_used',
  'used_not_full',
  'built_not_invested',
  'invested_not_reached',
] as const;
export type IdleKind = (typeof idleKinds)[number];
export const idleKindTitles: Readonly<Record<IdleKind, string>> = {
  approved_not_supplied: '批而未供',
  supplied_not_used: '供而未用',
  used_not_full: '用而未尽',
  built_not_invested: '建而未投',
  invested_not_reached: '投而未达标',
};

/** 措施分组 — 五个一批、三治三减三提升: which group of measures a parcel is counted under. */
export const measureGroups = ['revive', 'improve', 'move', 'merge', 'close', 'govern', 'reduce', 'raise'] as const;
export type MeasureGroup = (typeof measureGroups)[number];
export const measureGroupTitles: Readonly<Record<MeasureGroup, string>> = {
  revive: '盘活一批',
  improve: '提升一批',
  move: '搬迁入园一批',
  merge: '整合一批',
  close: '关停淘汰一批',
  govern: '三治',
  reduce: '三减',
  raise: '三提升',
};

export const buildStates = ['not_started', 'under_construction', 'built', 'demolished'] as const;
export type BuildState = (typeof buildStates)[number];
export const buildStateTitles: Readonly<Record<BuildState, string>> = {
  not_started: '未开工',
  under_construction: '在建',
  built: '已建成',
  demolished: '已拆除',
};

export const contractKinds = ['grant', 'standard_land', 'supervision'] as const;
export type ContractKind = (typeof contractKinds)[number];
export const contractKindTitles: Readonly<Record<ContractKind, string>> = {
  grant: '土地出让合同',
  standard_land: '“标准地”使用协议',
  supervision: '投资监管协议',
};

export const occupancyKinds = ['own', 'in', 'out', 'collective'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];
/** The words that the engine's land stage reads. */
export const occupancyKindTitles: Readonly<Record<OccupancyKind, string>> = {
  own: '自有',
  in: '承租',
  out: '出租',
  collective: '集体',
};

export const lessorKinds = [
  'company',
  'village_factory',
  'person',
  'civilian_house',
  'small_park',
  'state_owned',
  'unknown',
] as const;
export type LessorKind = (typeof lessorKinds)[number];
export const lessorKindTitles: Readonly<Record<LessorKind, string>> = {
  company: '企业',
  village_factory: '村二厂（村集体）',
  person: '个人',
  civilian_house: '民用房',
  small_park: '小微企业园',
  state_owned: '国有平台',
  unknown: '不明',
};

export const meterKinds = ['power', 'water', 'gas', 'heat'] as const;
export type MeterKind = (typeof meterKinds)[number];
export const meterKindTitles: Readonly<Record<MeterKind, string>> = { power: '电', water: '水', gas: '气', heat: '热' };

export const splitBases = ['sub_meter', 'agreed', 'floor_area', 'estimated'] as const;
export type SplitBasis = (typeof splitBases)[number];
export const splitBasisTitles: Readonly<Record<SplitBasis, string>> = {
  sub_meter: '分表计量',
  agreed: '双方约定',
  floor_area: '按面积分摊',
  estimated: '估算',
};

export const mergedStates = ['applied', 'approved', 'refused', 'dissolved'] as const;
export type MergedState = (typeof mergedStates)[number];
export const mergedStateTitles: Readonly<Record<MergedState, string>> = {
  applied: '已申请',
  approved: '已同意',
  refused: '不同意',
  dissolved: '已解除',
};

export const surveyStates = ['drawn', 'signed', 'void'] as const;
export type SurveyState = (typeof surveyStates)[number];
export const surveyStateTitles: Readonly<Record<SurveyState, string>> = { drawn: '待签字', signed: '已签字', void: '作废' };

/** 签字各方 — whose hand is on a survey sheet. */
export const surveyParties = ['enterprise', 'area', 'land', 'surveyor', 'other'] as const;

export const checkKinds = [
  'occupancy_overlaps',
  'parcel_over_let',
  'building_over_let',
  'parcel_sum',
  'lease_without_parent',
  'lease_one_sided',
  'lease_without_contract',
  'occupancy_expired',
  'transition_ends',
  'title_ends',
  'meter_over_shared',
  'contract_overdue',
  'subject_without_code',
  'subject_without_region',
  'place_disputed',
] as const;
export type CheckKind = (typeof checkKinds)[number];

export const duplicateKinds = ['same_name', 'same_core_name', 'same_certificate', 'same_account'] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];
export const duplicateKindTitles: Readonly<Record<DuplicateKind, string>> = {
  same_name: '名称相同',
  same_core_name: '去掉“有限公司”等后名称相同',
  same_certificate: '不动产权证号相同',
  same_account: '同一户号',
};
