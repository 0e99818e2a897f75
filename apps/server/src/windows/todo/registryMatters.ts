/** 企业用地库的待办 — claims to answer, moves under way, corrections that enterprises ask for, imports left over, checks, duplicates. */
import { businessDay, dayInWords } from '../../forms/day.js';
import type { Reading } from '../../forms/route.js';
import { importOutcome } from '../../rooms/registry/contract.js';
import { readChecks, readDuplicates } from '../../rooms/registry/reads/checks.js';
import type { Matter } from './contract.js';
import { countOf, importsToMind, mergedToSign, openClaims, openCorrections } from './queries/todo.js';
import type { Found } from './routes.js';
import { checkWords } from './words.zh.js';

const listed = 20;
const waitingNamed = 3;
/** Checks and duplicates are worked out, not counted: beyond this it says so. */
const counted = 200;
const importDays = 30;
const open = { lastDay: null, daysLate: 0 } as const;

export async function registryMatters(reading: Reading): Promise<Found> {
  const { actor } = reading;
  const signs = actor.permissions.has('year.decide') ? await signMatters(reading) : { items: [], more: [] };
  if (!actor.permissions.has('registry.edit')) return signs;
  const claims = await claimMatters(reading);
  const corrections = await correctionMatters(reading);
  return {
    items: [
      ...signs.items,
      ...claims.items,
      ...corrections.items,
      ...(await importMatters(reading)),
      ...(await checkMatters(reading)),
      ...(actor.permissions.has('registry.merge') ? await duplicateMatters(reading) : []),
    ],
    more: [...signs.more, ...claims.more, ...corrections.more],
  };
}

/** Claims to the reader's regions are answered here; those that the reader's regions gave away wait for the other side. */
async function claimMatters({ tx, actor }: Reading): Promise<Found> {
  const { reach } = actor;
  const regionIds = reach.kind === 'office' ? null : reach.kind === 'regions' ? reach.regionIds : [];
  const answer = await openClaims(tx, actor.officeId, { regionIds, mine: true, limit: listed });
  const waiting = await openClaims(tx, actor.officeId, { regionIds, mine: false, limit: waitingNamed });
  const items = answer.map(
    (row): Matter => ({
      ...{ ...open, key: `claim ${row.claim_id}`, kind: 'claim', verb: row.state === 'disputed' ? '去协调' : '去认领' },
      title: `${row.subject_name}：${row.state === 'disputed' ? '属地有争议' : '属地待认领'}`,
      ...{ note: `${row.giving_name ?? '（未定）'} → ${row.taking_name ?? ''}`, link: '/registry/claims' },
    }),
  );
  if (waiting.length > 0)
    items.push({
      ...{
        ...open,
        key: 'moves',
        kind: 'move',
        title: `划转等对方认领 ${countOf(waiting)} 件`,
        verb: '查看',
        link: '/registry/claims',
      },
      note: waiting.map(({ subject_name, taking_name }) => `${subject_name}（${taking_name ?? ''}）`).join('、'),
    });
  return { items, more: moreOf('claim', countOf(answer) - answer.length, '/registry/claims') };
}

const moreOf = (kind: Matter['kind'], count: number, link: string): Found['more'] => (count > 0 ? [{ kind, count, link }] : []);

/** 待签发 — put forward by others; whoever put it forward waits for the other person. @source trust R12 */
async function signMatters({ tx, actor }: Reading): Promise<Found> {
  const rows = await mergedToSign(tx, actor.officeId, { but: actor.userId, limit: listed });
  const items = rows.map(
    (row): Matter => ({
      ...{ ...open, key: `sign ${row.sign_off_id}`, kind: 'sign', title: `${row.title}：合并评价待签发` },
      ...{ note: `${row.proposed_by_name} ${dayInWords(businessDay(row.proposed_at))} 提请`, verb: '看签发单' },
      link: `/registry/enterprises/${row.subject_id}`,
    }),
  );
  return { items, more: moreOf('sign', countOf(rows) - rows.length, '/registry') };
}

async function correctionMatters({ tx, actor }: Reading): Promise<Found> {
  const rows = await openCorrections(tx, actor.officeId, listed);
  const items = rows.map(
    ({ correction_id, name, asked_at }): Matter => ({
      ...{ ...open, key: `correction ${correction_id}`, kind: 'correction', title: `${name}：申请更正登记` },
      ...{ note: `${dayInWords(businessDay(asked_at))} 提出`, verb: '去答复', link: '/registry/corrections' },
    }),
  );
  return { items, more: moreOf('correction', countOf(rows) - rows.length, '/registry/corrections') };
}

/** One's own of the last thirty days that were not finished, or that left rows out. */
async function importMatters({ tx, house, actor }: Reading): Promise<Matter[]> {
  const from = new Date(house.now().getTime() - importDays * 86_400_000);
  const rows = await importsToMind(tx, actor.officeId, { madeBy: actor.userId, from });
  // Newest first: rows that one import left out are minded until another of the same ledger is brought in.
  const brought = new Set<string>();
  return rows.flatMap((row): Matter[] => {
    const outcome = row.outcome === null ? null : importOutcome.parse(row.outcome);
    const common = {
      ...open,
      key: `import ${row.import_id}`,
      kind: 'import',
      link: `/registry/import/${row.import_id}`,
    } as const;
    const title = `第 ${row.number} 号导入“${row.file_name}”`;
    const later = brought.has(row.kind);
    if (row.action_id !== null) brought.add(row.kind);
    if (row.action_id !== null)
      return later || outcome === null || outcome.refused === 0
        ? []
        : [{ ...common, title, note: `${outcome.refused} 行没有采用，请改正后补导`, verb: '看清单' }];
    if (outcome === null) return [{ ...common, title, note: '试运行没有完成', verb: '重新试运行' }];
    if (outcome.added + outcome.changed === 0) return [];
    const doubts = outcome.findings.length + outcome.moreFindings;
    return [{ ...common, title, note: `已试运行，尚未导入；疑点 ${doubts} 处`, verb: '看影响并导入' }];
  });
}

const atLeast = (count: number): string => (count >= counted ? `${counted} 条以上` : `${count} 条`);

async function checkMatters(reading: Reading): Promise<Matter[]> {
  const { counts } = await readChecks(reading, { limit: counted });
  const found = Object.entries(counts).filter(([, count]) => (count ?? 0) > 0);
  if (found.length === 0) return [];
  const sum = found.reduce((all, [, count]) => all + (count ?? 0), 0);
  const titles: Readonly<Record<string, string>> = checkWords;
  const note = found.map(([kind, count]) => `${titles[kind] ?? kind} ${atLeast(count ?? 0)}`).join('，');
  const capped = found.some(([, count]) => (count ?? 0) >= counted);
  const title = capped ? `用地核对 ${sum} 条以上` : `用地核对 ${sum} 条`;
  return [{ ...open, key: 'checks', kind: 'check', title, note, verb: '逐条处理', link: '/registry/checks' }];
}

async function duplicateMatters(reading: Reading): Promise<Matter[]> {
  const { items } = await readDuplicates(reading, { limit: counted });
  if (items.length === 0) return [];
  const title = items.length >= counted ? `疑似重复登记 ${counted} 组以上` : `疑似重复登记 ${items.length} 组`;
  return [{ ...open, key: 'duplicates', kind: 'duplicate', title, note: '', verb: '比较', link: '/registry/duplicates' }];
}
