/**
 * 运算与函数表 — the one table of what may be called: operation, names in both languages, number of arguments, the rule its
 * types and units follow. What each does with numbers stands in scalar.ts, with absences in row.ts and kernel/blocks.ts;
 * both are Records over `Operation`, so a forgotten one does not compile.
 */

export type Comparison = 'equal' | 'unequal' | 'less' | 'at_most' | 'more' | 'at_least';
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/** What a `CallNode` can be. */
export type Operation =
  | Arithmetic
  | Comparison
  | 'negate'
  | 'between'
  | 'days_between'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | CalledOperation;

/** Operations written as functions. */
export type CalledOperation =
  | 'min'
  | 'max'
  | 'sum'
  | 'avg'
  | 'round'
  | 'floor'
  | 'ceil'
  | 'abs'
  | 'ln'
  | 'log10'
  | 'exp'
  | 'sqrt'
  | 'clamp'
  | 'missing'
  | 'not_applicable'
  | 'not_reported'
  | 'not_computable'
  | 'or_else'
  | 'years_since';

/** Functions that become nodes of their own. */
export type SpecialFunction =
  | 'prior'
  | 'growth'
  | 'consecutive'
  | 'member'
  | 'starts_with'
  | 'code_between'
  | 'count'
  | 'any'
  | 'valid_on';

export type FunctionName = CalledOperation | SpecialFunction;

/**
 * alike: numbers of one dimension (or all dates, or anything for `of: any`), result as the arguments; keep: a number, unit kept;
 * pure: pure numbers only; absence: any type, gives a flag; own: has its own check.
 */
export type Rule =
  | { readonly kind: 'alike'; readonly of: 'numbers' | 'numbers_or_dates' | 'any' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'pure' }
  | { readonly kind: 'absence' }
  | { readonly kind: 'own' };

export interface FunctionRow {
  /** The Chinese name prose prints. */
  readonly term: string;
  /** Other names that are read; the English identifier always is. */
  readonly also: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly rule: Rule;
}

const many = 500;
const own: Rule = { kind: 'own' };
const keep: Rule = { kind: 'keep' };
const pure: Rule = { kind: 'pure' };
const absence: Rule = { kind: 'absence' };

export const functions: Readonly<Record<FunctionName, FunctionRow>> = {
  min: { term: '最小', also: ['最小值', '取小'], least: 1, most: many, rule: { kind: 'alike', of: 'numbers_or_dates' } },
  max: { term: '最大', also: ['最大值', '取大'], least: 1, most: many, rule: { kind: 'alike', of: 'numbers_or_dates' } },
  sum: { term: '合计', also: ['求和'], least: 1, most: many, rule: { kind: 'alike', of: 'numbers' } },
  avg: { term: '平均', also: ['平均值', 'average'], least: 1, most: many, rule: { kind: 'alike', of: 'numbers' } },
  round: { term: '修约', also: ['四舍五入'], least: 2, most: 3, rule: own },
  floor: { term: '向下取整', also: [], least: 1, most: 1, rule: keep },
  ceil: { term: '向上取整', also: [], least: 1, most: 1, rule: keep },
  abs: { term: '绝对值', also: [], least: 1, most: 1, rule: keep },
  ln: { term: '自然对数', also: [], least: 1, most: 1, rule: pure },
  log10: { term: '常用对数', also: [], least: 1, most: 1, rule: pure },
  exp: { term: '自然指数', also: [], least: 1, most: 1, rule: pure },
  sqrt: { term: '平方根', also: [], least: 1, most: 1, rule: pure },
  clamp: { term: '限于', also: ['限制在'], least: 3, most: 3, rule: { kind: 'alike', of: 'numbers' } },
  missing: { term: '缺', also: ['缺失'], least: 1, most: 1, rule: absence },
  not_applicable: { term: '不适用', also: [], least: 1, most: 1, rule: absence },
  not_reported: { term: '未报', also: [], least: 1, most: 1, rule: absence },
  not_computable: { term: '算不出', also: [], least: 1, most: 1, rule: absence },
  or_else: { term: '否则取', also: [], least: 2, most: 2, rule: { kind: 'alike', of: 'any' } },
  years_since: { term: '满年数', also: [], least: 1, most: 1, rule: own },
  prior: { term: '往年', also: ['上年'], least: 1, most: 2, rule: own },
  growth: { term: '增长率', also: [], least: 1, most: 1, rule: own },
  consecutive: { term: '连续', also: [], least: 2, most: 2, rule: own },
  member: { term: '列入', also: [], least: 1, most: 2, rule: own },
  starts_with: { term: '开头是', also: [], least: 2, most: 2, rule: own },
  code_between: { term: '代码介于', also: [], least: 3, most: 3, rule: own },
  count: { term: '件数', also: ['计数'], least: 1, most: 1, rule: own },
  any: { term: '存在', also: [], least: 1, most: 1, rule: own },
  valid_on: { term: '有效于', also: [], least: 1, most: 1, rule: own },
};

/** Every name of every function, to the function. */
export const functionOf: ReadonlyMap<string, FunctionName> = new Map(
  functionNames().flatMap((name) =>
    [name, functions[name].term, ...functions[name].also].map((word): [string, FunctionName] => [word, name]),
  ),
);

export function functionNames(): readonly FunctionName[] {
  return [
    ...(['min', 'max', 'sum', 'avg', 'round', 'floor', 'ceil', 'abs', 'ln', 'log10', 'exp', 'sqrt', 'clamp'] as const),
    ...(['missing', 'not_applicable', 'not_reported', 'not_computable', 'or_else', 'years_since'] as const),
    ...(['prior', 'growth', 'consecutive', 'member', 'starts_with', 'code_between', 'count', 'any', 'valid_on'] as const),
  ];
}

/** Functions that can gather the rows of a side table. */
export const aggregating: ReadonlySet<FunctionName> = new Set<FunctionName>(['count', 'any', 'sum', 'max', 'min', 'avg']);
