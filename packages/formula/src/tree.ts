/**
 * 公式 — the words and trees of the formula language. Start at `Formula`; `TypedNode` is what the reader makes of a text
 * after names, types and units are settled. Evaluators (kernel/, row.ts) read it, prose.ts and trace.ts print it.
 */
import type { Finding, Place } from '@muheng/finding';
import type { MuDivisor, Ratio, RoundingMode, Unit } from '@muheng/quantity';
import type { AbsenceCode } from './absence.js';
import type { Operation } from './functions.js';

/** One column: number, date as day number, flag 0/1, text as dictionary code; NaN where absent, the kind in `absence`. */
export interface Column {
  readonly values: Float64Array;
  readonly absence: Uint8Array;
}

export type ValueType = 'number' | 'text' | 'date' | 'flag';

/** A name a formula may use. */
export interface NameInfo {
  /** English identifier. */
  readonly id: string;
  /** Official Chinese term. */
  readonly term: string;
  readonly type: ValueType;
  /** Numbers only; none = a pure number. */
  readonly unit?: Unit;
  /** Texts that may stand here; another text is a typing error. */
  readonly values?: readonly string[];
  /** May stand in prior(), growth(), consecutive(). */
  readonly prior: boolean;
}

/** 附表 — a side table: events, titles, occupancy, meters, decisions. */
export interface TableInfo {
  readonly id: string;
  readonly term: string;
  readonly fields: readonly NameInfo[];
}

/**
 * 名单 or 代码表. With `entries` it is a fixed table of codes, tested against a text value (`行业 属于 表(公用事业)`);
 * without, a membership list asked per subject (`列入(科技型企业)`), at a date when `dated`.
 */
export interface ListInfo {
  readonly id: string;
  readonly term: string;
  readonly dated: boolean;
  readonly entries?: readonly string[];
}

/** What a formula may speak of. `names()` gives every id and term of facts, tables and lists, for reading and for suggestions. */
export interface NameSpace {
  find(name: string): NameInfo | undefined;
  table(name: string): TableInfo | undefined;
  list(name: string): ListInfo | undefined;
  names(): readonly string[];
  readonly mu: MuDivisor;
}

/** A fact the formula reads, and how many years back (0 = the data year). */
export interface Reference {
  readonly id: string;
  readonly yearsBack: number;
}

/** A membership list the formula asks, with the day it is asked for; `dayOf(use.day, frame)` gives the number for `Frame.member`. */
export interface ListUse {
  readonly list: string;
  readonly day: DayRule;
}

/** A day that is the same for every row: a fixed day number, or the reference date; then moved by calendar steps. */
export interface DayRule {
  readonly from: number | 'reference_date';
  readonly moves: readonly TimeStep[];
}

export type TimeUnit = 'year' | 'month' | 'day';

export interface TimeStep {
  /** Whole number, negative = back. */
  readonly amount: number;
  readonly in: TimeUnit;
}

/** A read and checked formula. Nothing changes it afterwards; it is safe to share. */
export interface Formula {
  readonly text: string;
  readonly type: ValueType;
  /** Of the result; pure for non-numbers. */
  readonly unit: Unit;
  readonly tree: TypedNode;
  readonly references: readonly Reference[];
  readonly aggregates: readonly AggregateNode[];
  /** Membership lists asked with `member`. Fixed tables are folded into the tree. */
  readonly lists: readonly ListUse[];
  /** Fixed code tables whose entries are in the tree: they belong to the scheme's closure. */
  readonly tables: readonly string[];
  /** Every text constant, so that a dictionary can know them beforehand (needed when the result is a text). */
  readonly texts: readonly string[];
}

/** What the place of use wants. With `unit`, the result is converted to it. */
export interface Expected {
  readonly type: ValueType;
  readonly unit?: Unit;
  readonly place?: Place;
}

export interface ReadResult {
  readonly formula?: Formula;
  readonly findings: readonly Finding[];
}

interface Typed {
  readonly type: ValueType;
  /** Pure for non-numbers. */
  readonly unit: Unit;
}

/** A constant: number in `unit`, day number, or 0/1. */
export interface ConstantNode extends Typed {
  readonly kind: 'constant';
  readonly value: number;
}

export interface TextNode extends Typed {
  readonly kind: 'text';
  readonly text: string;
}

export interface NameNode extends Typed {
  readonly kind: 'name';
  readonly id: string;
  readonly term: string;
  /** How prose writes it so that it reads back: the term, or the term in 「」. */
  readonly word: string;
  /** `field`: a column of the side table around it. */
  readonly from: 'subject' | 'field';
}

/** 基准日, 数据年度. */
export interface BuiltInNode extends Typed {
  readonly kind: 'builtin';
  readonly which: 'reference_date' | 'data_year';
}

/** An operator or a function of the table in functions.ts. */
export interface CallNode extends Typed {
  readonly kind: 'call';
  readonly op: Operation;
  readonly args: readonly TypedNode[];
  /** Only for `round`. */
  readonly rounding?: { readonly to: number; readonly by: RoundingMode };
}

/** A change of unit by an exact ratio, put in by the checker. */
export interface ConvertNode extends Typed {
  readonly kind: 'convert';
  readonly of: TypedNode;
  readonly ratio: Ratio;
}

/** `of` as it was `years` before. */
export interface PriorNode extends Typed {
  readonly kind: 'prior';
  readonly of: TypedNode;
  readonly years: number;
}

/** 增长率 — (now − year before) ÷ year before; 算不出 when the year before is not above zero. */
export interface GrowthNode extends Typed {
  readonly kind: 'growth';
  readonly of: TypedNode;
}

/** 连续 — true now and in the `years` − 1 years before. */
export interface ConsecutiveNode extends Typed {
  readonly kind: 'consecutive';
  readonly of: TypedNode;
  readonly years: number;
}

/** A date moved by calendar steps. */
export interface MoveDateNode extends Typed {
  readonly kind: 'move_date';
  readonly of: TypedNode;
  readonly by: TimeStep;
}

/** 属于 — a value among constants; from a code table when `list` is named. */
export interface AmongNode extends Typed {
  readonly kind: 'among';
  readonly of: TypedNode;
  readonly texts: readonly string[];
  readonly numbers: readonly ConstantNode[];
  readonly list?: { readonly id: string; readonly word: string };
}

/** 开头是 / 代码介于 — a test of a text's beginning. */
export interface CodeTestNode extends Typed {
  readonly kind: 'code_test';
  readonly of: TypedNode;
  readonly test: CodeTest;
}

export type CodeTest =
  | {
      readonly kind: 'starts_with';
      readonly prefixes: readonly string[];
      readonly list?: { readonly id: string; readonly word: string };
    }
  | { readonly kind: 'between'; readonly low: string; readonly high: string };

/** 列入 — the subject stands in a membership list. */
export interface MemberNode extends Typed {
  readonly kind: 'member';
  readonly list: string;
  readonly word: string;
  readonly day: DayRule;
  /** The day as written; none = reference date. */
  readonly written?: TypedNode;
}

/** 有效于 — the row of the side table is valid on `day`: from ≤ day, and to absent or ≥ day. */
export interface ValidOnNode extends Typed {
  readonly kind: 'valid_on';
  readonly day: TypedNode;
  readonly expanded: TypedNode;
}

export type AggregateFunction = 'count' | 'sum' | 'max' | 'min' | 'avg' | 'any';

/** One number per subject from the rows of a side table. */
export interface AggregateNode extends Typed {
  readonly kind: 'aggregate';
  readonly function: AggregateFunction;
  readonly table: string;
  readonly word: string;
  /** None for count and any. */
  readonly value?: TypedNode;
  readonly where?: TypedNode;
  /** Prose of the node: equal keys give equal columns. */
  readonly key: string;
}

export type TypedNode =
  | ConstantNode
  | TextNode
  | NameNode
  | BuiltInNode
  | CallNode
  | ConvertNode
  | PriorNode
  | GrowthNode
  | ConsecutiveNode
  | MoveDateNode
  | AmongNode
  | CodeTestNode
  | MemberNode
  | ValidOnNode
  | AggregateNode;

/** What a kernel reads. Column arrays have `rows` entries. */
export interface Frame {
  readonly rows: number;
  column(id: string, yearsBack: number): Column;
  /** Dictionary code, −1 when unknown. */
  codeOf(text: string): number;
  textOf(code: number): string;
  /** Supplied by the engine through `aggregateColumn`; one entry per subject. */
  aggregate(node: AggregateNode): Column;
  /** Flag column: is each subject in the list on that day. */
  member(list: string, day: number): Column;
  /** 基准日 as day number. */
  readonly referenceDay: number;
  /** 数据年度. */
  readonly year: number;
  /** Columns of a side table: only in the frames that `aggregateColumn` makes. */
  field?(id: string): Column;
}

/** 附表 with its rows sorted by subject; the rows of subject s are `subjectStart[s]` up to `subjectStart[s + 1]`. */
export interface SideTable {
  readonly rows: number;
  readonly subjectStart: Int32Array;
  field(id: string): Column;
  codeOf(text: string): number;
  textOf(code: number): string;
}

/** Runs over a frame in blocks of 1 024 rows; `out` is written and returned when given. */
export interface Kernel {
  run(frame: Frame, out?: Column): Column;
  /** For who looks at every block once and keeps no column. The reader and its results are the kernel's own: one at a time. */
  over(frame: Frame): BlockReader;
}

/** Computes a block of at most 1 024 rows into `results`, which the next block overwrites. */
export interface BlockReader {
  /** One for each formula. */
  readonly results: readonly BlockResult[];
  /** Rows `start` up to `end`. */
  span(start: number, end: number): void;
  /** The rows listed in `rows[start]` up to `rows[end]`. */
  pick(rows: Int32Array, start: number, end: number): void;
}

/** `clean`: nothing in the block is absent, and then `absence` is not kept up. Where something is absent the value is NaN. */
export interface BlockResult {
  readonly values: Float64Array;
  readonly absence: Uint8Array;
  readonly clean: boolean;
}

/** One step of an explanation. */
export interface Trace {
  /** The step in words with numbers put in: `评价税收 490 ÷ 用地面积 20`. */
  readonly text: string;
  /** `24.5 = 评价税收 490 ÷ 用地面积 20`: recomputable from what is printed. */
  readonly line: string;
  readonly value: number;
  readonly absence: AbsenceCode;
  /** The value as printed: number, date, text, 是/否 or the kind of absence. */
  readonly shown: string;
  readonly type: ValueType;
  readonly unit: Unit;
  readonly node: TypedNode;
  readonly yearsBack: number;
  readonly steps: readonly Trace[];
}
