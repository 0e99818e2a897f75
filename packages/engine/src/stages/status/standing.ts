/** 评价状态的含义 — what each status code means: computed, ranked, graded; the built-in ones first. */
import { builtInStatuses, type Scheme } from '@muheng/scheme';

export interface Standing {
  readonly ids: readonly string[];
  /** By status code, 1 = yes. */
  readonly computed: Uint8Array;
  readonly ranked: Uint8Array;
  readonly graded: Uint8Array;
}

const builtIn: Readonly<Record<(typeof builtInStatuses)[number], readonly [computed: number, ranked: number, graded: number]>> = {
  graded: [1, 1, 1],
  out: [0, 0, 0],
  pending: [1, 0, 0],
  merged: [0, 0, 0],
};

export function standingOf(scheme: Scheme): Standing {
  const own = [...scheme.statuses.values()].filter((status) => !builtInStatuses.some((id) => id === status.id));
  const rows = [
    ...builtInStatuses.map((id) => builtIn[id]),
    ...own.map((status) => [Number(status.computed), Number(status.ranked), Number(status.graded)] as const),
  ];
  return {
    ids: [...builtInStatuses, ...own.map((status) => status.id)],
    computed: Uint8Array.from(rows, (row) => row[0]),
    ranked: Uint8Array.from(rows, (row) => row[1]),
    graded: Uint8Array.from(rows, (row) => row[2]),
  };
}
