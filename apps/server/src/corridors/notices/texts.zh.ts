/** 通知的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseNotices = refusalsOf('notices', {
  nobody_reads: {
    status: 409,
    message: '这个单位没有可用的账号，通知无人能看到。',
    remedy: '请先为该单位开通账号，或用电话联系其联系人。',
  },
});
