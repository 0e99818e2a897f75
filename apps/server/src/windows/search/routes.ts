/** 全局检索的接口 — subjects first, then parcels, then documents, as far as the reader reaches and may. */
import { type Bound, type Reading, reads } from '../../forms/route.js';
import { searchRows } from '../../rooms/registry/queries/lists.js';
import { type Hit, search } from './contract.js';
import { findDocuments, findParcels } from './queries/hits.js';

export async function readSearch(
  { tx, actor }: Reading,
  asked: { readonly q: string; readonly kind?: Hit['kind'] | undefined; readonly limit: number },
): Promise<{ items: Hit[] }> {
  const { officeId } = actor;
  const wants = (kind: Hit['kind']): boolean => asked.kind === undefined || asked.kind === kind;
  const items: Hit[] = [];
  if (wants('subject')) {
    const rows = await searchRows(tx, officeId, { q: asked.q, limit: asked.limit, wholeOffice: actor.reach.kind === 'office' });
    for (const row of rows)
      items.push({
        ...{ kind: 'subject', id: row.subject_id, title: row.name, detail: row.credit_code ?? '', regionName: row.region_name },
        ...{ subjectKind: row.kind, status: row.status },
      });
  }
  const left = (): number => asked.limit - items.length;
  if (wants('parcel') && left() > 0)
    for (const row of await findParcels(tx, officeId, { q: asked.q, limit: left() }))
      items.push({
        ...{ kind: 'parcel', id: row.parcel_id, title: row.number, detail: row.holder_name ?? '', regionName: row.region_name },
        ...{ subjectKind: null, status: null },
      });
  if (wants('document') && left() > 0 && actor.permissions.has('documents.read'))
    for (const row of await findDocuments(tx, officeId, { q: asked.q, limit: left() }))
      items.push({
        ...{ kind: 'document', id: row.document_id, title: row.title, detail: row.number, regionName: null },
        ...{ subjectKind: null, status: null },
      });
  return { items };
}

export const searchRoutes: readonly Bound[] = [reads(search, (reading, { query }) => readSearch(reading, query))];
