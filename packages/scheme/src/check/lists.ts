/** 名单、对照表、评价状态 — used at all, and lists asked the way they are to be matched. */
import { derivedFormulas } from '../read/parts.js';
import { listsOf, lookupsOf, nodesOf } from '../read/used.js';
import type { CheckInput, Report } from './input.js';

export function checkLists(input: CheckInput, report: Report): void {
  const { scheme, formulas, reading } = input;
  const known = reading.unreadable === 0;
  const all = [...formulas, ...derivedFormulas(scheme).map((formula) => ({ path: ['facts'], formula }))];
  const used = listsOf(all.map(({ formula }) => formula));
  for (const { id, term } of scheme.lists.values()) if (known && !used.has(id)) report('list_unused', ['lists', term], { term });
  const lookups = new Set(lookupsOf(scheme.leaves).map(({ id }) => id));
  for (const { id, term } of scheme.tables.values()) if (!lookups.has(id)) report('table_unused', ['tables', term], { term });
  for (const { path, formula } of all) {
    for (const node of nodesOf(formula.tree)) {
      const list =
        node.kind === 'among'
          ? node.list
          : node.kind === 'code_test' && node.test.kind === 'starts_with'
            ? node.test.list
            : undefined;
      const rule = list === undefined ? undefined : scheme.lists.get(list.id);
      const asked = node.kind === 'among' ? 'exact' : 'prefix';
      if (rule !== undefined && rule.match !== asked)
        report('list_match_wrong', path, { term: rule.term, match: rule.match, wanted: asked });
    }
  }
  checkStatuses(input, report);
}

function checkStatuses({ scheme, reading }: CheckInput, report: Report): void {
  const bases = [...scheme.grades.cut.values()].flatMap((cut) =>
    cut.by === 'share' && cut.base.of === 'graded_and' ? cut.base.statuses : [],
  );
  const used = new Set([...scheme.who.except.map(({ status }) => status), ...bases, reading.file.land?.transferred?.status]);
  for (const { id, name } of scheme.statuses.values()) if (!used.has(id)) report('status_unused', ['statuses', id], { name });
}
