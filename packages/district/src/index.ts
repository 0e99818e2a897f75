/** 归集 — tables of a district's departments → subjects, facts and ledgers, and the tables that an evaluation takes. Read `joinDistrict`. */
export { type DepartmentFile, type District, type DistrictTask, joinDistrict } from './district.js';
export { type EvaluationTables, evaluationTables, type ForEvaluation } from './evaluationTables.js';
export type { FactKey, FactStore, FactValue, Source } from './facts.js';
export { industryFact, withIndustries } from './industries.js';
export type { Land, Occupancy } from './land.js';
export type { MeterRow, Power } from './power.js';
export { kindWords, type TableKind, TableView, tableKinds } from './recognise.js';
export { referencesFrom } from './references.js';
export { livesIn, type Register, type Subject } from './register.js';
export { departmentTerms, type FactTerm, factsOfJoining, ledgerTerms } from './terms.js';
export { found as districtFinding } from './texts.zh.js';
