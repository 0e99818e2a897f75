/** Sentences of a difference. */
export const differenceWords = {
  added: (label: string, words: string): string => `新增${label}：${words}`,
  removed: (label: string, words: string): string => `删去${label}：${words}`,
  changed: (label: string, before: string, after: string): string => `${label}由“${before}”改为“${after}”`,
} as const;
