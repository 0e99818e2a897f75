/** 数据分级 — what each column of this folder's tables holds. @source trust R37 */
import { commercial, type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { PeopleTables } from './tables.js';

const key = plain('标识与关联');
const dates = plain('有效期');
const version = plain('并发修改的版本');
const about = plain('单位与区划');
const access = plain('登录与会话');
const secret = personal('登录凭据，只存散列或密文', '重要');
const post = personal('岗位与权限');
const named = personal('工作联系');
const signed = commercial('会签的内容和摘要，可能含企业名称');
const signer = personal('会签人');
const sealed = personal('联系电话，加密存放', '重要');

export const peopleColumns = {
  office: {
    ...{ office_id: key, slug: about, name: about, short_name: about, work_name: about },
    ...{ root_region_id: key, settings: access },
    ...{ version, created_at: about },
  },
  office_directory: { slug: about, office_id: key, name: about },
  region: {
    ...{ office_id: key, region_id: key, parent_id: key, kind: about, name: about, sort: about },
    ...{ from: dates, until: dates, version },
  },
  region_code: { office_id: key, region_id: key, code: about, from: dates, until: dates },
  organisation: {
    ...{ office_id: key, organisation_id: key, name: about, short_name: about, kind: about, region_id: key },
    ...{ sort: about, closed_on: dates, version },
  },
  contact: {
    ...{ office_id: key, contact_id: key, organisation_id: key, role: about, name: named, post_title: named },
    ...{ phone_sealed: sealed, from: dates, until: dates, version },
  },
  leading_group_member: {
    ...{ office_id: key, member_id: key, position: about, organisation_id: key, name: named, post_title: named },
    ...{ sort: about, from: dates, until: dates, version },
  },
  user_account: {
    ...{ office_id: key, user_id: key, login: named, login_key: named, name: named, organisation_id: key, phone_sealed: sealed },
    ...{ disabled_at: access, created_at: access, last_sign_in_at: personal('登录与会话'), version },
  },
  user_post: {
    ...{ office_id: key, user_post_id: key, user_id: key, role: post, region_id: post, organisation_id: post, subject_id: post },
    ...{ from: dates, until: dates },
  },
  user_secret: { office_id: key, user_id: key, password_hash: secret, set_at: access },
  user_factor: { office_id: key, user_id: key, totp_sealed: secret, confirmed_at: access, last_step: access, created_at: access },
  user_identity: {
    ...{ office_id: key, identity_id: key, issuer: access, subject: personal('统一身份认证的标识'), user_id: key },
    ...{ linked_at: access, linked_by: key },
  },
  session: {
    ...{ office_id: key, session_id: key, token_hash: secret, user_id: key, way: access, second_factor: access },
    ...{ created_at: access, seen_at: access, proved_at: access },
  },
  sign_in_guard: { office_id: key, login_key: personal('防猜测'), ip: personal('防猜测'), attempts: access, since: access },
  one_time_link: {
    ...{ office_id: key, link_id: key, token_hash: secret, user_id: key, purpose: access, second_factor: access },
    ...{ created_at: access, expires_at: access, used_at: access },
  },
  sign_off: {
    ...{ office_id: key, sign_off_id: key, kind: about, object_id: key, title: signed, state: about },
    ...{ proposed_by: key, proposed_by_name: signer, proposed_at: about },
    ...{ counts: signed, digest: signed, signed_by: key, signed_by_name: signer, signed_at: about },
  },
  idempotency_key: {
    ...{ office_id: key, user_id: key, idempotency_key: access, operation: access, request_hash: access },
    ...{ answer: personal('重复提交时给回原答复，级别从严', '重要'), created_at: access },
  },
} satisfies LabelsOf<PeopleTables>;
