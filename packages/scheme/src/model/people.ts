/** 评价对象 — statuses, who is in, groups. */
import type { Formula } from '@muheng/formula';
import type { Citation } from './basis.js';

export interface StatusRule {
  readonly id: string;
  readonly name: string;
  readonly computed: boolean;
  readonly ranked: boolean;
  readonly graded: boolean;
  readonly treatedAs?: string;
  readonly cited: Citation;
}

/** Statuses every scheme has. graded 参评, out 不在评价范围, pending 待补数据, merged 合并评价. */
export const builtInStatuses = ['graded', 'out', 'pending', 'merged'] as const;

export interface WhoRule {
  readonly include: Formula;
  readonly undetermined: 'pending' | 'out' | 'in';
  readonly except: readonly {
    readonly id: string;
    readonly when: Formula;
    readonly status: string;
    readonly reason: string;
    readonly cited: Citation;
  }[];
  readonly cited: Citation;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly when: Formula | 'otherwise';
  readonly pool: string;
  readonly cited: Citation;
}
