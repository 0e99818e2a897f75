/** Tables of this folder; migration 0010_people makes them. Dates are `2025-03-01`, half-open; instants are `Date`. */
import type { ColumnType } from 'kysely';
import type { ContactRole, GroupPosition, OrganisationKind, RegionKind } from './kinds.js';
import type { Role } from './roles.js';

export interface OfficeTable {
  office_id: string;
  slug: string;
  /** 全称 — also in the directory that the sign-in page shows. */
  name: string;
  /** 简称 */
  short_name: string;
  /** 工作名称 — 亩均论英雄, 亩产效益评价 … as the place calls it. */
  work_name: string;
  root_region_id: string | null;
  /** See settings.ts. */
  settings: unknown;
  version: number;
  created_at: Date;
}

export interface OfficeDirectoryTable {
  slug: string;
  office_id: string;
  name: string;
}

/** 有效期 — half-open dates; `until` null = still so. */
interface Dated {
  from: string;
  until: string | null;
}

export interface RegionTable extends Dated {
  office_id: string;
  region_id: string;
  parent_id: string | null;
  kind: RegionKind;
  name: string;
  sort: number;
  version: number;
}

export interface RegionCodeTable extends Dated {
  office_id: string;
  region_id: string;
  /** GB/T 2260 or the office's own. */
  code: string;
}

export interface OrganisationTable {
  office_id: string;
  organisation_id: string;
  name: string;
  short_name: string;
  kind: OrganisationKind;
  region_id: string | null;
  sort: number;
  closed_on: string | null;
  version: number;
}

export interface ContactTable extends Dated {
  office_id: string;
  contact_id: string;
  organisation_id: string;
  role: ContactRole;
  name: string;
  /** 职务 */
  post_title: string;
  phone_sealed: Buffer | null;
  version: number;
}

export interface LeadingGroupMemberTable extends Dated {
  office_id: string;
  member_id: string;
  position: GroupPosition;
  organisation_id: string | null;
  name: string;
  post_title: string;
  sort: number;
  version: number;
}

export interface UserAccountTable {
  office_id: string;
  user_id: string;
  login: string;
  /** NFKC, lower case, trimmed: what is unique. */
  login_key: string;
  name: string;
  organisation_id: string | null;
  phone_sealed: Buffer | null;
  disabled_at: Date | null;
  created_at: Date;
  last_sign_in_at: Date | null;
  version: number;
}

export interface UserPostTable extends Dated {
  office_id: string;
  user_post_id: string;
  user_id: string;
  role: Role;
  region_id: string | null;
  organisation_id: string | null;
  subject_id: string | null;
}

export interface UserSecretTable {
  office_id: string;
  user_id: string;
  password_hash: string;
  set_at: Date;
}

export interface UserFactorTable {
  office_id: string;
  user_id: string;
  totp_sealed: Buffer;
  /** Null until the first code was shown. */
  confirmed_at: Date | null;
  /** Time step of the last code taken; none at or before it is taken again. */
  last_step: number;
  created_at: Date;
}

export interface UserIdentityTable {
  office_id: string;
  identity_id: string;
  /** As `issuerName` writes it. */
  issuer: string;
  /** 身份标识 — what the service calls the person: exact, case and all. */
  subject: string;
  user_id: string;
  linked_at: Date;
  linked_by: string;
}

export type SignInWay = 'password' | 'link' | 'oidc';

export interface SessionTable {
  office_id: string;
  session_id: string;
  token_hash: Buffer;
  user_id: string;
  way: SignInWay;
  second_factor: boolean;
  created_at: Date;
  seen_at: Date;
  proved_at: Date;
}

export interface SignInGuardTable {
  office_id: string;
  login_key: string;
  ip: string;
  attempts: number;
  since: Date;
}

export type LinkPurpose = 'sign_in' | 'first_secret';

export interface OneTimeLinkTable {
  office_id: string;
  link_id: string;
  token_hash: Buffer;
  user_id: string;
  purpose: LinkPurpose;
  second_factor: boolean;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface IdempotencyKeyTable {
  office_id: string;
  user_id: string;
  idempotency_key: string;
  operation: string;
  request_hash: string;
  /** JSON as it was answered then. */
  answer: string;
  created_at: Date;
}

export interface SignCount {
  readonly what: string;
  readonly count: string;
  readonly unit: string;
}

/** 会签 — see signOff.ts. */
export interface SignOffTable {
  office_id: string;
  sign_off_id: string;
  /** Table of what is signed. */
  kind: string;
  object_id: string;
  title: string;
  state: 'proposed' | 'signed' | 'withdrawn';
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: Date;
  counts: ColumnType<readonly SignCount[] | null, string | null, string | null>;
  digest: string | null;
  signed_by: string | null;
  signed_by_name: string | null;
  signed_at: Date | null;
}

export interface PeopleTables {
  office: OfficeTable;
  office_directory: OfficeDirectoryTable;
  region: RegionTable;
  region_code: RegionCodeTable;
  organisation: OrganisationTable;
  contact: ContactTable;
  leading_group_member: LeadingGroupMemberTable;
  user_account: UserAccountTable;
  user_post: UserPostTable;
  user_secret: UserSecretTable;
  user_factor: UserFactorTable;
  user_identity: UserIdentityTable;
  session: SessionTable;
  sign_in_guard: SignInGuardTable;
  one_time_link: OneTimeLinkTable;
  idempotency_key: IdempotencyKeyTable;
  sign_off: SignOffTable;
}
