/** Tables of this folder; migration 0100_registry makes them. Dates are `2025-03-01`, half-open; numerics are texts; instants are `Date`. */
import type { ColumnType } from 'kysely';
import type {
  ClaimState,
  CorrectionState,
  CorrectionTopic,
  EnterpriseContactRole,
  IdentifierKind,
  MergedState,
  PlaceRole,
  RelationKind,
  Scale,
  StatusKind,
  SubjectKind,
  TitleLevel,
  TransitionKind,
} from './kinds.js';
import type {
  BuildingTable,
  LandContractTable,
  LandRuleTable,
  MeterShareTable,
  MeterTable,
  OccupancyTable,
  ParcelTable,
  SurveyTable,
} from './landTables.js';

import type { OfSubject, Own } from './tableShapes.js';

export interface SubjectTable extends Own {
  subject_id: string;
  kind: SubjectKind;
  name: string;
  /** `matchText` of the name; without 有限公司 and the like. */
  name_key: string;
  core_key: string;
  pinyin: string;
  initials: string;
  /** Of the live credit code, the newest industry and scale, the weightiest open status: kept by the actions. */
  credit_code: string | null;
  industry_code: string | null;
  scale: Scale | null;
  status: StatusKind;
  park_id: string | null;
  address: string | null;
  founded_on: string | null;
  production_from: string | null;
  ended_on: string | null;
  note: string | null;
  merged_into: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface SubjectTermTable {
  office_id: string;
  term: string;
  subject_id: string;
}

export interface SubjectIdentifierTable extends OfSubject {
  identifier_id: string;
  kind: IdentifierKind;
  value: string;
  note: string | null;
}

/** 曾用名 — until the day of the change. */
export interface SubjectNameTable extends OfSubject {
  name_id: string;
  name: string;
  name_key: string;
  basis: string | null;
}

export interface SubjectPlaceTable extends OfSubject {
  place_id: string;
  role: PlaceRole;
  place_region_id: string | null;
  /** Name of a place outside the office's regions. */
  outside: string | null;
  address: string | null;
  state: ClaimState;
  basis: string | null;
  note: string | null;
}

export interface SubjectStatusTable extends OfSubject {
  status_id: string;
  kind: StatusKind;
  basis: string | null;
}

export interface SubjectIndustryTable extends OfSubject {
  industry_id: string;
  /** GB/T 4754, e.g. C3829. */
  code: string;
  name: string | null;
  basis: string | null;
}

export interface SubjectScaleTable extends Own {
  scale_id: string;
  subject_id: string;
  year: number;
  scale: Scale;
  /** 入库、退库. */
  entered_on: string | null;
  left_on: string | null;
  basis: string | null;
}

export interface SubjectTitleTable extends OfSubject {
  title_id: string;
  name: string;
  level: TitleLevel;
  document: string | null;
}

export interface TransitionPeriodTable extends OfSubject {
  transition_period_id: string;
  kind: TransitionKind;
  basis: string;
  extended_until: string | null;
  extension_basis: string | null;
  /** What applies meanwhile. */
  meanwhile: string | null;
}

export interface SubjectContactTable extends OfSubject {
  contact_id: string;
  role: EnterpriseContactRole;
  name_masked: string;
  name_sealed: Buffer;
  phone_masked: string | null;
  phone_sealed: Buffer | null;
}

export interface SubjectRelationTable extends OfSubject {
  relation_id: string;
  other_id: string;
  kind: RelationKind;
  share_percent: string | null;
  basis: string | null;
}

/** 园区情况 — of a park or small park, itself a subject. */
export interface ParkProfileTable extends OfSubject {
  park_profile_id: string;
  level: TitleLevel;
  operator: string | null;
  leading_industries: string | null;
  planned_area_sqm: string | null;
  built_area_sqm: string | null;
  opened_on: string | null;
  star_rating: number | null;
  rated_on: string | null;
  facilities: string | null;
  note: string | null;
}

/** 合并评价 — `subject_id` leads. */
export interface MergedEvaluationTable extends OfSubject {
  merged_evaluation_id: string;
  name: string;
  state: MergedState;
  applied_on: string;
  application: string | null;
  decided_on: string | null;
  decided_by: string | null;
  decision_number: string | null;
  dissolved_because: string | null;
}

export interface MergedEvaluationMemberTable extends Own {
  merged_evaluation_id: string;
  subject_id: string;
  share_percent: string | null;
}

/** 更正申请 — by the enterprise about its own record. */
export interface SubjectCorrectionTable extends Own {
  correction_id: string;
  subject_id: string;
  topic: CorrectionTopic;
  words: string;
  state: CorrectionState;
  asked_at: Date;
  asked_by: string;
  answer: string | null;
  answered_at: Date | null;
  /** Name of the officer, as it was then. */
  answered_by: string | null;
  /** Name of the officer's unit, as it was then. */
  answered_for: string | null;
}

/** 属地划转. */
export interface RegionClaimTable {
  office_id: string;
  claim_id: string;
  subject_id: string;
  subject_name: string;
  role: PlaceRole;
  from_region_id: string | null;
  to_region_id: string;
  address: string | null;
  state: ClaimState;
  from: string;
  basis: string;
  note: string | null;
  proposed_at: Date;
  decided_at: Date | null;
  version: number;
}

export * from './landTables.js';

/** 导入 — a file given to be imported, from the trial to the run. */
export interface RegisterImportTable {
  office_id: string;
  import_id: string;
  /** 第几次导入, counted in the office. */
  number: number;
  kind: string;
  file_id: string;
  /** Of the file: the same one is told again. */
  sha256: string;
  file_name: string;
  made_by: string;
  made_by_name: string;
  made_at: Date;
  look_job_id: string;
  /** What the trial said, then what the run did. */
  outcome: Json;
  /** All of them, for the list to download. */
  findings: Json;
  run_job_id: string | null;
  good_rows_only: boolean;
  /** The action that wrote it; null until then. */
  action_id: string | null;
  done_at: Date | null;
  undone_at: Date | null;
  /** The job that takes or took it back, the newest. */
  undo_job_id: string | null;
  /** What stood in its way. */
  undo_blocked: Json;
}

type Json = ColumnType<unknown, string | null, string | null>;

export interface RegistryTables {
  register_import: RegisterImportTable;
  subject: SubjectTable;
  subject_term: SubjectTermTable;
  subject_identifier: SubjectIdentifierTable;
  subject_name: SubjectNameTable;
  subject_place: SubjectPlaceTable;
  subject_status: SubjectStatusTable;
  subject_industry: SubjectIndustryTable;
  subject_scale: SubjectScaleTable;
  subject_title: SubjectTitleTable;
  transition_period: TransitionPeriodTable;
  subject_contact: SubjectContactTable;
  subject_relation: SubjectRelationTable;
  park_profile: ParkProfileTable;
  merged_evaluation: MergedEvaluationTable;
  merged_evaluation_member: MergedEvaluationMemberTable;
  parcel: ParcelTable;
  building: BuildingTable;
  land_contract: LandContractTable;
  occupancy: OccupancyTable;
  meter: MeterTable;
  meter_share: MeterShareTable;
  survey: SurveyTable;
  subject_correction: SubjectCorrectionTable;
  region_claim: RegionClaimTable;
  land_rule: LandRuleTable;
}
