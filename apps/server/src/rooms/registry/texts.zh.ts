/** 企业用地库的“暂不能操作”与核对提示。 */
import { type FindingText, findingsOf } from '@muheng/finding';
import { refusalsOf } from '../../forms/refusal.js';

export const refuse = refusalsOf('registry', {
  filter_unreadable: { status: 400, message: '筛选条件无法识别。', remedy: '请清除筛选后重新设置。' },
  cursor_unreadable: { status: 400, message: '翻页位置已失效。', remedy: '请回到第一页重新查看。' },
  credit_code_wrong: {
    status: 422,
    message: '统一社会信用代码“{shown}”不能用：{why}。',
    remedy: '请对照营业执照核对；暂时没有代码的，可先空着登记。',
  },
  identifier_taken: {
    status: 409,
    message: '{kind}“{value}”已登记在另一户名下。',
    remedy: '如是同一家企业，请先检索；不在您辖区的，请提出属地划转；确属重复登记的，请牵头办合并。',
  },
  region_outside: {
    status: 403,
    message: '所选区域不在您的辖区。',
    remedy: '请选择本辖区的区域；属外辖区的，请由对方登记或提出属地划转。',
  },
  name_unchanged: { status: 422, message: '新名称与现名称相同。', remedy: '请填写变更后的名称。' },
  number_taken: { status: 409, message: '{what}“{number}”已经登记过。', remedy: '请检索已有的一条，核对后修改，不要重复登记。' },
  parcel_number_taken: {
    status: 409,
    message: '宗地号“{number}”已经登记过。',
    remedy: '请检索这宗地，核对后修改；不在您辖区的，请联系牵头办。',
  },
  scale_year_taken: { status: 409, message: '{year} 年的规上规下已经登记过。', remedy: '请修改已有的一条。' },
  industry_unknown: {
    status: 422,
    message: '行业代码“{code}”在 {edition} 中没有。{near}',
    remedy: '请按 2017 版核对；旧版代码请先转换为 2017 版。',
  },
  period_wrong: { status: 422, message: '起止日期不对：止须晚于起。', remedy: '请核对起止日期；“止”为不再计入的第一天。' },
  export_too_many: {
    status: 422,
    message: '符合条件的超过 {most} 户，没有导出。',
    remedy: '请按镇街、行业等缩小范围，分几次导出。',
  },
  place_wanted: { status: 422, message: '请填写本办区域，或写明本办以外的地方。', remedy: '二者填写其一。' },
  subject_merged: {
    status: 409,
    message: '这一户已并入另一户，不能再修改。',
    remedy: '请打开并入后的那一户办理；合并有误的，请牵头办撤销合并。',
  },
  subject_secret: {
    status: 423,
    message: '这一户标为涉密，除经营状态外不得录入数据。',
    remedy: '请按保密规定线下办理；标注有误的，请先更正经营状态。',
  },
  claim_step_wrong: { status: 409, message: '属地目前为“{state}”，不能办理这一步。', remedy: '请刷新后按现状办理。' },
  claim_not_yours: { status: 403, message: '认领须由对方区域或牵头办办理。', remedy: '请等待对方办理；逾期的，请牵头办协调。' },
  claim_to_itself: {
    status: 422,
    message: '划入的区域就是“{subject}”现在的责任属地，不用划转。',
    remedy: '请另选划入的区域；只是登记或改正所在地的，请用企业页的“登记属地”。',
  },
  claim_open: { status: 409, message: '这一户的{role}已有一件划转正在办理。', remedy: '请先办结或撤回原来的一件。' },
  merge_same: { status: 422, message: '不能把一户与它自己合并。', remedy: '请选择两户不同的登记。' },
  merge_of_members: {
    status: 409,
    message: '两户都是合并评价“{name}”的成员，合并登记会改变已申请或同意的成员。',
    remedy: '请先不予同意或解除这件合并评价，合并登记后再重新申请。',
  },
  merge_in_evaluations: {
    status: 409,
    message: '两户分别在合并评价“{one}”和“{other}”中，一户只能在一件合并评价中。',
    remedy: '请先解除其中一件，再合并登记。',
  },
  bulk_nobody: { status: 422, message: '没有选中需要修改的企业。', remedy: '请重新选择后再试。' },
  bulk_too_many: { status: 422, message: '一次最多修改 {most} 户，选中了 {count} 户。', remedy: '请缩小范围，分批修改。' },
  bulk_changed_since: { status: 409, message: '预览之后，其中有企业被他人修改过。', remedy: '请重新预览，核对后再提交。' },
  undo_unknown: { status: 404, message: '没有找到可以撤销的操作。', remedy: '只能撤销合并、拆分、成批修改和导入。' },
  undo_import_apart: {
    status: 409,
    message: '这是第 {number} 号导入，行数可能很多，由后台任务撤销。',
    remedy: '请打开“导入”页的导入记录，在那一次导入里撤销。',
  },
  undo_touched: {
    status: 409,
    message: '这次操作之后，其中 {count} 条又被修改过，不能整体撤销。',
    remedy: '请从变更历史逐条核对修改。',
  },
  undo_used_since: {
    status: 409,
    message: '这次操作登记的企业或宗地，之后又有别的登记用到（如联系人、租赁、更正申请、企业账号），不能整体撤销。',
    remedy: '请先改正或移走后来的登记，或从变更历史逐条核对修改。',
  },
  import_empty: { status: 422, message: '文件中没有读到可以导入的表。', remedy: '请按提示修改表头，或下载空白表填写后再导入。' },
  import_stops: {
    status: 422,
    message: '有 {count} 行不能采用，没有导入任何一行。',
    remedy: '请改正后重新导入；确认只收合格行的，请勾选“只收合格行”。',
  },
  import_changed_since: {
    status: 409,
    message: '文件或登记在试运行之后有变化，结果会与试运行不同。',
    remedy: '请重新试运行，核对后再导入。',
  },
  import_not_found: { status: 404, message: '没有找到这次导入，或不是您发起的。', remedy: '请从“导入”页的列表重新进入。' },
  import_done_before: {
    status: 409,
    message: '这个文件已经导入过：第 {number} 号导入，{at}，{by}。',
    remedy: '如需核对，请打开那一次的结果；确实要再导入一次的，请选择“仍要再查一遍”。',
  },
  import_running: { status: 409, message: '这次导入正在办理。', remedy: '请等它结束，或先取消。' },
  import_done_already: { status: 409, message: '这次导入已经完成，没有再写一遍。', remedy: '请刷新查看结果。' },
  import_not_done: { status: 409, message: '这次导入没有写入登记，不用撤销。', remedy: '不再需要的，不必处理。' },
  import_undone_already: { status: 409, message: '这次导入已经撤销。', remedy: '请刷新查看结果。' },
  import_undo_running: { status: 409, message: '这次导入正在撤销。', remedy: '请等它结束，或先取消。' },
  import_undo_blocked: {
    status: 409,
    message: '第 {number} 号导入之后，有 {count} 处又被改过或用到，没有撤销任何一行。',
    remedy: '请按清单逐处改正或移走后来的登记，再撤销；不撤销的，请逐户更正。',
  },
  import_not_looked: {
    status: 409,
    message: '这个文件还没有试运行的结果。',
    remedy: '请等试运行结束；没有成功的，请重新试运行。',
  },
  import_too_large: { status: 413, message: '文件超过 {most} 行。', remedy: '请拆分成几个文件分别导入。' },
  merged_not_done_here: {
    status: 409,
    message: '本单位不办理合并评价。',
    remedy: '如办法允许合并，请系统管理员在“单位设置”把合并评价改为“按申请办理”。',
  },
  merged_member_taken: { status: 409, message: '“{name}”已在另一件合并评价中。', remedy: '请先解除原来的合并评价。' },
  merged_lead_outside: { status: 422, message: '牵头企业应是成员之一。', remedy: '请把牵头企业列入成员。' },
  merged_step_wrong: { status: 409, message: '合并评价目前为“{state}”，不能办理这一步。', remedy: '请刷新后按现状办理。' },
  survey_signed: { status: 409, message: '核查单已签字归档，不能再修改。', remedy: '如有出入，请另开一张核查单。' },
  survey_changed: {
    status: 409,
    message: '核查单打印之后，登记内容有变动：纸上校验码 {printed}，现为 {now}。',
    remedy: '请重新打印，由各方核对后重新签字；变动了什么见企业页的时间线。',
  },
  survey_too_early: { status: 422, message: '签字日期早于核查日期 {day}，或晚于今天。', remedy: '请按纸上的签字日期填写。' },
  survey_unsigned: { status: 409, message: '核查单还没有登记签字。', remedy: '请先登记签字，扫描件可以同时上传。' },
  survey_scan_unknown: {
    status: 422,
    message: '没有找到这个扫描件，或不是您上传的。',
    remedy: '请重新选择扫描件（PDF、JPG 或 PNG）上传。',
  },
  survey_scan_there: {
    status: 409,
    message: '这张核查单已有扫描件。',
    remedy: '确需更换的，请写明理由；原件仍可从变更历史查到。',
  },
  survey_scan_missing: { status: 404, message: '这张核查单还没有扫描件。', remedy: '请由经办人上传签字盖章后的扫描件。' },
  split_rows_moved: {
    status: 409,
    message: '选中的登记有 {count} 条已不在这一户名下，没有拆分。',
    remedy: '请刷新页面，重新选择要带走的登记。',
  },
  correction_answered: { status: 409, message: '这件更正申请已经答复。', remedy: '请刷新后查看；需要再改的，请企业另提一件。' },
  corrections_many: {
    status: 409,
    message: '还有 {count} 件更正申请没有答复，暂不能再提。',
    remedy: '请等待镇街（园区）核实；急需办理的，请直接电话联系。',
  },
  demonstration_elsewhere: {
    status: 409,
    message: '这个数据目录里已有其他单位的数据，不能生成演示数据。',
    remedy: '请另选一个空的数据目录运行演示。',
  },
});

export const codeWhy = {
  code_is_number: '单元格是数值，末几位已经丢失，请把列设为文本后重新填写',
  code_scientific: '写成了科学计数法，末几位已经丢失',
  code_letters_for_digits: '疑似把数字 0、1、2、5 写成了字母 O、I、Z、S',
  code_character_not_allowed: '含有不允许的字符',
  code_length: '应为 18 位',
  code_check_character: '校验位不符',
  code_is_organisation_code: '是旧的 9 位组织机构代码，请登记为“原组织机构代码”',
  code_is_licence_number: '是旧的营业执照注册号，请登记为“原营业执照注册号”',
  code_is_person_id: '是公民身份号码，不能登记在这里',
  code_is_text: '是文字，不是代码',
} as const;

const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });
const warning = (message: string, remedy: string): FindingText => ({ severity: 'warning', message, remedy });
const note = (message: string, remedy: string): FindingText => ({ severity: 'note', message, remedy });

export const found = findingsOf({
  occupancy_overlaps: warning(
    '“{subject}”在{parcel}的{kind}有两段时间重叠：{first} 与 {second}。',
    '请核对起止日期，或删除重复的一条。',
  ),
  parcel_over_let: error('{parcel}出租用地合计 {sum} 平方米，超过宗地面积 {area} 平方米。', '请核对各份租赁合同的分摊用地面积。'),
  building_over_let: error(
    '{parcel}{building}出租建筑面积合计 {sum} 平方米，超过建筑面积 {area} 平方米。',
    '请核对租赁合同；有二房东的，请补上级合同。',
  ),
  parcel_sum: error(
    '{parcel}上各户净用地合计 {sum} 平方米，超过宗地面积 {area} 平方米（{year} 年，{rule}）。',
    '建筑面积不等于用地面积；请核对分摊用地面积和用地口径。',
  ),
  lease_without_parent: warning(
    '“{subject}”向“{lessor}”承租{parcel}，而出租方在这里既无自有用地，也没有上级租赁。',
    '请查清出租方从哪里取得，补登上级合同。',
  ),
  lease_one_sided: warning(
    '“{subject}”向“{lessor}”承租{parcel}，出租方名下没有对应的出租，净用地会重复计算。',
    '请由出租方属地核实并登记出租。',
  ),
  lease_without_contract: note('“{subject}”{kind}{parcel}没有合同编号。', '请补登合同，或在备注中写明没有书面合同。'),
  occupancy_expired: note('“{subject}”{kind}{parcel}已于 {until} 到期，之后没有新的登记。', '请核实是否续租、搬离，并补登。'),
  transition_ends: warning(
    '“{subject}”的{kind}将于 {until} 到期，还有 {days} 天。',
    '请核实是否延期；不延期的，到期后按一般规定办理。',
  ),
  title_ends: note('“{subject}”的称号“{title}”将于 {until} 到期。', '请核实是否重新认定。'),
  meter_over_shared: error('户号 {account} 的分摊比例合计 {sum}%，超过 100%。', '请核对分摊登记和起止日期。'),
  contract_overdue: warning(
    '{parcel}的{contract}“{number}”：约定{what}日期 {due} 已过，尚未登记完成。',
    '请核实进度；确已违约的，请发催告函并登记。',
  ),
  subject_without_code: note('“{subject}”没有统一社会信用代码。', '请补登代码；个体户、自然人可登记其他编号。'),
  subject_without_region: note('“{subject}”没有责任区域，镇街看不到。', '请确定属地。'),
  place_disputed: warning('“{subject}”的{role}有争议：{note}。', '请牵头办协调后办结。'),
  parcel_area_missing: note('{parcel}没有可用于核对的面积。', '请补登证载或实测面积。'),
  import_subject_secret: error('“{name}”标为涉密，不得录入数据。这一行没有采用。', '请按保密规定线下办理。'),
  import_name_missing: error('没有企业名称，这一行没有采用。', '请填写企业名称。'),
  import_code_wrong: error(
    '统一社会信用代码“{shown}”不能用：{why}。这一行没有采用。',
    '请对照营业执照改正；暂时没有代码的，请空着。',
  ),
  import_code_twice: error('代码 {code} 在本文件中出现多次：第 {rows} 行。', '请核对后只保留正确的一行。'),
  import_region_unknown: error('镇街“{region}”不在本办区域中。这一行没有采用。', '请写区域全称；新增的区域请先在“区域”中登记。'),
  import_region_outside: error('“{region}”不在您的辖区。这一行没有采用。', '请由该区域登记，或提出属地划转。'),
  import_taken_elsewhere: error('代码 {code} 已由其他辖区登记。这一行没有采用。', '请提出属地划转，不要重复登记。'),
  import_name_differs: note(
    '代码 {code} 原登记名称为“{before}”，将更名为“{now}”，原名称留作曾用名。',
    '如不是更名，请改正文件。',
  ),
  import_industry_wrong: error(
    '行业代码“{code}”在 GB/T 4754—2017 中没有。这一行没有采用。',
    '请填写门类字母加 2–4 位数字，如 C3829；2011 版的代码请先转换为 2017 版。',
  ),
  import_subject_unknown: error('“{name}”不在企业用地库中。这一行没有采用。', '请先登记这一户，或改正代码、名称。'),
  import_subject_ambiguous: error('“{name}”有几户同名，不知是哪一户。这一行没有采用。', '请补上统一社会信用代码。'),
  import_parcel_unknown: warning('宗地号“{number}”没有登记，这一条不挂宗地。', '请先导入宗地，或改正宗地号。'),
  import_value_missing: error('没有{what}，这一行没有采用。', '请补填。'),
  import_share_over: error('户号 {account} 的分摊合计超过 100%，没有采用。', '请核对分摊比例。'),
  import_period_wrong: error('止（{until}）早于起（{from}），这一行没有采用。', '请核对起止日期。'),
} satisfies Readonly<Record<string, FindingText>>);

/** What the undo of an import says while it goes on, and how it calls what is no ledger. */
export const undoWords: {
  readonly looking: string;
  readonly lookingForUse: string;
  readonly restoring: string;
  readonly refreshing: string;
  readonly other: string;
  readonly kinds: Readonly<Record<string, string>>;
} = {
  looking: '正在核对之后的改动',
  lookingForUse: '正在核对之后的登记',
  restoring: '正在恢复登记',
  refreshing: '正在更新名单和检索',
  other: '其他登记',
  kinds: { user_post: '企业账号', merged_evaluation_member: '合并评价成员', merged_evaluation_members: '合并评价成员' },
};

/** What an import says while it goes on. */
export const importWords = { reading: '正在读取文件', writing: '正在写入', indexing: '正在建立检索' } as const;
