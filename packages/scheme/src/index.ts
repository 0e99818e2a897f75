/** 评价办法 — scheme file → checked model; differences, prose, templates. Read docs/reference/scheme.md. */

export { cutInWords, keyInWords } from './describe/grades.zh.js';
export { describeScheme } from './describe/index.zh.js';
export { absenceInWords } from './describe/indicators.zh.js';
export { overrideInWords } from './describe/overrides.zh.js';
export { statusName } from './describe/people.zh.js';
export { scoreInWords } from './describe/scores.zh.js';
export { gradeName } from './describe/words.zh.js';
export { type Difference, diffSchemes } from './diff/diffSchemes.js';
export { type CatalogueFact, catalogueFacts, factHeader, factRow, searchFacts } from './make/catalogue.zh.js';
export { type CopiedScheme, type CopyWish, copyScheme } from './make/copyScheme.js';
export { type FactTerm, factTermsFor } from './make/factTerms.js';
export { schemeJsonSchema } from './make/jsonSchema.js';
export { type NewScheme, type NewSchemeWish, newScheme } from './make/newScheme.js';
export * from './model.js';
export { documentInWords } from './read/documents.js';
export { readScheme, type SchemeInput, type SchemeRead } from './read/readScheme.js';
export { formulasOf } from './read/used.js';
export { isSchemeId } from './shape/scheme.js';
export { sideTableFields, sideTableInfos } from './sideTables.js';
export { scoreWords, standingWords } from './words.zh.js';
