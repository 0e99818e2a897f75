/** 哪里不对 — what validation found, in Chinese: the field by the words of its schema, then what it should be. @source trust R18 */
import { z } from 'zod';

export interface FieldFault {
  /** `parcels.0.areaSqm` */
  readonly path: string;
  /** 地块 › 第 1 项 › 面积 */
  readonly where: string;
  readonly message: string;
}

export const faultsOf = (schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): FieldFault[] =>
  issues.slice(0, 100).map((issue) => ({
    path: issue.path.map(String).join('.'),
    where: whereOf(schema, issue.path),
    message: messageOf(issue),
  }));

function whereOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    at = at === undefined ? undefined : childOf(bare(at), key);
    words.push(typeof key === 'number' ? `第 ${key + 1} 项` : (at?.description ?? bareDescription(at) ?? String(key)));
  }
  return words.join(' › ');
}

const bareDescription = (schema: z.ZodType | undefined): string | undefined =>
  schema === undefined ? undefined : bare(schema).description;

/** Without optional, nullable, default and the like around it. */
function bare(schema: z.ZodType): z.ZodType {
  let at = schema;
  while ('unwrap' in at && typeof at.unwrap === 'function' && !(at instanceof z.ZodArray)) at = at.unwrap();
  return at instanceof z.ZodPipe && at.in instanceof z.ZodType ? bare(at.in) : at;
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, key) ? schema.shape[String(key)] : undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (!(schema instanceof z.ZodUnion)) return undefined;
  for (const option of schema.options) {
    const child = option instanceof z.ZodType ? childOf(bare(option), key) : undefined;
    if (child !== undefined) return child;
  }
  return undefined;
}

const kindWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  date: '日期',
};

const formatWords: Readonly<Record<string, string>> = {
  date: '日期，如 2025-03-01',
  datetime: '时间，如 2025-03-01T09:00:00Z',
  guid: '编号',
  uuid: '编号',
  email: '电子邮箱',
  url: '网址',
};

/** A message that the schema itself gives is Chinese already; those that zod makes are told in our words. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message)
        ? '必须填写。'
        : `应当是${kindWords[issue.expected] ?? '约定的内容'}。`;
    case 'too_small':
      return smallest(issue.origin, issue.minimum, issue.inclusive === false);
    case 'too_big':
      return largest(issue.origin, issue.maximum, issue.inclusive === false);
    case 'invalid_format':
      return isChinese(issue.message) ? issue.message : `应当是${formatWords[issue.format] ?? '约定的格式'}。`;
    case 'invalid_value':
      return `只能是：${issue.values.slice(0, 12).map(String).join('、')}。`;
    case 'unrecognized_keys':
      return `有不认识的字段：${issue.keys.slice(0, 5).join('、').slice(0, 100)}。`;
    case 'not_multiple_of':
      return `应当是 ${String(issue.divisor)} 的倍数。`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return isChinese(issue.message) ? issue.message : '不符合约定的形式。';
  }
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function smallest(origin: string, minimum: number | bigint, strict: boolean): string {
  if (origin === 'string') return minimum === 1 ? '必须填写。' : `不能少于 ${minimum} 个字符。`;
  if (origin === 'array' || origin === 'set') return `不能少于 ${minimum} 项。`;
  return strict ? `应当大于 ${minimum}。` : `不能小于 ${minimum}。`;
}

function largest(origin: string, maximum: number | bigint, strict: boolean): string {
  if (origin === 'string') return `不能超过 ${maximum} 个字符。`;
  if (origin === 'array' || origin === 'set') return `不能超过 ${maximum} 项。`;
  return strict ? `应当小于 ${maximum}。` : `不能大于 ${maximum}。`;
}
