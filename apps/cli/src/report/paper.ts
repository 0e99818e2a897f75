/** 评价结果一份 — everything the papers are printed from; terminal, workbook, HTML and CSV read only this. */
import type { Result } from '@muheng/engine';
import type { Finding } from '@muheng/finding';
import type { Leaf, Scheme } from '@muheng/scheme';
import type { FileLine } from '../district/fileLine.js';
import { type GradeLook, gradeLook } from './grades.js';
import { type Heading, headingOf } from './heading.js';
import type { Movers } from './movers.js';
import { isMoved, type SubjectLine, subjectLines } from './subjects.js';

/** What the result was made of; `result` is the hash of the printed result itself. */
export interface PaperIdentity {
  readonly scheme: string;
  readonly data: string;
  readonly semantics: number;
  readonly result: string;
}

export interface PaperInputs {
  readonly scheme: Scheme;
  readonly result: Result;
  readonly identity: PaperIdentity;
  readonly findings: readonly Finding[];
  /** 评价办法 in prose. */
  readonly method: string;
  /** 评定依据 of one subject in words. */
  readonly explain: (id: string) => string;
  /** 变化: against last year, when it is known. */
  readonly movers?: Movers;
  /** 部门文件, when the data came as such. */
  readonly delivery?: { readonly files: readonly FileLine[] };
  /** Grades that rest on a figure whose unit is asked about. */
  readonly doubtful?: readonly string[];
  /** 镇街 by id, when it is known. */
  readonly towns?: ReadonlyMap<string, string>;
}

export interface Paper extends PaperInputs {
  readonly heading: Heading;
  readonly lines: readonly SubjectLine[];
}

export function paperOf(inputs: PaperInputs): Paper {
  return { ...inputs, heading: headingOf(inputs.scheme, inputs.result.year), lines: subjectLines(inputs.scheme, inputs.result) };
}

export interface GradeTally {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly look: GradeLook;
  readonly count: number;
}

/** Subjects by final grade, best first, among the given lines. */
export function tallyOf(scheme: Scheme, lines: readonly SubjectLine[]): readonly GradeTally[] {
  const classes = scheme.grades.classes;
  return classes.map((one, place) => ({
    key: one.key,
    name: one.name,
    label: one.label ?? '',
    look: gradeLook(place, classes.length),
    count: lines.filter((line) => line.grade === place).length,
  }));
}

/** Who has a grade; members evaluated as one are counted once, by the subject they were merged into. */
export const gradedLines = (paper: Paper): readonly SubjectLine[] =>
  paper.lines.filter((line) => line.grade >= 0 && line.statusId !== 'merged');
/** Who has a rank and, by the scheme, no class. */
export const rankedOnlyLines = (paper: Paper): readonly SubjectLine[] =>
  paper.lines.filter((line) => line.grade < 0 && line.rankedOnly);
/** Who has neither class nor, where the scheme only ranks, a rank. */
export const ungradedLines = (paper: Paper): readonly SubjectLine[] =>
  paper.lines.filter((line) => line.grade < 0 && !line.rankedOnly);
export const movedLines = (paper: Paper): readonly SubjectLine[] => paper.lines.filter(isMoved);

/** What the ids are: 统一社会信用代码 of department files, whatever the table has otherwise. */
export const idTitle = ({ delivery }: Paper): string => (delivery === undefined ? '编号' : '统一社会信用代码');

/** Unit as shown in a header: as the document prints it, empty for a pure number. */
export const unitOf = (leaf: Leaf): string => leaf.printedUnit ?? leaf.unit.text;

/** The scheme's name of a ranking pool, group or `all`. */
export function scopeName(paper: Paper, scope: string): string {
  if (scope === 'all') return '全部';
  return (
    paper.result.pools.find((pool) => pool.id === scope)?.name ??
    paper.scheme.groups.find((group) => group.id === scope)?.name ??
    scope
  );
}
