/** `--grade` → a key of the scheme's classes: `B`, `B类` or its label. */
import type { Scheme } from '@muheng/scheme';
import { UsageTrouble } from '../exits.js';

export function gradeOf(scheme: Scheme, word: string): string {
  const found = scheme.grades.classes.find((one) => one.key === word || one.name === word || one.label === word);
  if (found !== undefined) return found.key;
  throw new UsageTrouble(
    `办法没有类别“${word}”。类别有 ${scheme.grades.classes.map((one) => `${one.key}（${one.name}）`).join('、')}。`,
  );
}
