/** 最小户数 — a pool too small for shares: all its members get one class, or none. */
import { type Cut, gradeName, type Scheme } from '@muheng/scheme';

export interface SmallPool {
  readonly size: number;
  /** null = nobody is graded. */
  readonly grade: string | null;
}

/** The rule for small pools where it applies to a pool of so many members; null otherwise. */
export function smallPool(cut: Cut | undefined, members: number): SmallPool | null {
  if (cut?.by !== 'share' || cut.smallest === undefined || members >= cut.smallest.size) return null;
  const { size, then } = cut.smallest;
  return { size, grade: 'all' in then ? then.all : null };
}

export const smallPoolInWords = (scheme: Scheme, { size, grade }: SmallPool): string =>
  `不足 ${size} ${scheme.subject.measure}，${grade === null ? '按规定不划类' : `按规定都定为${gradeName(scheme, grade)}`}`;
