/**
 * 数据疑点 — what a person must see about data or a scheme: what happened, where, what to do next.
 * Findings are values: they are collected, never thrown. Read `Finding` first, then `findingsOf`.
 */

/** error 必须处理, warning 请核对, note 提示. */
export type Severity = 'error' | 'warning' | 'note';

/** Where the trouble stands. Lines, columns and rows count from 1, as a person reads them. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly row?: number;
  /** Spreadsheet address, e.g. `F214`. */
  readonly cell?: string;
  /** 评价对象 identifier. */
  readonly subject?: string;
  /** Path in a scheme file, e.g. `indicators[2].formula`. */
  readonly path?: string;
}

export interface Finding {
  /** A sentence in English identifiers, e.g. `land_area_missing`. */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  /** Chinese: what happened. */
  readonly message: string;
  /** Chinese: what to do next. */
  readonly remedy: string;
}

/** Words for the blanks of a finding's sentences. */
export type Blanks = Readonly<Record<string, string | number>>;

/** One row of a room's `texts.zh.ts`: `{name}` marks a blank. */
export interface FindingText {
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Binds a table of texts to a builder: `const found = findingsOf(texts); found('code', where, { name: … })`.
 * A code that the table lacks does not compile.
 */
export function findingsOf<Code extends string>(
  texts: Readonly<Record<Code, FindingText>>,
): (code: Code, where: Place, blanks?: Blanks) => Finding {
  return (code, where, blanks = {}) => {
    const text = texts[code];
    return {
      code,
      severity: text.severity,
      where,
      message: fillBlanks(text.message, blanks),
      remedy: fillBlanks(text.remedy, blanks),
    };
  };
}

/** Puts the words into `{name}` blanks; a blank without a word stays visible. */
export function fillBlanks(sentence: string, blanks: Blanks): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(blanks, name) ? String(blanks[name]) : whole,
  );
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.severity === 'error');

/** `文件 第 3 行 第 5 列` — the place in words, empty when nothing is known. A cell of letters alone is a column. */
export function placeInWords(where: Place): string {
  const parts: string[] = [];
  if (where.file !== undefined) parts.push(where.file);
  if (where.sheet !== undefined) parts.push(`工作表“${where.sheet}”`);
  if (where.cell !== undefined) parts.push(/^[A-Z]+$/.test(where.cell) ? `${where.cell} 列` : `单元格 ${where.cell}`);
  else if (where.row !== undefined) parts.push(`第 ${where.row} 行`);
  if (where.line !== undefined) parts.push(`第 ${where.line} 行${where.column === undefined ? '' : ` 第 ${where.column} 列`}`);
  if (where.path !== undefined) parts.push(where.path);
  if (where.subject !== undefined) parts.push(`评价对象 ${where.subject}`);
  return parts.join(' ');
}

const severityInWords: Readonly<Record<Severity, string>> = { error: '必须处理', warning: '请核对', note: '提示' };

/** A message of a table of texts may end without one. */
const stop = (message: string): string => (/[。！？；：]$/.test(message) ? '' : '。');

/** One line for a terminal: severity, place, message, remedy. */
export function findingInWords(finding: Finding): string {
  const place = placeInWords(finding.where);
  return `[${severityInWords[finding.severity]}] ${place}${place === '' ? '' : '：'}${finding.message}${finding.remedy === '' ? '' : `${stop(finding.message)} ${finding.remedy}`}`;
}
