/** 评价引擎 — dataset × scheme → graded result; explain, compare, path to a grade, robustness, what-if. Read evaluate.ts first. */
export { type Comparison, compare, comparisonInWords, type Mover, type Run } from './compare/compare.js';
export { columnsUnused, columnUses, type DatasetInput, type DatasetRead, datasetFrom } from './dataset/datasetFrom.js';
export * from './dataset.js';
export { evaluate, gradeSubjects } from './evaluate.js';
export { type ExplainTask, explainer, explainSubject } from './explain/explain.js';
export type { Explanation, FactLine, IndicatorExplanation, PartExplanation, Viewer } from './explain/explanation.js';
export { explanationInWords, subjectInWords } from './explain/words.js';
export { frameOf, referenceDayOf } from './frame.js';
export {
  gradeKey,
  howWords,
  type IndicatorJson,
  type ResultJson,
  rankedOfPools,
  resultAsJson,
  type SubjectJson,
  subjectAsJson,
} from './json.js';
export { type Path, type PathTask, path, pathInWords, type Step } from './path/path.js';
export * from './result.js';
export { type Robustness, type RobustnessTask, robustness, robustnessInWords } from './robustness/robustness.js';
export { explainLand, type LandExplanation } from './stages/land/explainLand.js';
export { scoreSubjects } from './stages/scored.js';
export { placeOf } from './stages/scores/points.js';
export { PoolSamples, spreadsOf } from './stages/scores/scoreRows.js';
export { type Scored, statusCode } from './stages/stage.js';
export { countAtMost, countLess } from './stages/statistics.js';
export {
  canonicalObject,
  indentedObject,
  type Member,
  type SubjectStyle,
  subjectMembers,
  type TextOf,
} from './subjectText.js';
export { type Factors, prepareWhatIf, type WhatIf } from './whatif.js';
