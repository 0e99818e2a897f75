/** 表 — bytes of a file → tables with findings, and tables → .xlsx and .csv. Read `readTables` first. */
export {
  type Book,
  type BookSheet,
  DATE,
  ERROR,
  FORMULA,
  type Merge,
  NO_DAY,
  PERCENT,
  type SheetRow,
  UNCALCULATED,
} from './book/book.js';
export {
  type CodeNote,
  type CodeReading,
  type CodeTrouble,
  creditCheckCharacter,
  isCreditCode,
  normalisedCode,
  readCreditCode,
} from './codes/creditCode.js';
export {
  type EarlierRow,
  type IndustryReading,
  type IndustryRow,
  type IndustryTable,
  type IndustryTrouble,
  industryTable,
  industryTableFrom,
  readIndustry,
} from './codes/industry.js';
export { businessLicenceFits, maskedId, organisationCodeFits, personIdFits } from './codes/otherNumbers.js';
export { type RegionReading, type RegionRow, readRegion } from './codes/region.js';
export type { CellDecision, CellDecisions, CellQuestion, CellUse } from './columns/decided.js';
export { type Likeness, likelyTerms, likenessOf } from './columns/likeness.js';
export { type MappedColumn, type Mapping, type MappingRead, readMapping, writeMapping } from './columns/mapping.js';
export {
  type ColumnMatch,
  type MatchedHow,
  type Matching,
  matchColumns,
  type UnitFrom,
  type Unmatched,
} from './columns/match.js';
export { creditCodeId, findTerm, nameId, type Term, type TermType, type Vocabulary, vocabularyOf } from './columns/vocabulary.js';
export { type ByteSource, sourceOf } from './csv/byteSource.js';
export { type ColumnsRead, type ColumnsToRead, readCsvColumns } from './csv/columnTable.js';
export { parseCsv } from './csv/csv.js';
export { type Decoded, decodeText, type Encoding } from './csv/decode.js';
export { encodeGb18030 } from './csv/gb18030.js';
export { findMojibake, type Mojibake } from './csv/mojibake.js';
export { buffersOf, type OtherReaders, type PartRead, type PartWork, readPart } from './csv/parts.js';
export { neutral } from './intake/cellReaders.js';
export { shownCell } from './intake/decidedCells.js';
export { goodRowsOf, type IntakeColumn, type IntakeTable, type RejectedRow, type UnitVerdict } from './intake/intakeTable.js';
export { type BookRead, type ReadOptions, readBook, readTables, type TablesRead } from './intake/read.js';
export { type LargeOutcome, type LargeReading, type ReadOutcome, readLargeTable, readTable } from './intake/readTable.js';
export type { Reference } from './intake/reference.js';
export { intakeLimits, type Limits, localLimits } from './limits.js';
export { type ReadableKind, type RefusedKind, type Sniffed, sniff } from './sniff/sniff.js';
export type { LeftOut, LeftOutWhy } from './table/rows.js';
export {
  type Cell,
  type ColumnTable,
  type ColumnUse,
  cellAddress,
  columnLetters,
  type NumberCells,
  type OtherCells,
  type PlainTable,
  type TextCells,
  type WordCells,
} from './table.js';
export { likenessKey, matchText, storedText } from './text.js';
export { withoutConsequence } from './texts.zh.js';
export { neighbourFactors } from './units/neighbours.js';
export { medianRatio, slipOfRatio } from './units/pairs.js';
export {
  areaSlipFactors,
  type ColumnSlip,
  type Distribution,
  distributionOf,
  findColumnSlip,
  slipFactors,
} from './units/slips.js';
export { columnWitness, findRowSlips, type RowSlip, type RowsToSearch, ratioWitness, type Witness } from './units/witness.js';
export { type CsvOut, csvBytes, writeCsv } from './write/csv.js';
export { safeText } from './write/neutral.js';
export type { OutBlock, OutPage } from './write/page.js';
export { type StreamedSheet, streamWorkbook } from './write/streamed.js';
export type { Tint } from './write/styles.js';
export { type OutColumn, type OutSheet, writeWorkbook } from './write/workbook.js';
