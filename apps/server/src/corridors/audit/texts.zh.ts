/** 审计台账的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseAudit = refusalsOf('audit', {
  ledger_not_writable: {
    status: 503,
    message: '审计台账写不进去，这一步没有办理，数据未变。',
    remedy: '请稍后再试；仍不行时请系统管理员运行 muheng doctor 检查数据库权限和磁盘空间。',
  },
});

/** Above the table of an export. */
export const exportWords = {
  more: (rows: number, seq: number): string =>
    `符合条件的不止这些：只列出最新的 ${rows} 条，第 ${seq} 条之前的没有列出，请按时间分段导出。`,
} as const;

/** Why a chain does not hold, from a row on. */
export const breakWords = {
  edited: '内容被改动',
  missing: '缺少记录',
  relinked: '与上一条衔接不上（插入、调换或改写）',
  tail_missing: '末尾的记录被删除',
  head_differs: '链头与最后一条不符',
  rewritten: '与已签出的链头不符，台账被整体改写',
  head_forged: '签出的链头签名无效',
} as const;
export type ChainBreak = keyof typeof breakWords;
