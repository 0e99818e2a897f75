/** 缺失种类 — the codes of absence columns, named. The kinds and their words stand in @muheng/formula. */
export type { Column } from '@muheng/formula';

export const PRESENT = 0;
export const MISSING = 1;
export const NOT_APPLICABLE = 2;
export const NOT_REPORTED = 3;
export const NOT_COMPUTABLE = 4;
