/** 人员与登录的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refusePeople = refusalsOf('people', {
  name_unchanged: {
    status: 409,
    message: '单位全称已经是“{name}”。',
    remedy: '请核对新的全称；只改简称请用“修改工作名称和简称”。',
  },
  office_not_found: { status: 404, message: '没有这个单位。', remedy: '请核对网址中的单位代号，或从首页重新进入。' },
  quota_reversed: {
    status: 422,
    message: '每人空间大于本单位空间。',
    remedy: '请把每人空间改小，或把本单位空间改大。',
  },
  slug_taken: {
    status: 409,
    message: '代号“{slug}”已由另一个牵头办公室使用，没有开通。',
    remedy: '请用 --slug 另取一个代号；已经开通过的，不必再开通。',
  },
  office_unclear: { status: 422, message: '不能确定登录到哪个单位。', remedy: '请先选择单位，再输入登录名和密码。' },
  sign_in_failed: {
    status: 401,
    message: '登录名或密码不正确。',
    remedy: '请核对后再试；忘记密码请联系本单位的系统管理员重新开通。',
  },
  locked: {
    status: 423,
    message: '连续 {count} 次没有登录成功，这个登录名在本机地址已暂停登录。',
    remedy: '请在 {minutes} 分钟后再试，或请安全管理员解除。',
  },
  account_disabled: { status: 403, message: '这个账号已停用。', remedy: '如需恢复，请联系本单位的系统管理员。' },
  code_needed: { status: 401, message: '还需要动态口令。', remedy: '请打开手机上的动态口令应用，输入当前的 6 位数字。' },
  code_wrong: {
    status: 401,
    message: '动态口令不正确，或已经用过。',
    remedy: '请等下一个 6 位数字出现后再输入；仍不行请核对手机时间。',
  },
  proof_failed: { status: 401, message: '密码或动态口令不正确。', remedy: '请核对后再试。' },
  link_spent: {
    status: 410,
    message: '这个链接或开通码已经用过、已经过期，或不存在。',
    remedy: '请联系本单位的系统管理员重新发放。',
  },
  password_unfit: { status: 422, message: '新密码不符合要求：{reason}。', remedy: '请换一个密码再提交。' },
  factor_present: {
    status: 409,
    message: '已经绑定了动态口令。',
    remedy: '更换手机时，请安全管理员先解除原来的绑定。',
  },
  factor_absent: { status: 409, message: '还没有开始绑定动态口令。', remedy: '请先在“我的账号”点“绑定动态口令”。' },
  login_taken: {
    status: 409,
    message: '登录名“{login}”已有人使用。',
    remedy: '请换一个登录名；全角、大小写和首尾空格不作区别。',
  },
  roles_exclude: {
    status: 409,
    message: '同一人不能既任“{held}”又任“{wanted}”。',
    remedy: '系统、安全、审计三类管理员须由不同的人担任，并与业务岗位分开；请另选一人，或先终止原岗位。',
  },
  reaches_differ: {
    status: 409,
    message: '“{held}”与“{wanted}”的可见范围不同，同一账号不能兼任。',
    remedy: '请为另一岗位另开账号，或先终止原岗位。',
  },
  post_incomplete: { status: 422, message: '岗位“{role}”要写明{what}。', remedy: '请补充后再提交。' },
  user_not_found: { status: 404, message: '没有找到这个用户。', remedy: '请从用户列表重新进入。' },
  post_not_found: { status: 404, message: '没有找到这个岗位，或它已经终止。', remedy: '请从用户的岗位列表重新进入。' },
  own_account: { status: 409, message: '不能对自己的账号做这一步。', remedy: '请由另一位管理员办理。' },
  last_administrator: {
    status: 409,
    message: '这是最后一位“{role}”，停用后将无人能办理相应事项。',
    remedy: '请先为另一人开通同一岗位。',
  },
  organisation_not_found: { status: 404, message: '没有找到这个单位。', remedy: '请从单位列表重新进入。' },
  organisation_name_taken: { status: 409, message: '已有名为“{name}”的单位。', remedy: '请核对是否重复，或使用全称。' },
  contact_not_found: { status: 404, message: '没有找到这位联系人。', remedy: '请从单位页重新进入。' },
  region_not_found: { status: 404, message: '没有找到这个区域。', remedy: '请从区划表重新进入。' },
  region_loop: { status: 409, message: '上级区域不能是它自己或它的下级。', remedy: '请另选上级区域。' },
  code_overlaps: {
    status: 409,
    message: '代码 {code} 在 {from} 起的期间内已由“{name}”使用。',
    remedy: '请核对代码和起止日期；同一代码在同一天只能属于一个区域。',
  },
  dates_reversed: { status: 422, message: '止日期不能早于或等于起日期。', remedy: '止日期是不再有效的第一天，请改正。' },
  member_not_found: { status: 404, message: '没有找到这位成员。', remedy: '请从领导小组名单重新进入。' },
  sign_nothing_open: {
    status: 409,
    message: '“{title}”目前没有待签发的提请。',
    remedy: '请刷新后看是否已经签发或撤回；需要签发的，请经办先提请。',
  },
  sign_same_person: {
    status: 409,
    message: '“{title}”由您提请，不能由您签发。',
    remedy: '提请和签发须由不同的人办理，请交由另一位有审定权限的同事签发。',
  },
  sign_changed_since: {
    status: 409,
    message: '“{title}”在您打开签发单之后有变动，没有签发。',
    remedy: '请重新打开签发单，核对数字后再签发。',
  },
  identity_unknown: {
    status: 403,
    message: '统一身份认证通过，但没有对应的本系统账号。',
    remedy: '请把认证服务和身份标识交给本单位的系统管理员，与您的账号关联后再登录。',
  },
  identity_taken: {
    status: 409,
    message: '这个身份已关联到{name}的账号“{login}”，没有改动。',
    remedy: '请核对身份标识；确要改关联到这个账号的，请先在“{login}”那里解除。',
  },
  identity_linked: {
    status: 409,
    message: '这个账号已经关联了这个身份。',
    remedy: '不必再关联；还是登录不了的，请本人重新登录一次，核对页面上的身份标识。',
  },
  identity_of_administrator: {
    status: 403,
    message: '系统管理员、安全管理员、审计管理员的账号不关联统一身份，也不能以统一身份登录。',
    remedy: '三员的账号请用登录名、密码和动态口令登录。',
  },
  identity_not_found: { status: 404, message: '没有找到这条关联，或它已经解除。', remedy: '请从用户名册重新打开。' },
  issuer_unknown: {
    status: 422,
    message: '本系统没有接入认证服务“{issuer}”，它认证的身份不能关联。',
    remedy: '本系统接入的是“{known}”，请核对本人交来的内容；要换认证服务的，由运行维护人员改启动设置。',
  },
  identity_not_served: {
    status: 409,
    message: '本系统没有接入统一身份认证，关联了也不能用来登录。',
    remedy: '请运行维护人员先在启动设置中接入认证服务，再来关联。',
  },
  identity_failed: { status: 401, message: '统一身份认证没有完成。', remedy: '请回到登录页重新开始。' },
  identity_off: { status: 404, message: '本系统没有接入统一身份认证。', remedy: '请用登录名和密码登录。' },
});
