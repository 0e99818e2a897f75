/**
 * 缺失真值表 — what an operation gives when an operand is absent. Published as data: every evaluator of this package
 * reads these tables, and docs/reference/formula.md prints them (a test compares the two).
 */

/** 0 present, 1 missing 缺, 2 not_applicable 不适用, 3 not_reported 未报, 4 not_computable 算不出. */
export type AbsenceCode = 0 | 1 | 2 | 3 | 4;
export type AbsenceKind = 'missing' | 'not_applicable' | 'not_reported' | 'not_computable';

export const absenceKinds: readonly AbsenceKind[] = ['missing', 'not_applicable', 'not_reported', 'not_computable'];

export const absenceCodeOf: Readonly<Record<AbsenceKind, AbsenceCode>> = {
  missing: 1,
  not_applicable: 2,
  not_reported: 3,
  not_computable: 4,
};

export const absenceInWords: Readonly<Record<AbsenceKind, string>> = {
  missing: '缺',
  not_applicable: '不适用',
  not_reported: '未报',
  not_computable: '算不出',
};

/** The kind behind a code; undefined for 0 (present). */
export const absenceKindOf = (code: number): AbsenceKind | undefined => absenceKinds[code - 1];

/** One cell: a value, or NaN with the kind of its absence. */
export interface Cell {
  readonly value: number;
  readonly absence: AbsenceCode;
}

export const PRESENT = 0;
export const MISSING = 1;
export const NOT_APPLICABLE = 2;
export const NOT_REPORTED = 3;
export const NOT_COMPUTABLE = 4;

/** Which kind wins when several operands are absent, strongest first. */
export const dominance: readonly AbsenceKind[] = ['not_applicable', 'not_reported', 'missing', 'not_computable'];

const strengthOf = (code: number): number =>
  code === PRESENT ? 0 : dominance.length - dominance.findIndex((kind) => absenceCodeOf[kind] === code);

const codes: readonly AbsenceCode[] = [0, 1, 2, 3, 4];

const tableOf = (rule: (a: AbsenceCode, b: AbsenceCode) => AbsenceCode): Uint8Array =>
  Uint8Array.from(codes.flatMap((a) => codes.map((b) => rule(a, b))));

const stronger = (a: AbsenceCode, b: AbsenceCode): AbsenceCode => (strengthOf(a) >= strengthOf(b) ? a : b);

/**
 * 运算与比较 — `strict[a * 5 + b]`: present only when both are; otherwise the dominant kind.
 * Also the answer of 且, 或, 若 when neither operand decides.
 */
export const strict: Uint8Array = tableOf(stronger);

/**
 * 合计、最大、最小、平均 — `lenient[a * 5 + b]` for folding a list of operands: 不适用 is skipped, any other absence stays;
 * all 不适用 gives 不适用.
 */
export const lenient: Uint8Array = tableOf((a, b) => {
  if (a === NOT_APPLICABLE) return b;
  if (b === NOT_APPLICABLE) return a;
  return stronger(a, b);
});
