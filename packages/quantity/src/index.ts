/** 计量、修约、日期、金额、比较、折标、表 — units, rounding, dates, money, comparisons, energy and the shape of tables. Start with `units.ts` and `rounding.ts`. */
export * from './compare.js';
export * from './dateReading.js';
export * from './dates.js';
export * from './elementary.js';
export * from './energy.js';
export * from './money.js';
export * from './numbers.js';
export * from './rounding.js';
export type * from './table.js';
export * from './units.js';
