/** 企业用地库接口 — routes of the room, by what they are about. Zod, forms and the folder's closed lists only; those of ledgers come from `shapes.ts`. */
export * from './contract/bulk.js';
export * from './contract/changes.js';
export * from './contract/imports.js';
export * from './contract/land.js';
export * from './contract/own.js';
export * from './contract/subjects.js';
export { id } from './shapes.js';
