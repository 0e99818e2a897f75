/** 本单位设置 — what an office decides about sign-in and sessions; kept in `office.settings`, read with every default spelled out. */
import { z } from 'zod';

export const passwordProfiles = ['djbh', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

export const officeSettings = z.strictObject({
  /** djbh 等保: composition and 90 days; asvs: length and lists only. @source trust R2 */
  passwordProfile: z.enum(passwordProfiles).describe('密码规则'),
  idleMinutes: z.int().min(5).max(60).describe('无操作退出（分钟）'),
  sessionHours: z.int().min(1).max(12).describe('一次登录最长（小时）'),
  firstSecretHours: z.int().min(1).max(168).describe('开通码有效（小时）'),
});
export type OfficeSettings = z.infer<typeof officeSettings>;

export const newOfficeSettings: OfficeSettings = {
  passwordProfile: 'djbh',
  idleMinutes: 15,
  sessionHours: 8,
  firstSecretHours: 72,
};

/** @throws ZodError when the stored settings are not ours */
export const settingsOf = (stored: unknown): OfficeSettings => officeSettings.parse(stored);
