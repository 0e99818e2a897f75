/** 各处通用的“暂不能操作”。 */
import { refusalsOf } from './refusal.js';

export const refuseForm = refusalsOf('door', {
  not_signed_in: { status: 401, message: '尚未登录，或登录已失效。', remedy: '请登录后再试；没有保存的内容仍在本页。' },
  not_permitted: {
    status: 403,
    message: '您的岗位没有“{what}”的权限。',
    remedy: '这项权限属于：{who}。请交由他们办理；确需由您办理的，请联系安全管理员调整岗位。',
  },
  second_factor_needed: {
    status: 403,
    message: '这一步需要用动态口令登录。',
    remedy: '请在“我的账号”绑定动态口令，重新登录后再办理。',
  },
  proof_needed: { status: 403, message: '这一步需要再次确认您的身份。', remedy: '请重新输入密码或动态口令后继续。' },
  not_found: { status: 404, message: '没有找到这一项，或您无权查看。', remedy: '请核对链接，或从列表重新进入。' },
  version_differs: {
    status: 409,
    message: '您打开之后，这一项已被他人修改。',
    remedy: '请刷新后核对对方的修改，再决定是否办理。',
  },
  input_invalid: { status: 422, message: '提交的内容有 {count} 处不符合要求。', remedy: '请按每一处的提示修改后再提交。' },
  input_unreadable: { status: 400, message: '收到的内容不完整，或不是约定的格式。', remedy: '请刷新页面后重新提交。' },
  media_not_taken: { status: 415, message: '这里不接收这种格式的内容。', remedy: '请刷新页面后重新提交；程序对接请使用 JSON。' },
  too_large: { status: 413, message: '提交的内容超过了 {limit} 的上限。', remedy: '请分批提交，或先精简文件。' },
  file_missing: { status: 422, message: '没有收到文件。', remedy: '请选择一个文件后再提交。' },
  forged: {
    status: 403,
    message: '这个请求不是从本系统的页面发出的，没有办理。',
    remedy: '请回到本系统页面，刷新后重新办理。',
  },
  too_many: { status: 429, message: '操作过于频繁。', remedy: '请在 {seconds} 秒后再试。' },
  key_missing: {
    status: 400,
    message: '这一步须带提交编号（Idempotency-Key），以免重复办理。',
    remedy: '请刷新页面后重新提交；程序对接请为每次提交生成一个 8–64 位的编号。',
  },
  key_reused: { status: 422, message: '同一个提交编号先前用于不同的内容。', remedy: '请刷新页面后重新提交。' },
  key_running: { status: 409, message: '同一次提交正在办理。', remedy: '请稍候几秒再查看结果，不必重复提交。' },
  clash: { status: 409, message: '有人同时在办理同一项，本次没有保存。', remedy: '请再提交一次。' },
  already_there: {
    status: 409,
    message: '{what}已经有了，多半是他人刚刚登记的，本次没有保存。',
    remedy: '请刷新后核对：是同一项的不必再登记，不是同一项的请改正后再提交。',
  },
  named_elsewhere: {
    status: 409,
    message: '与“{what}”的关联刚被他人改动：所引用的已不在，或者仍有登记在引用它，本次没有保存。',
    remedy: '请刷新后核对关联的登记，重新选择或先解除引用，再提交。',
  },
  busy: { status: 503, message: '系统当前繁忙，本次没有办理。', remedy: '请稍后再试。' },
  // A connection that breaks during COMMIT leaves it open whether it was done.
  database_away: {
    status: 503,
    message: '数据库连接中断，本次没有得到确认。',
    remedy: '请稍后刷新，先看是否已经保存，再决定是否重新提交；持续不行请联系系统管理员。',
  },
  disk_full: {
    status: 503,
    message: '服务器磁盘空间不足，本次没有保存；查询和登录不受影响。',
    remedy: '请联系系统管理员清理磁盘后再提交。',
  },
});

/** 系统异常 — all that is told of a fault; the rest is in the log under the same number. */
export const faultText = {
  message: '系统出现异常，本次没有办理。',
  remedy: '请稍后再试；若仍出现，请把编号 {requestId} 告诉系统管理员。',
} as const;
