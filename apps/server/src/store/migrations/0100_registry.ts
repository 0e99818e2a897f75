/**
 * 企业用地库 — subjects with everything dated about them, parcels, buildings, occupancy, meters, surveys. Every table that belongs to a
 * subject carries its responsible region, so that row-level security knows the reach without asking another table. Dates half-open.
 */
import type { Migration } from '../migrate.js';
import { grant, ofOffice, ofReach } from '../rowSecurity.js';

/** Tables of a subject: the column that names it is `subject_id`. Others say which. */
const tables: Readonly<Record<string, string>> = {
  subject: 'subject_id',
  subject_identifier: 'subject_id',
  subject_name: 'subject_id',
  subject_place: 'subject_id',
  subject_status: 'subject_id',
  subject_industry: 'subject_id',
  subject_scale: 'subject_id',
  subject_title: 'subject_id',
  transition_period: 'subject_id',
  subject_contact: 'subject_id',
  subject_relation: 'subject_id',
  park_profile: 'subject_id',
  merged_evaluation: 'subject_id',
  merged_evaluation_member: 'subject_id',
  parcel: 'holder_id',
  land_contract: 'subject_id',
  building: 'holder_id',
  occupancy: 'subject_id',
  meter: 'subject_id',
  meter_share: 'subject_id',
  survey: 'subject_id',
};

const own = 'office_id uuid NOT NULL, region_id uuid, version integer NOT NULL';
const dated = '"from" date, until date, CHECK (until > "from")';
const ofSubject = 'FOREIGN KEY (office_id, subject_id) REFERENCES subject (office_id, subject_id)';
const code = (name: string): string => `${name} text COLLATE "C"`;
const area = (name: string): string => `${name} numeric(16, 2) CHECK (${name} >= 0)`;

/** A dated fact of a subject. */
const table = (name: string, columns: string, span = dated): string => `
CREATE TABLE ${name} (
  ${own}, ${name.replace(/^subject_/, '')}_id uuid NOT NULL, subject_id uuid NOT NULL, ${columns}, ${span},
  PRIMARY KEY (office_id, ${name.replace(/^subject_/, '')}_id), ${ofSubject}
);
CREATE INDEX ${name}_of_subject ON ${name} (office_id, subject_id);
`;

export const registry: Migration = {
  id: '0100_registry',
  sql: `
CREATE TABLE subject (
  ${own}, subject_id uuid NOT NULL, ${code('kind')} NOT NULL, name text NOT NULL, ${code('name_key')} NOT NULL, ${code('core_key')} NOT NULL,
  ${code('pinyin')} NOT NULL, ${code('initials')} NOT NULL, ${code('credit_code')}, ${code('industry_code')}, ${code('scale')},
  ${code('status')} NOT NULL, park_id uuid, address text, founded_on date, production_from date, ended_on date, note text,
  merged_into uuid, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, subject_id),
  FOREIGN KEY (office_id, region_id) REFERENCES region (office_id, region_id),
  FOREIGN KEY (office_id, park_id) REFERENCES subject (office_id, subject_id),
  FOREIGN KEY (office_id, merged_into) REFERENCES subject (office_id, subject_id)
);
CREATE INDEX subject_by_name ON subject (office_id, pinyin, subject_id) WHERE merged_into IS NULL;
CREATE INDEX subject_by_code ON subject (office_id, credit_code, subject_id) WHERE merged_into IS NULL;
CREATE INDEX subject_by_region ON subject (office_id, region_id, pinyin, subject_id) WHERE merged_into IS NULL;
CREATE INDEX subject_by_change ON subject (office_id, updated_at DESC, subject_id DESC) WHERE merged_into IS NULL;
CREATE INDEX subject_name_key ON subject (office_id, name_key);
CREATE INDEX subject_core_key ON subject (office_id, core_key);
CREATE INDEX subject_park ON subject (office_id, park_id) WHERE park_id IS NOT NULL;

-- Every ending of a name, former name, pinyin and number: a search is one range of this key. GIN over arrays cannot serve under row-level security.
CREATE TABLE subject_term (
  office_id uuid NOT NULL, ${code('term')} NOT NULL, subject_id uuid NOT NULL,
  PRIMARY KEY (office_id, term, subject_id), ${ofSubject}
);
CREATE INDEX subject_term_of_subject ON subject_term (office_id, subject_id);

${table('subject_identifier', `${code('kind')} NOT NULL, ${code('value')} NOT NULL, note text`)}
CREATE INDEX subject_identifier_value ON subject_identifier (office_id, value);
CREATE UNIQUE INDEX subject_identifier_live ON subject_identifier (office_id, kind, value)
  WHERE until IS NULL AND kind IN ('credit_code', 'tax_no', 'statistics_code');
${table('subject_name', `name text NOT NULL, ${code('name_key')} NOT NULL, basis text`)}
${table(
  'subject_place',
  `${code('role')} NOT NULL, place_region_id uuid, address text, ${code('state')} NOT NULL, outside text, basis text, note text,
  FOREIGN KEY (office_id, place_region_id) REFERENCES region (office_id, region_id)`,
)}
CREATE INDEX subject_place_region ON subject_place (office_id, place_region_id, state);
${table('subject_status', `${code('kind')} NOT NULL, basis text`)}
CREATE INDEX subject_status_kind ON subject_status (office_id, kind, subject_id);
${table('subject_industry', `${code('code')} NOT NULL, name text, basis text`)}
${table('subject_scale', `${code('scale')} NOT NULL, year integer NOT NULL, entered_on date, left_on date, basis text`, 'UNIQUE (office_id, subject_id, year)')}
${table('subject_title', `name text NOT NULL, ${code('level')} NOT NULL, document text`)}
${table('transition_period', `${code('kind')} NOT NULL, basis text NOT NULL, extended_until date, extension_basis text, meanwhile text`)}
CREATE INDEX transition_period_until ON transition_period (office_id, until);
${table('subject_contact', `${code('role')} NOT NULL, name_masked text NOT NULL, name_sealed bytea NOT NULL, phone_masked text, phone_sealed bytea`)}
${table(
  'subject_relation',
  `other_id uuid NOT NULL, ${code('kind')} NOT NULL, share_percent numeric(7, 4), basis text,
  FOREIGN KEY (office_id, other_id) REFERENCES subject (office_id, subject_id)`,
)}
${table(
  'park_profile',
  `${code('level')} NOT NULL, operator text, leading_industries text, ${area('planned_area_sqm')}, ${area('built_area_sqm')}, opened_on date,
  star_rating integer, rated_on date, facilities text, note text`,
)}
CREATE INDEX subject_relation_other ON subject_relation (office_id, other_id);
${table('merged_evaluation', `name text NOT NULL, ${code('state')} NOT NULL, applied_on date NOT NULL, application text, decided_on date, decided_by text, decision_number text, dissolved_because text`)}
CREATE TABLE merged_evaluation_member (
  ${own}, merged_evaluation_id uuid NOT NULL, subject_id uuid NOT NULL, share_percent numeric(7, 4),
  PRIMARY KEY (office_id, merged_evaluation_id, subject_id), ${ofSubject},
  FOREIGN KEY (office_id, merged_evaluation_id) REFERENCES merged_evaluation (office_id, merged_evaluation_id)
);
CREATE INDEX merged_evaluation_member_subject ON merged_evaluation_member (office_id, subject_id);

CREATE TABLE parcel (
  ${own}, parcel_id uuid NOT NULL, holder_id uuid, park_id uuid, ${code('number')} NOT NULL, ${code('certificate_no')}, location text,
  ${code('use')} NOT NULL, ${code('tenure')} NOT NULL, ${code('site_kind')}, ${code('idle_kind')}, idle_since date, ${code('measure_group')},
  vacated_on date, later_use text, ${area('certificate_area_sqm')}, ${area('actual_area_sqm')}, ${area('supplied_area_sqm')},
  ${area('surveyed_area_sqm')}, ${code('build_state')} NOT NULL, completion_due date, acquired_on date, note text, ${dated},
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, parcel_id), UNIQUE (office_id, number),
  FOREIGN KEY (office_id, region_id) REFERENCES region (office_id, region_id),
  FOREIGN KEY (office_id, holder_id) REFERENCES subject (office_id, subject_id),
  FOREIGN KEY (office_id, park_id) REFERENCES subject (office_id, subject_id)
);
CREATE INDEX parcel_certificate ON parcel (office_id, certificate_no);
CREATE INDEX parcel_by_region ON parcel (office_id, region_id, number);
CREATE INDEX parcel_of_holder ON parcel (office_id, holder_id);

CREATE TABLE building (
  ${own}, building_id uuid NOT NULL, parcel_id uuid NOT NULL, holder_id uuid, name text NOT NULL, floors integer,
  ${area('floor_area_sqm')}, ${area('tall_floor_area_sqm')}, floor_height_m numeric(6, 2), floor_list jsonb, built_on date, note text, ${dated},
  PRIMARY KEY (office_id, building_id),
  FOREIGN KEY (office_id, parcel_id) REFERENCES parcel (office_id, parcel_id)
);
CREATE INDEX building_of_parcel ON building (office_id, parcel_id);

CREATE TABLE land_contract (
  ${own}, land_contract_id uuid NOT NULL, parcel_id uuid NOT NULL, subject_id uuid NOT NULL, ${code('kind')} NOT NULL, ${code('number')} NOT NULL,
  signed_on date, investment_promised_wan_yuan numeric(16, 4), output_promised_wan_yuan numeric(16, 4), tax_promised_wan_yuan numeric(16, 4),
  tax_promised_wan_yuan_per_mu numeric(16, 4), start_due date, started_on date, completion_due date, completed_on date, production_due date,
  production_accepted_on date, breach_letter_number text, breach_letter_on date, breach text, penalty_yuan numeric(16, 2), penalty_paid_on date,
  idle_found_on date, idle_disposal text, idle_disposed_on date, note text,
  PRIMARY KEY (office_id, land_contract_id), UNIQUE (office_id, number), ${ofSubject},
  FOREIGN KEY (office_id, parcel_id) REFERENCES parcel (office_id, parcel_id)
);
CREATE INDEX land_contract_of_parcel ON land_contract (office_id, parcel_id);
CREATE INDEX land_contract_of_subject ON land_contract (office_id, subject_id);

CREATE TABLE occupancy (
  ${own}, occupancy_id uuid NOT NULL, subject_id uuid NOT NULL, ${code('kind')} NOT NULL, parcel_id uuid, building_id uuid,
  counterpart_id uuid, counterpart_name text, ${code('lessor_kind')}, lease_id uuid, parent_lease_id uuid, ${code('contract_no')},
  share_percent numeric(7, 4), ${area('land_area_sqm')}, ${area('floor_area_sqm')}, floor_height_m numeric(6, 2),
  rent_yuan_per_sqm_month numeric(10, 2), transferred_on date, note text, ${dated},
  PRIMARY KEY (office_id, occupancy_id), ${ofSubject},
  FOREIGN KEY (office_id, parcel_id) REFERENCES parcel (office_id, parcel_id),
  FOREIGN KEY (office_id, building_id) REFERENCES building (office_id, building_id),
  FOREIGN KEY (office_id, counterpart_id) REFERENCES subject (office_id, subject_id)
);
CREATE INDEX occupancy_of_subject ON occupancy (office_id, subject_id);
CREATE INDEX occupancy_of_parcel ON occupancy (office_id, parcel_id);
CREATE INDEX occupancy_of_building ON occupancy (office_id, building_id);
CREATE INDEX occupancy_of_lease ON occupancy (office_id, lease_id);
CREATE INDEX occupancy_of_counterpart ON occupancy (office_id, counterpart_id);

${table('meter', `${code('kind')} NOT NULL, ${code('account')} NOT NULL, address text, voltage text, note text`)}
CREATE INDEX meter_account ON meter (office_id, account);
${table(
  'meter_share',
  `meter_id uuid NOT NULL, share_percent numeric(7, 4) NOT NULL CHECK (share_percent > 0 AND share_percent <= 100), ${code('basis')} NOT NULL, note text,
  FOREIGN KEY (office_id, meter_id) REFERENCES meter (office_id, meter_id)`,
)}
CREATE INDEX meter_share_of_meter ON meter_share (office_id, meter_id);
${table(
  'survey',
  `parcel_id uuid, ${code('number')} NOT NULL, ${code('state')} NOT NULL, surveyed_on date NOT NULL, method text, third_party text, present_sealed bytea,
  points jsonb, sketch_file_id uuid, areas jsonb, conclusion text, disputed boolean NOT NULL, signed_on date, scan_file_id uuid`,
  'UNIQUE (office_id, number)',
)}

-- 属地划转 — seen by both sides; carries the name because the receiving side does not reach the subject yet.
CREATE TABLE region_claim (
  office_id uuid NOT NULL, claim_id uuid NOT NULL, subject_id uuid NOT NULL, subject_name text NOT NULL, ${code('role')} NOT NULL,
  from_region_id uuid, to_region_id uuid NOT NULL, address text, ${code('state')} NOT NULL, "from" date NOT NULL, basis text NOT NULL,
  note text, proposed_at timestamptz NOT NULL, decided_at timestamptz, version integer NOT NULL,
  PRIMARY KEY (office_id, claim_id), ${ofSubject},
  FOREIGN KEY (office_id, from_region_id) REFERENCES region (office_id, region_id),
  FOREIGN KEY (office_id, to_region_id) REFERENCES region (office_id, region_id)
);
CREATE UNIQUE INDEX region_claim_open ON region_claim (office_id, subject_id, role) WHERE state IN ('proposed', 'disputed');
CREATE INDEX region_claim_of_subject ON region_claim (office_id, subject_id);
${ofOffice('region_claim')}
${ofReach('region_claim', {
  region: "from_region_id = ANY (current_setting('muheng.reach_ids')::uuid[]) OR to_region_id",
  subject: 'subject_id',
})}
${grant('region_claim', 'SELECT, INSERT, UPDATE, DELETE')}

CREATE TABLE land_rule (
  office_id uuid NOT NULL, land_rule_id uuid NOT NULL, year integer NOT NULL, ${code('mu_divisor')} NOT NULL, round_to integer,
  ${code('round_by')}, ${code('basis')} NOT NULL, ${code('months_by')} NOT NULL, floor_per_mu numeric(8, 2), ${code('excess')} NOT NULL,
  ${code('method')} NOT NULL, ${code('collective')} NOT NULL, overdue_after_months integer, sum_check boolean NOT NULL, clause text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (office_id, land_rule_id), UNIQUE (office_id, year)
);

${Object.entries(tables)
  .map(
    ([name, subject]) =>
      ofOffice(name) + ofReach(name, { region: 'region_id', subject }) + grant(name, 'SELECT, INSERT, UPDATE, DELETE'),
  )
  .join('')}
${['subject_term', 'land_rule'].map((name) => ofOffice(name) + grant(name, 'SELECT, INSERT, UPDATE, DELETE')).join('')}
`,
};
