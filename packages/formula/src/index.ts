/**
 * 公式 — text → tree → checked units → block kernels over columns, one-row trace, Chinese prose.
 * Read `readFormula` (read.ts) first; for officials there is docs/reference/formula.md.
 */
export {
  type AbsenceCode,
  type AbsenceKind,
  absenceCodeOf,
  absenceInWords,
  absenceKindOf,
  absenceKinds,
  type Cell,
  dominance,
  lenient,
  strict,
} from './absence.js';
export { aggregateColumn } from './aggregate.js';
export { nearName } from './check/near.js';
export { dayOf } from './codes.js';
export { conditionInFigures } from './figures.js';
export { type FunctionName, functions } from './functions.js';
export { compile, compileTogether } from './kernel/compile.js';
export { newColumn } from './kernel/machine.js';
export { blockRows } from './kernel/register.js';
export { limits } from './limits.js';
export { formatNumber } from './print.js';
export { formulaInWords } from './prose.js';
export { type Quotient, quotientOf } from './quotient.js';
export { readFormula } from './read.js';
export { evaluateRow } from './row.js';
export { functionExamples, functionMeanings } from './texts.zh.js';
export { traceRow } from './trace.js';
export type * from './tree.js';
