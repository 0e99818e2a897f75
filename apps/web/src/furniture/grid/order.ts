/** 排序 — by one column, as the server takes it. Pure. */

export interface Sort {
  readonly key: string;
  readonly down: boolean;
}

/** One press sorts up, the next down, the third takes it back. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? null : { key, down: true };
}
