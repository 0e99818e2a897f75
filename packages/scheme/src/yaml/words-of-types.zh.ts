/** Chinese words for the kinds of value a shape may want. */
export const typeWords: Readonly<Record<string, string>> = {
  string: '文字（数字样的文字请加引号）',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项前写 - ，或写在 [ ] 里）',
  tuple: '列表（写在 [ ] 里）',
  object: '分层内容（键: 值）',
  record: '分层内容（键: 值）',
  null: '空',
};
