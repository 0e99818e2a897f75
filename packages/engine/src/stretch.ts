/**
 * 分段 — places of a long column that one call looks at. A function that is called often is compiled once and stays so; one loop through all
 * places would be compiled while it runs, in every run.
 */
export const stretch = 4096;
