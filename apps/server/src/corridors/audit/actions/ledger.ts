/** 查看、导出、校验、签出 — reading the ledger leaves a row in it: who looked at what. @source trust R54 */
import { writeCsv } from '@muheng/sheets';
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import type { FileAnswer } from '../../../forms/route.js';
import { classInWords } from '../../../store/columnLabels.js';
import { auditColumns } from '../columns.js';
import {
  exportQuery,
  type LedgerPageAnswer,
  type LedgerQuery,
  ledgerQuery,
  type signedHeads,
  type verdict,
  verifyBody,
} from '../contract.js';
import { findLedger, type LedgerFilter } from '../queries/ledger.js';
import { auditPublicKey, isGenuine, keptHeads, signHeadIn } from '../signedHead.js';
import { breakWords, exportWords } from '../texts.zh.js';
import { verifyChain } from '../verifyChain.js';

type Row = Awaited<ReturnType<typeof findLedger>>[number];
const ledger = (step: Step) => ({ kind: 'audit_ledger', id: step.actor.officeId });

export const readLedgerAction: Action<LedgerQuery, LedgerPageAnswer> = {
  name: 'audit.read_ledger',
  title: '查看审计台账',
  may: 'office.audit',
  evenWhenFull: true,
  input: ledgerQuery,
  async run(step, input) {
    const { after, limit } = input;
    const rows = await findLedger(step.tx, step.actor.officeId, { filter: filterOf(input), before: after, limit });
    const next = rows.length === limit ? String(rows.at(-1)!.seq) : null;
    const output: LedgerPageAnswer = { items: rows.map(answerOf), next };
    return { output, object: ledger(step), summary: `查看 ${rows.length} 条`, change: { read: input } };
  },
};

const mostExported = 50_000;
const headings = [
  '序号',
  '时间',
  '操作人',
  '岗位',
  '操作',
  '结果',
  '对象类型',
  '对象',
  '摘要',
  '理由',
  '来源 IP',
  '请求号',
  '演示',
  '摘要值',
];

export const exportLedgerAction: Action<z.infer<typeof exportQuery>, FileAnswer> = {
  name: 'audit.export_ledger',
  title: '导出审计台账',
  may: 'office.audit',
  evenWhenFull: true,
  input: exportQuery,
  async run(step, input) {
    const page = { filter: filterOf(input), before: input.after, limit: mostExported + 1 };
    const found = await findLedger(step.tx, step.actor.officeId, page);
    const rows = found.slice(0, mostExported);
    const left = found.length > rows.length ? [exportWords.more(rows.length, Number(rows.at(-1)?.seq))] : [];
    const content = writeCsv(headings, rows.map(cellsOf), [classInWords(Object.values(auditColumns.audit_row)), ...left]);
    const output: FileAnswer = { name: `审计台账-${businessDay(step.now)}.csv`, mediaType: 'text/csv', content };
    return { output, object: ledger(step), summary: `导出 ${rows.length} 条`, change: { exported: input } };
  },
};

export const verifyLedgerAction: Action<z.infer<typeof verifyBody>, z.infer<typeof verdict>> = {
  name: 'audit.verify_ledger',
  title: '校验审计台账',
  may: 'office.audit',
  evenWhenFull: true,
  input: verifyBody,
  async run(step, { heads }) {
    const { officeId } = step.actor;
    const known = [...keptHeads(step.house, officeId), ...heads.filter((head) => head.officeId === officeId)];
    const forged = known.find((head) => !isGenuine(step.house, head));
    const { rows, anchorsMet, lastHash, firstBad } = await verifyChain(
      step.tx,
      officeId,
      known.filter((head) => isGenuine(step.house, head)),
    );
    const found = firstBad ?? (forged === undefined ? undefined : { seq: forged.seq, kind: 'head_forged' as const });
    const output = {
      rows,
      headsMet: anchorsMet,
      lastHash,
      firstBad: found === undefined ? null : { ...found, words: breakWords[found.kind] },
    };
    const summary = found === undefined ? `${rows} 条，链完整` : `第 ${found.seq} 条起：${breakWords[found.kind]}`;
    return { output, object: ledger(step), summary, change: output };
  },
};

export const signLedgerAction: Action<unknown, z.infer<typeof signedHeads>> = {
  name: 'audit.sign_head',
  title: '签出审计链头',
  may: 'office.audit',
  evenWhenFull: true,
  input: z.unknown(),
  async run(step) {
    const signed = await signHeadIn(step.tx, step.house, step.actor.officeId);
    const output = { publicKey: auditPublicKey(step.house), items: keptHeads(step.house, step.actor.officeId) };
    return {
      output,
      object: ledger(step),
      summary: signed === undefined ? '台账为空' : `签至第 ${signed.seq} 条`,
      change: signed ?? null,
    };
  },
};

function filterOf({ userId, action, outcome, objectKind, objectId, from, until }: z.infer<typeof exportQuery>): LedgerFilter {
  const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
  return { userId, action, outcome, objectKind, objectId, from: instant(from), until: instant(until) };
}

function answerOf(row: Row): LedgerPageAnswer['items'][number] {
  return {
    ...{ seq: row.seq, auditId: row.audit_id, at: row.at.toISOString(), userId: row.user_id, userName: row.user_name },
    ...{ roles: row.roles === '' ? [] : row.roles.split(','), action: row.action, title: row.title },
    outcome: outcomeShape.parse(row.outcome),
    ...{ objectKind: row.object_kind, objectId: row.object_id, summary: row.summary, reason: row.reason },
    ...{
      changeDigest: row.change_digest,
      ip: row.ip,
      requestId: row.request_id,
      demonstration: row.demonstration,
      hash: row.hash,
    },
  };
}

const outcomeShape = z.enum(['done', 'denied', 'failed']);
const outcomeWords: Readonly<Record<z.infer<typeof outcomeShape>, string>> = { done: '完成', denied: '拒绝', failed: '失败' };

const cellsOf = (row: Row): (string | number | null)[] => [
  ...[row.seq, row.at.toISOString(), row.user_name, row.roles, row.title, outcomeWords[outcomeShape.parse(row.outcome)]],
  ...[
    row.object_kind,
    row.object_id,
    row.summary,
    row.reason,
    row.ip,
    row.request_id,
    row.demonstration ? '演示' : null,
    row.hash,
  ],
];
