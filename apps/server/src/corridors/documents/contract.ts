/** Routes of the document library: the records, their originals, their e-seals. @source ALL-7, trust R46 */
export * from './contract/files.js';
export * from './contract/library.js';
