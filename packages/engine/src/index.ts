/** 评价引擎 — dataset × scheme → graded result; explain, compare, path to a grade, robustness, what-if. Read evaluate.ts first. */
export { compare, type Comparison, comparisonInWords, type Mover, type Run } from './compare/compare.js';
export * from './dataset.js';
export { type DatasetInput, type DatasetRead, datasetFrom } from './dataset/datasetFrom.js';
export { evaluate, gradeSubjects } from './evaluate.js';
export { explainer, explainSubject, type ExplainTask, statusName } from './explain/explain.js';
export type { Explanation, FactLine, IndicatorExplanation, PartExplanation, Viewer } from './explain/explanation.js';
export { explanationInWords } from './explain/words.js';
export { frameOf, referenceDayOf } from './frame.js';
export { gradeKey, howWords, type IndicatorJson, rankedOfPools, type ResultJson, resultAsJson, type SubjectJson, subjectAsJson } from './json.js';
export { path, pathInWords, type Path, type PathTask, type Step } from './path/path.js';
export * from './result.js';
export { type Robustness, robustness, robustnessInWords, type RobustnessTask } from './robustness/robustness.js';
export { explainLand, type LandExplanation } from './stages/land/explainLand.js';
export { scoreSubjects } from './stages/scored.js';
export { type Scored, statusCode } from './stages/stage.js';
export { type Factors, prepareWhatIf, type WhatIf } from './whatif.js';
