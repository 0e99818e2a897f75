/** Stages 1–6 of the oracle: merging, land, who is in, groups and pools. */
import { evaluate, holds } from './evaluate.js';
import { applyLand } from './land.js';
import type { Given } from './raw.js';
import { newStanding, Run, type Standing } from './run.js';
import { merged, permitted, readFacts, readSubjects, type Subject } from './subjects.js';

export function enter(given: Given): Run {
  const facts = readFacts(given);
  const run = new Run(given, facts);
  const { merge } = given.scheme;
  let subjects = readSubjects(given, facts);
  if (merge !== undefined) {
    const applies = (subject: Subject): boolean => merge.when === undefined || run.holds(merge.when, newStanding(subject));
    subjects = merged(subjects, { by: merge.by, applies, facts, year: given.year });
    for (const subject of subjects) if (subject.members.length > 0) run.judge.note('a merged subject');
  }
  applyLand(run, subjects);
  for (const subject of subjects) keepPermitted(run, subject);
  for (const subject of subjects) run.standings.push(admit(run, newStanding(subject)));
  fillPools(run);
  return run;
}

function keepPermitted({ facts, judge }: Run, subject: Subject): void {
  for (const cells of subject.facts.values())
    for (const [term, cell] of cells) {
      const fact = facts.byTerm.get(term);
      if (fact === undefined) continue;
      const kept = permitted(cell, fact);
      if (kept !== cell) judge.note('a fact outside must_be');
      cells.set(term, kept);
    }
}

function admit(run: Run, standing: Standing): Standing {
  standing.status = firstStatus(run, standing);
  if (standing.status !== 'out') {
    const found = groupOf(run, standing);
    if (found.group !== undefined) standing.group = found.group;
    else if (run.status(standing.status).computed) {
      const { ranked, graded } = run.status(standing.status);
      if (!found.unknown) standing.status = 'out';
      else if (ranked || graded) standing.status = 'pending';
      run.judge.note(found.unknown ? 'a group undetermined' : 'in no group');
    }
  }
  standing.computed = standing.group !== undefined && run.status(standing.status).computed;
  standing.counted = standing.group !== undefined && run.status(standing.status).ranked;
  return standing;
}

/** The first condition that is true; `otherwise` only when every one before it is surely false. */
function groupOf(run: Run, standing: Standing): { readonly group?: string; readonly unknown: boolean } {
  let unknown = false;
  for (const [group, doc] of Object.entries(run.given.scheme.groups)) {
    const answer = doc.when === 'otherwise' ? undefined : run.ask(doc.when, standing);
    if (answer === undefined ? !unknown : holds(answer)) return { group, unknown };
    if (answer?.kind === 'gone') unknown = true;
  }
  return { unknown };
}

function firstStatus(run: Run, standing: Standing): string {
  const { who, land } = run.given.scheme;
  const included = evaluate(run.formula(who.include), run.scope(standing));
  if (included.kind === 'flag' && !included.value) return 'out';
  let status = 'graded';
  if (included.kind === 'gone') {
    run.judge.note('inclusion undetermined');
    status = who.undetermined === 'in' ? 'graded' : who.undetermined;
  }
  if (status === 'out') return 'out';
  if (land?.transferred !== undefined && transferredThisYear(run, standing.subject)) {
    run.judge.note('a parcel transferred');
    return land.transferred.status;
  }
  const exception = who.except?.find(({ when }) => holds(evaluate(run.formula(when), run.scope(standing))));
  return exception?.status ?? status;
}

function transferredThisYear(run: Run, subject: Subject): boolean {
  return (subject.sides.get('occupancy') ?? []).some((row) => {
    const day = row.get('transferred');
    return day?.kind === 'date' && day.day.year === run.given.year;
  });
}

function fillPools(run: Run): void {
  const { rank, groups } = run.given.scheme;
  for (const standing of run.standings) {
    if (standing.group === undefined) continue;
    const group = standing.group;
    const parts = rank.within.map((part) => {
      if (part === 'group' || part === 'pool') return groups[group]?.pool ?? group;
      const cell = run.fact(part, standing.subject, 0);
      if (cell.kind !== 'text') run.judge.note('a pool without its text');
      return cell.kind === 'text' ? cell.text : '未填';
    });
    standing.pool = parts.length === 0 ? 'all' : parts.join('·');
    run.pools.set(standing.pool, [...(run.pools.get(standing.pool) ?? []), standing]);
  }
}
