/**
 * 不在当年的企业 — figures of a year in which the register says the subject did not exist yet, or any more: one of both is wrong.
 */
import type { Finding } from '@muheng/finding';
import type { PlacedTable } from './facts.js';
import { cellInWords, rowPlace } from './place.js';
import { livesIn, type Register } from './register.js';
import { found } from './texts.zh.js';

/** One finding a subject, at its row of the register. */
export function notLiving(tables: readonly PlacedTable[], { subjects }: Register): Finding[] {
  const told = new Map<number, Finding>();
  for (const { joined, years } of tables)
    for (let row = 0; row < years.length; row++) {
      const [year, at] = [years[row]!, joined.subject[row]!];
      const subject = subjects[at];
      if (year === 0 || subject?.at === undefined || told.has(at) || livesIn(subject, year)) continue;
      const early = subject.founded > `${year}-12-31`;
      const words = {
        name: subject.name,
        said: early ? `成立于 ${subject.founded}` : `注销于 ${subject.ended}`,
        year,
        example: cellInWords(joined.view, row, joined.view.column('credit_code')?.index ?? 0),
      };
      const where = rowPlace(subject.at.view, subject.at.row, early ? 'founded_on' : 'cancelled_on');
      told.set(at, found('subject_not_living', where, words));
    }
  return [...told.values()];
}

const gone = /^已?(?:注销|吊销|撤销)/;

/** 经营状态 says that it is no more, and no day says since when: it is taken as living. */
export function goneWithoutDay({ subjects }: Register): Finding[] {
  return subjects.flatMap(({ at, name, ended }): Finding[] => {
    const state = at?.view.text(at.row, 'operating_state') ?? '';
    if (at === undefined || ended !== '' || !gone.test(state)) return [];
    return [found('register_gone_without_day', rowPlace(at.view, at.row, 'operating_state'), { name, state })];
  });
}
