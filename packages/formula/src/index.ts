/** 公式 — text → tree → checked units → block kernels over columns, one-row trace, Chinese prose. Read docs/reference/formula.md. */
export * from './tree.js';
export {
  type AbsenceCode, type AbsenceKind, type Cell, absenceCodeOf, absenceInWords, absenceKindOf, absenceKinds, dominance, lenient, strict,
} from './absence.js';
export * from './stubs.js';
export { limits } from './limits.js';
