/** Tables of land: parcels, buildings, contracts, occupancy, meters, surveys, the rule by which land is counted. */
import type {
  BuildState,
  ContractKind,
  IdleKind,
  LandUse,
  LessorKind,
  MeasureGroup,
  MeterKind,
  OccupancyKind,
  SiteKind,
  SplitBasis,
  SurveyState,
  Tenure,
} from './kinds.js';
import type { Dated, Json, OfSubject, Own } from './tableShapes.js';

export interface ParcelTable extends Own, Dated {
  parcel_id: string;
  /** First holder; all of them stand in `occupancy` as 自有. */
  holder_id: string | null;
  park_id: string | null;
  number: string;
  certificate_no: string | null;
  location: string | null;
  use: LandUse;
  tenure: Tenure;
  site_kind: SiteKind | null;
  idle_kind: IdleKind | null;
  idle_since: string | null;
  measure_group: MeasureGroup | null;
  vacated_on: string | null;
  /** 二次开发利用 — what stands on vacated land. */
  later_use: string | null;
  certificate_area_sqm: string | null;
  actual_area_sqm: string | null;
  supplied_area_sqm: string | null;
  surveyed_area_sqm: string | null;
  build_state: BuildState;
  completion_due: string | null;
  acquired_on: string | null;
  note: string | null;
  updated_at: Date;
}

export interface FloorRow {
  readonly floor: number;
  readonly areaSqm: string;
  readonly heightM: string;
}

export interface BuildingTable extends Own, Dated {
  building_id: string;
  parcel_id: string;
  holder_id: string | null;
  name: string;
  floors: number | null;
  floor_area_sqm: string | null;
  /** Floor space of floors over 8 m. */
  tall_floor_area_sqm: string | null;
  floor_height_m: string | null;
  floor_list: Json<readonly FloorRow[]>;
  built_on: string | null;
  note: string | null;
}

export interface LandContractTable extends Own {
  land_contract_id: string;
  parcel_id: string;
  subject_id: string;
  kind: ContractKind;
  number: string;
  signed_on: string | null;
  investment_promised_wan_yuan: string | null;
  output_promised_wan_yuan: string | null;
  tax_promised_wan_yuan: string | null;
  tax_promised_wan_yuan_per_mu: string | null;
  start_due: string | null;
  started_on: string | null;
  completion_due: string | null;
  completed_on: string | null;
  production_due: string | null;
  production_accepted_on: string | null;
  breach_letter_number: string | null;
  breach_letter_on: string | null;
  breach: string | null;
  penalty_yuan: string | null;
  penalty_paid_on: string | null;
  idle_found_on: string | null;
  idle_disposal: string | null;
  idle_disposed_on: string | null;
  note: string | null;
}

export interface OccupancyTable extends OfSubject {
  occupancy_id: string;
  kind: OccupancyKind;
  parcel_id: string | null;
  building_id: string | null;
  counterpart_id: string | null;
  counterpart_name: string | null;
  lessor_kind: LessorKind | null;
  /** Ties the two sides of one lease. */
  lease_id: string | null;
  /** The lease this one sublets from. */
  parent_lease_id: string | null;
  contract_no: string | null;
  share_percent: string | null;
  land_area_sqm: string | null;
  floor_area_sqm: string | null;
  floor_height_m: string | null;
  rent_yuan_per_sqm_month: string | null;
  transferred_on: string | null;
  note: string | null;
}

export interface MeterTable extends OfSubject {
  meter_id: string;
  kind: MeterKind;
  account: string;
  address: string | null;
  voltage: string | null;
  note: string | null;
}

export interface MeterShareTable extends OfSubject {
  meter_share_id: string;
  meter_id: string;
  share_percent: string;
  basis: SplitBasis;
  note: string | null;
}

export interface SurveyPoint {
  readonly name: string;
  /** CGCS2000, degrees. */
  readonly longitude: string;
  readonly latitude: string;
}

export interface SurveyAreas {
  readonly certificateSqm: string | null;
  readonly actualSqm: string | null;
  readonly suppliedSqm: string | null;
  readonly illegalSqm: string | null;
}

export interface SurveyTable extends Own {
  survey_id: string;
  subject_id: string;
  parcel_id: string | null;
  number: string;
  state: SurveyState;
  surveyed_on: string;
  method: string | null;
  third_party: string | null;
  /** 在场人员. */
  present_sealed: Buffer | null;
  points: Json<readonly SurveyPoint[]>;
  sketch_file_id: string | null;
  areas: Json<SurveyAreas>;
  conclusion: string | null;
  disputed: boolean;
  signed_on: string | null;
  /** 校验码 of the sheet that was signed. */
  signed_code: string | null;
  scan_file_id: string | null;
}

/** 用地口径 — how the office counts land in a data year, until a scheme says it. */
export interface LandRuleTable {
  office_id: string;
  land_rule_id: string;
  year: number;
  mu_divisor: '2000/3' | '666.67' | '667';
  round_to: number | null;
  round_by: 'excel' | 'gbt8170' | null;
  basis: 'certificate' | 'actual' | 'supplied' | 'larger_of_certificate_and_actual';
  months_by: 'months' | 'days' | 'reference_day';
  /** ㎡ of leased floor space per 亩; null = not counted. */
  floor_per_mu: string | null;
  excess: 'ignore' | 'add';
  method: 'enterprise' | 'parcel';
  collective: 'add' | 'ignore';
  overdue_after_months: number | null;
  sum_check: boolean;
  clause: string;
  version: number;
}
