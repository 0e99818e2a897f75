/** What tests and demonstrations take from here: a district, its department files, its answer key. */
export type { AnswerKey, FileKey, KeyEntry, SheetKey } from './answerKey.js';
export { type DeliveredFile, type Delivery, type DirtLevel, deliver } from './deliver.js';
export { type DirtKind, type DirtName, dirtKinds, type Intake } from './dirt/kinds.js';
export { blocksOf, makeDistrict, type Wish } from './district.js';
export { type Streamed, type StreamWish, streamDelivery } from './stream.js';
export type { CellValue } from './table.js';
export * from './truth.js';
export { truthTables } from './truthTables.js';
