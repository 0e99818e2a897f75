/**
 * 库里的约束说成人话 — what two people at once may run into, constraint by constraint: an action looks first and says it better; what slips
 * between its look and its writing ends here. A test compares this table with the migrated database.
 */

/** Which things there may be one of. */
export interface Once {
  /** 同文号的文件 */
  readonly what: string;
  /** Field of the form that it speaks of, where one does. */
  readonly field?: string;
}

/** Name of a unique constraint or index → what is there already. Ids that the house makes itself are not here: they do not repeat. */
export const onceOf: Readonly<Record<string, Once>> = {
  calendar_day_pkey: { what: '这一天的工作日调整' },
  cycle_once: { what: '同名的年度评价', field: 'name' },
  document_by_number: { what: '同文号的文件', field: 'number' },
  document_clause_pkey: { what: '同编号的条款' },
  document_file_pkey: { what: '同一个原件' },
  land_contract_office_id_number_key: { what: '同编号的用地合同', field: 'number' },
  land_rule_office_id_year_key: { what: '这一年度的用地口径' },
  merged_evaluation_member_pkey: { what: '这一户的合并评价申请' },
  notice_wish_pkey: { what: '您的通知方式' },
  office_directory_pkey: { what: '同代号的单位' },
  organisation_office_id_name_key: { what: '同名的单位', field: 'name' },
  outgoing_channel_pkey: { what: '这个渠道的设置' },
  parcel_office_id_number_key: { what: '同编号的宗地', field: 'number' },
  region_claim_open: { what: '这一户还没有办完的同类划转' },
  region_code_pkey: { what: '这个区域同日起用的代码', field: 'code' },
  register_import_office_id_number_key: { what: '同编号的导入' },
  saved_view_office_id_page_owner_id_name_key: { what: '同名的视图', field: 'name' },
  sign_off_open: { what: '这一项正在等待第二人确认的申请' },
  stage_duty_pkey: { what: '这个阶段里同一单位的分工' },
  subject_identifier_live: { what: '同号的证照或户号', field: 'value' },
  subject_scale_office_id_subject_id_year_key: { what: '这一户该年度的规上规下登记', field: 'year' },
  survey_office_id_number_key: { what: '同编号的用地核查单', field: 'number' },
  task_supporter_pkey: { what: '同一个配合单位' },
  user_account_office_id_login_key_key: { what: '同名的登录名', field: 'login' },
  user_factor_pkey: { what: '这个账号的动态口令' },
  user_identity_office_id_issuer_subject_key: { what: '与这个外部身份的关联' },
  user_secret_pkey: { what: '这个账号的密码' },
  usual_view_pkey: { what: '您在这一页常用的视图' },
};

/** Column of a foreign key → what it names. */
export const namedBy: Readonly<Record<string, string>> = {
  asked_by: '账号',
  building_id: '厂房',
  counterpart_id: '对方企业',
  cycle_id: '年度评价',
  document_id: '文件',
  file_id: '附件',
  from_region_id: '划出的区域',
  holder_id: '权利人',
  lead_organisation_id: '牵头单位',
  linked_by: '账号',
  look_job_id: '后台任务',
  made_by: '账号',
  merged_evaluation_id: '合并评价申请',
  merged_into: '并入的企业',
  meter_id: '共用表',
  organisation_id: '单位',
  other_id: '关联企业',
  owner_id: '账号',
  parcel_id: '宗地',
  parent_id: '上级区域',
  park_id: '园区',
  place_region_id: '所在区域',
  proposed_by: '账号',
  region_id: '区域',
  run_job_id: '后台任务',
  scan_file_id: '扫描件',
  sealed_file_id: '盖章件',
  signed_by: '账号',
  stage_id: '阶段',
  subject_id: '企业',
  superseded_by: '替代它的文件',
  task_id: '任务',
  to_region_id: '划入的区域',
  undo_job_id: '后台任务',
  user_id: '账号',
  view_id: '视图',
};
