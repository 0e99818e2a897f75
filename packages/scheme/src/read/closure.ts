/**
 * 评价办法全文 — everything a result depends on besides the data, as plain JSON: the file, the facts it uses as the catalogue gives
 * them, lists, tables and the documents with the clauses it cites. Orders that matter stand in arrays, because canonical JSON sorts keys.
 */
import { unitText } from '@muheng/quantity';
import type { FactRule, Scheme, SourceDocument } from '../model.js';

type Parts = Pick<Scheme, 'facts' | 'derivedOrder' | 'groups' | 'grades'>;

export interface ClosureParts extends Parts {
  readonly file: unknown;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** `document#clause` references in use. */
  readonly clausesUsed: ReadonlySet<string>;
}

export function closureOf(parts: ClosureParts): unknown {
  return {
    scheme: plain(parts.file),
    order: {
      groups: parts.groups.map(({ id }) => id),
      grades: parts.grades.classes.map(({ key }) => key),
      derived: [...parts.derivedOrder],
    },
    facts: [...parts.facts.values()].sort(byId).map(factInClosure),
    documents: [...parts.documents.values()].flatMap((document) => documentInClosure(document, parts.clausesUsed)),
  };
}

const byId = (a: FactRule, b: FactRule): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const factInClosure = ({
  id,
  term,
  also,
  type,
  unit,
  confidential,
  values,
  plausible,
  mustBe,
  merged,
  formula,
  round,
}: FactRule) =>
  plain({
    id,
    term,
    also,
    type,
    unit: unitText(unit),
    confidential,
    values,
    plausible,
    mustBe,
    merged,
    formula: formula?.text,
    round,
  });

function documentInClosure(document: SourceDocument, used: ReadonlySet<string>): unknown[] {
  const { key, title, number, issuer, standing, issued, from, to } = document;
  const clauses = [...document.clauses]
    .filter(([name]) => used.has(`${key}#${name}`))
    .map(([name, clause]) => ({ name, ...clause }));
  return clauses.length === 0 ? [] : [plain({ key, title, number, issuer, standing, issued, from, to, clauses })];
}

/** Without undefined members: what canonical JSON can print. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, plain(member)]),
  );
}
