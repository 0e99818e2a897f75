/** SQL of the search: parcels and documents; subjects are searched by the register's own index. */
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../store/scope.js';

/** By the beginning of the number, or of the certificate. */
export const findParcels = (tx: Tx, officeId: string, { q, limit }: { readonly q: string; readonly limit: number }) =>
  tx
    .selectFrom('parcel')
    .leftJoin('region', (join) =>
      join.onRef('region.office_id', '=', 'parcel.office_id').onRef('region.region_id', '=', 'parcel.region_id'),
    )
    .leftJoin('subject', (join) =>
      join.onRef('subject.office_id', '=', 'parcel.office_id').onRef('subject.subject_id', '=', 'parcel.holder_id'),
    )
    .select([
      'parcel.parcel_id',
      'parcel.number',
      'parcel.certificate_no',
      'region.name as region_name',
      'subject.name as holder_name',
    ])
    .where('parcel.office_id', '=', officeId)
    .where((where) =>
      where.or([
        where.and([where('parcel.number', '>=', q), where('parcel.number', '<', `${q}\u{10ffff}`)]),
        where.and([where('parcel.certificate_no', '>=', q), where('parcel.certificate_no', '<', `${q}\u{10ffff}`)]),
      ]),
    )
    .orderBy('parcel.number')
    .orderBy('parcel.parcel_id')
    .limit(limit)
    .execute();

export const findDocuments = (tx: Tx, officeId: string, { q, limit }: { readonly q: string; readonly limit: number }) =>
  tx
    .selectFrom('document')
    .select(['document_id', 'number', 'title', 'issuer'])
    .where('office_id', '=', officeId)
    .where(sql<SqlBool>`(strpos(title, ${q}) > 0 OR strpos(number, ${q}) > 0)`)
    .orderBy('issued_on', 'desc')
    .orderBy('document_id')
    .limit(limit)
    .execute();
