/** SQL of exports: what a line of the list needs from the ledgers, for a few thousand subjects at once. */
import { sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';

export interface ExportFacts {
  readonly subject_id: string;
  readonly former: string | null;
  readonly accounts: string | null;
  readonly tax: string | null;
  readonly contacts: string | null;
  readonly own: string | null;
  readonly in: string | null;
  readonly out: string | null;
}

export async function exportFacts(
  tx: Tx,
  officeId: string,
  { ids, today }: { readonly ids: readonly string[]; readonly today: string },
): Promise<ReadonlyMap<string, ExportFacts>> {
  const list = [...ids];
  const { rows } = await sql<ExportFacts>`
    SELECT s.subject_id, n.former, m.accounts, i.tax, c.contacts, o.own, o."in", o.out
    FROM subject s
    LEFT JOIN (SELECT subject_id, string_agg(name, '、' ORDER BY name_id) AS former FROM subject_name
      WHERE office_id = ${officeId} AND subject_id = ANY (${list}::uuid[]) GROUP BY subject_id) n ON n.subject_id = s.subject_id
    LEFT JOIN (SELECT subject_id, string_agg(account, '、' ORDER BY account) AS accounts FROM meter
      WHERE office_id = ${officeId} AND subject_id = ANY (${list}::uuid[]) AND until IS NULL GROUP BY subject_id) m ON m.subject_id = s.subject_id
    LEFT JOIN (SELECT subject_id, string_agg(value, '、' ORDER BY value) AS tax FROM subject_identifier
      WHERE office_id = ${officeId} AND subject_id = ANY (${list}::uuid[]) AND kind = 'tax_no' AND until IS NULL GROUP BY subject_id) i ON i.subject_id = s.subject_id
    LEFT JOIN (SELECT subject_id, string_agg(concat_ws(' ', name_masked, phone_masked), '、' ORDER BY contact_id) AS contacts FROM subject_contact
      WHERE office_id = ${officeId} AND subject_id = ANY (${list}::uuid[]) AND until IS NULL GROUP BY subject_id) c ON c.subject_id = s.subject_id
    LEFT JOIN (SELECT x.subject_id,
        sum(coalesce(x.land_area_sqm, round(p.certificate_area_sqm * coalesce(x.share_percent, 100) / 100, 2))) FILTER (WHERE x.kind = 'own') AS own,
        sum(x.land_area_sqm) FILTER (WHERE x.kind IN ('in', 'collective')) AS "in", sum(x.land_area_sqm) FILTER (WHERE x.kind = 'out') AS out
      FROM occupancy x LEFT JOIN parcel p ON p.office_id = ${officeId} AND p.parcel_id = x.parcel_id
      WHERE x.office_id = ${officeId} AND x.subject_id = ANY (${list}::uuid[]) AND (x."from" IS NULL OR x."from" <= ${today}) AND (x.until IS NULL OR x.until > ${today})
      GROUP BY x.subject_id) o ON o.subject_id = s.subject_id
    WHERE s.office_id = ${officeId} AND s.subject_id = ANY (${list}::uuid[]) ORDER BY s.subject_id`.execute(tx);
  return new Map(rows.map((row) => [row.subject_id, row]));
}
