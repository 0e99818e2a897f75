/**
 * 密码规则 — two profiles. Both: length, not among the most frequent, not built from the login, the office or the product. `djbh` adds
 * composition and an age of 90 days; `asvs` has neither composition nor rotation. @source trust R2
 */
import { commonPasswords } from '../data/commonPasswords.generated.js';
import type { PasswordProfile } from '../settings.js';

export interface PasswordContext {
  readonly profile: PasswordProfile;
  /** Words that must not carry the password: login, names of the office and of the work. */
  readonly words: readonly string[];
}

/** The longest that is taken; far more than the 64 that must be. */
export const longestPassword = 256;
const shortest: Readonly<Record<PasswordProfile, number>> = { djbh: 10, asvs: 8 };
const ageDays: Readonly<Record<PasswordProfile, number | null>> = { djbh: 90, asvs: null };

/** Why a password will not do, in Chinese; undefined when it does. */
export function passwordFault(password: string, { profile, words }: PasswordContext): string | undefined {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < shortest[profile]) return `少于 ${shortest[profile]} 个字符`;
  if (length > longestPassword) return `多于 ${longestPassword} 个字符`;
  const plain = text.toLowerCase();
  if (commonPasswords.has(plain)) return '是最常见的密码之一';
  const context = contextWord(plain, words);
  if (context !== undefined) return `以“${context}”为主体，容易被猜到`;
  if (new Set(plain).size < 4 || isRun(plain)) return '由重复或连续的字符组成';
  if (profile === 'djbh' && kindsIn(text) < 3) return '须含大写字母、小写字母、数字、其他字符中的三种';
  return undefined;
}

/** 是否过期 — only `djbh` lets passwords age. */
export function isPasswordOld(profile: PasswordProfile, setAt: Date, now: Date): boolean {
  const days = ageDays[profile];
  return days !== null && now.getTime() - setAt.getTime() > days * 86_400_000;
}

/** A context word that makes up most of the password: what is left beside it has fewer than six characters. */
function contextWord(plain: string, words: readonly string[]): string | undefined {
  const known = [...words, 'muheng', 'mujun', 'password', '亩衡', '亩均'].map((word) =>
    word.normalize('NFKC').toLowerCase().trim(),
  );
  return known.find((word) => word.length >= 2 && plain.includes(word) && plain.length - word.length < 6);
}

const keysInOrder = ['1234567890', '0987654321', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba'].map((row) =>
  row.repeat(26),
);
const isRun = (plain: string): boolean => keysInOrder.some((row) => row.includes(plain));

function kindsIn(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
}
