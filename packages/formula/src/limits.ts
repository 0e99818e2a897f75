/** 上限 — bounds on every formula (R25). Work is bounded by nodes × rows, so nothing needs a timer. */
export const limits = {
  /** UTF-16 units of the text. */
  length: 2000,
  /** Brackets, function calls and signs inside each other. */
  depth: 32,
  /** Nodes of the tree. */
  nodes: 500,
  /** Nodes after 连续 and 增长率 are unrolled over their years. */
  unrolled: 2000,
  /** 往年, 连续: years back, all together. */
  years: 20,
  /** Digits of one number. */
  digits: 24,
  /** Years, months or days a date may be moved. */
  steps: 40000,
} as const;
