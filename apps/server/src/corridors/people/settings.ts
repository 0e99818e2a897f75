/** 本单位设置 — what an office decides for itself; kept in `office.settings`, read with every default spelled out. */
import { z } from 'zod';

export const passwordProfiles = ['djbh', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** `by_application`: several enterprises may ask for one grade; `none`: this office does not merge. @source scheme-language S85 */
export const mergedRules = ['by_application', 'none'] as const;

/** Sign-in and sessions: the security administrator's. */
export const securitySettings = z.strictObject({
  /** djbh 等保: composition and 90 days; asvs: length and lists only. @source trust R2 */
  passwordProfile: z.enum(passwordProfiles).describe('密码规则'),
  idleMinutes: z.int().min(5).max(60).describe('无操作退出（分钟）'),
  sessionHours: z.int().min(1).max(12).describe('一次登录最长（小时）'),
  firstSecretHours: z.int().min(1).max(168).describe('开通码有效（小时）'),
});

/** `苏S（2024）012号`, `GS京（2023）0650号`; empty: none yet. */
const approvalNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^$|^[A-Z\p{Script=Han}]{1,8}[（(〔[]\d{4}[）)〕\]]\d{1,6}号$/u, '请照批准文书填写，如 苏S（2024）012号。')
  .describe('审图号');

/** The work itself: the system administrator's. */
export const workSettings = z.strictObject({
  mergedRule: z.enum(mergedRules).describe('合并评价'),
  /** 审图号 — without it no public page carries a map. @source trust R48 */
  mapApprovalNumber: approvalNumber,
  /** @source trust R33 */
  personQuotaMegabytes: z.int().min(10).max(1_048_576).describe('每人空间（MB）'),
  officeQuotaMegabytes: z.int().min(100).max(10_485_760).describe('本单位空间（MB）'),
});

export const officeSettings = z.strictObject({ ...securitySettings.shape, ...workSettings.shape });
export type OfficeSettings = z.infer<typeof officeSettings>;

export const newOfficeSettings: OfficeSettings = {
  passwordProfile: 'djbh',
  idleMinutes: 15,
  sessionHours: 8,
  firstSecretHours: 72,
  mergedRule: 'by_application',
  mapApprovalNumber: '',
  personQuotaMegabytes: 2048,
  officeQuotaMegabytes: 51_200,
};

const stored = officeSettings.partial();

/** What an earlier version did not know yet has its usual value. @throws ZodError when the stored settings are not ours */
export const settingsOf = (kept: unknown): OfficeSettings =>
  officeSettings.parse({ ...newOfficeSettings, ...stored.parse(kept) });
