/** 评价办法 — scheme file → checked model; differences, prose, templates. Read docs/reference/scheme.md. */

export { describeScheme } from './describe/index.zh.js';
export { type Difference, diffSchemes } from './diff/diffSchemes.js';
export { type CopiedScheme, type CopyWish, copyScheme } from './make/copyScheme.js';
export { schemeJsonSchema } from './make/jsonSchema.js';
export { type NewScheme, type NewSchemeWish, newScheme } from './make/newScheme.js';
export * from './model.js';
export { readScheme, type SchemeInput, type SchemeRead } from './read/readScheme.js';
export { sideTableFields, sideTableInfos } from './sideTables.js';
