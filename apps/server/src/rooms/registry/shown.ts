/** 行的样子 — rows of the database as the contract shows them: camel case, ids by name, instants as ISO texts, nothing sealed. */

import type { SubjectItem } from './contract.js';
import { industryTable } from './industries.js';
import type { SubjectRow } from './queries/lists.js';
import type { Row, RowTable } from './queries/rows.js';

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Fields of a ledger row; columns that the contract does not have are named in `without`. */
export function ledgerShown({ idColumn }: RowTable, row: Row, fields: Readonly<Record<string, unknown>>): Row {
  const shown = Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      const name = camel(column);
      return Object.hasOwn(fields, name) ? [[name, value]] : [];
    }),
  );
  return { id: row[idColumn], version: row.version, ...shown };
}

/** Where the portal shows the answer to a correction that an enterprise asked for. */
export const answerLink = ({ subjectId, correctionId }: { readonly subjectId: string; readonly correctionId: string }): string =>
  `/portal?of=${subjectId}&v=correct&asked=${correctionId}`;

export const subjectShown = (row: SubjectRow): SubjectItem => ({
  subjectId: row.subject_id,
  kind: row.kind,
  name: row.name,
  creditCode: row.credit_code,
  regionId: row.region_id,
  regionName: row.region_name,
  parkId: row.park_id,
  parkName: row.park_name,
  industryCode: row.industry_code,
  industryName: row.industry_code === null ? null : (industryTable().get(row.industry_code)?.name ?? null),
  scale: row.scale,
  status: row.status,
  address: row.address,
  foundedOn: row.founded_on,
  productionFrom: row.production_from,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});
