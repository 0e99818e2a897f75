/** 通知的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseNotices = refusalsOf('notices', {
  nobody_reads: {
    status: 409,
    message: '这个单位没有可用的账号，通知无人能看到。',
    remedy: '请先为该单位开通账号，或用电话联系其联系人。',
  },
  secret_missing: {
    status: 422,
    message: '{channel}还没有口令，不能启用。',
    remedy: '请填写口令：邮件填写账号口令，短信填写网关令牌，系统对接填写不少于 16 个字符的签名密钥。',
  },
  mail_open: {
    status: 422,
    message: '账号口令不能在不加密的连接上发送。',
    remedy: '请改用“全程加密”或“STARTTLS”，或在内网邮件服务器上不填账号。',
  },
  channel_not_set: { status: 409, message: '{channel}没有设置或没有启用。', remedy: '请先保存设置并启用，再试发。' },
  address_wrong: { status: 422, message: '收件地址“{to}”不对。', remedy: '邮件请填写邮箱，短信请填写 11 位手机号。' },
  not_given_up: { status: 409, message: '这一条不是已放弃的外发，不能重发。', remedy: '请刷新外发记录。' },
  address_missing: { status: 422, message: '选择了发{what}，但没有{what}地址。', remedy: '请填写地址，或不选这一列。' },
});

/** The words of a try. */
export const testWords = { title: '外发试验', words: '这是一条试发的通知，收到即说明渠道可用。' } as const;
