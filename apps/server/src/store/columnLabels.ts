/**
 * 数据分级 — class and purpose of every column. Each folder labels its own tables in `columns.ts`; a column without a label does not
 * compile, and one that only the database knows fails the store's tests. @source trust R37; GB/T 43697
 */
export type DataClass = '一般' | '重要' | '核心';

export interface ColumnLabel {
  readonly class: DataClass;
  /** Whose secret it is: a person's, an enterprise's, nobody's. */
  readonly about: 'personal' | 'commercial' | 'none';
  /** 用途, Chinese. */
  readonly purpose: string;
}

/** `satisfies LabelsOf<AuditTables>` */
export type LabelsOf<Tables> = {
  readonly [Table in keyof Tables]: Readonly<Record<keyof Tables[Table], ColumnLabel>>;
};

/** Keys, states, times: says nothing about anybody. */
export const plain = (purpose: string): ColumnLabel => ({ class: '一般', about: 'none', purpose });
/** 个人信息 — masked unless unmasked by permission. */
export const personal = (purpose: string, dataClass: DataClass = '一般'): ColumnLabel => ({
  ...{ class: dataClass, about: 'personal', purpose },
});
/** 商业秘密 — figures of an enterprise. */
export const commercial = (purpose: string, dataClass: DataClass = '一般'): ColumnLabel => ({
  ...{ class: dataClass, about: 'commercial', purpose },
});

const classOrder: Readonly<Record<DataClass, number>> = { 一般: 0, 重要: 1, 核心: 2 };

const aboutTitles: Readonly<Record<ColumnLabel['about'], string>> = { personal: '个人信息', commercial: '商业秘密', none: '' };

/** 数据级别 — what is made of several columns carries the highest class among them: `数据级别：重要，含个人信息、商业秘密`. */
export function classInWords(labels: readonly ColumnLabel[]): string {
  let highest: DataClass = '一般';
  for (const label of labels) if (classOrder[label.class] > classOrder[highest]) highest = label.class;
  const secrets = (['personal', 'commercial'] as const).filter((about) => labels.some((label) => label.about === about));
  return `数据级别：${highest}${secrets.length === 0 ? '' : `，含${secrets.map((about) => aboutTitles[about]).join('、')}`}`;
}
