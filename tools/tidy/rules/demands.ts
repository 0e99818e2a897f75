/**
 * Every demand that is due by the milestone `now` has a test named after it; every `test:` field names the tests there are;
 * no test names a demand that does not exist. `npm run tidy -- --write-demands` refreshes the fields.
 */
import { type Demand, demandsFile, findTests, parseDemands } from '../demands.js';
import { errorAt, type Repository, type Rule, type Violation } from '../repository.js';

export const demands: Rule = { name: 'demands', check: checkDemands };

function checkDemands(repository: Repository): Violation[] {
  const file = repository.files.find((one) => one.path === demandsFile);
  if (file === undefined) return [errorAt(demandsFile, 1, 'the list of demands is missing')];
  const { now, milestones, demands: all } = parseDemands(file.text);
  const tests = findTests(repository);
  const due = new Set(milestones.slice(0, milestones.indexOf(now) + 1));
  if (due.size === 0) return [errorAt(demandsFile, 1, `now: ${now} is not among the milestones`)];
  return [
    ...all.flatMap((demand) => checkOne(demand, { due, milestones, found: tests.get(demand.id) ?? [] })),
    ...unknown(all, tests),
    ...twice(all),
  ];
}

interface Situation {
  readonly due: ReadonlySet<string>;
  readonly milestones: readonly string[];
  readonly found: readonly string[];
}

function checkOne(demand: Demand, { due, milestones, found }: Situation): Violation[] {
  const says = (message: string): Violation => errorAt(demandsFile, demand.line, `${demand.id} ${message}`);
  const faults: Violation[] = [];
  if (!milestones.includes(demand.due)) faults.push(says(`is due in ${demand.due}, which is no milestone`));
  if (due.has(demand.due) && found.length === 0) faults.push(says(`is due in ${demand.due} and no test carries [${demand.id}]`));
  if (demand.test.join() !== found.join()) faults.push(says('has a stale test: field; run npm run tidy -- --write-demands'));
  return faults;
}

function unknown(all: readonly Demand[], tests: ReadonlyMap<string, readonly string[]>): Violation[] {
  const known = new Set(all.map((demand) => demand.id));
  return [...tests]
    .filter(([id]) => !known.has(id))
    .map(([id, paths]) => errorAt(paths[0] ?? demandsFile, 1, `[${id}] is no demand of ${demandsFile}`));
}

function twice(all: readonly Demand[]): Violation[] {
  const seen = new Set<string>();
  const again = all.filter((demand) => seen.has(demand.id) || !seen.add(demand.id));
  return again.map((demand) => errorAt(demandsFile, demand.line, `${demand.id} stands twice`));
}
