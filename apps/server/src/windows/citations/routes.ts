/** 引用的接口 — a basis is free text, so all of them are read and met with the library: an office has hundreds. */
import { citedBy } from '../../corridors/documents/cited.js';
import { findDocument } from '../../corridors/documents/queries/documents.js';
import { refuseDocuments } from '../../corridors/documents/texts.zh.js';
import { type Bound, type Reading, reads } from '../../forms/route.js';
import { type Citation, listCitations } from './contract.js';
import { landRuleBases, taskBases } from './queries/bases.js';

const most = 200;

/** @throws Refusal documents.document_not_found */
export async function readCitations(reading: Reading, documentId: string): Promise<{ items: Citation[]; total: number }> {
  const { tx, actor } = reading;
  if ((await findDocument(tx, actor.officeId, documentId)) === undefined) throw refuseDocuments('document_not_found');
  const bases = await allBases(reading);
  const cited = await citedBy(
    reading,
    bases.map(({ clause }) => clause),
  );
  const items = bases.filter((_, place) => cited[place]?.some((one) => one.documentId === documentId));
  items.sort((a, b) => Number(a.ended) - Number(b.ended));
  return { items: items.slice(0, most), total: items.length };
}

async function allBases({ tx, actor }: Reading): Promise<Citation[]> {
  const rules = actor.permissions.has('registry.read') ? await landRuleBases(tx, actor.officeId) : [];
  const tasks = actor.permissions.has('year.read') ? await taskBases(tx, actor.officeId) : [];
  return [
    ...rules.map(
      ({ land_rule_id, year, clause }): Citation => ({
        ...{
          kind: 'land_rule',
          id: land_rule_id,
          title: `${year} 年用地口径`,
          clause,
          ended: false,
          link: '/registry/land-rule',
        },
      }),
    ),
    ...tasks.map(
      ({ task_id, title, clause, state }): Citation => ({
        ...{ kind: 'task', id: task_id, title, clause, ended: state === 'done' || state === 'cancelled', link: '/year' },
      }),
    ),
  ];
}

export const citationRoutes: readonly Bound[] = [
  reads(listCitations, (reading, { params }) => readCitations(reading, params.documentId)),
];
