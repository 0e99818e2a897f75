/**
 * 答复的形式 — every refusal and fault leaves as problem+json with its Chinese sentence, the remedy and the number of the request; of a
 * fault nothing internal is told. @source trust R22
 */
import { fillBlanks } from '@muheng/finding';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../forms/refusal.js';
import { faultText, refuseForm } from '../forms/texts.zh.js';
import { violationRefusal } from '../forms/violations.js';
import { type FieldFault, faultsOf } from './words.js';

export const problemShape = z.strictObject({
  type: z.string(),
  /** What happened, in Chinese. */
  title: z.string(),
  status: z.int(),
  /** `registry.enterprise_not_found` */
  code: z.string(),
  /** What to do next, in Chinese. */
  remedy: z.string(),
  requestId: z.string(),
  /** Which fields, when the content was refused. */
  errors: z.array(z.strictObject({ path: z.string(), where: z.string(), message: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
z.globalRegistry.add(problemShape, { id: 'Problem' });
export type Problem = z.infer<typeof problemShape>;

export interface Trouble {
  readonly refusal: Refusal | undefined;
  readonly problem: Problem;
}

/** What an error is to the outside. */
export function troubleOf(error: unknown, requestId: string): Trouble {
  const refusal = refusalOf(error);
  if (refusal === undefined) {
    const { message, remedy } = faultText;
    const words = { title: message, remedy: fillBlanks(remedy, { requestId }) };
    return { refusal, problem: { type: 'urn:muheng:fault', status: 500, code: 'door.fault', ...words, requestId } };
  }
  const { code, status, message, remedy, details } = refusal;
  const { errors, ...more } = details;
  return {
    refusal,
    problem: {
      ...{ type: `urn:muheng:refusal:${code}`, title: message, status, code, remedy, requestId },
      ...(Array.isArray(errors) ? { errors: errors as FieldFault[] } : {}),
      ...(Object.keys(more).length > 0 ? { details: more } : {}),
    },
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ShapeError) return invalid(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(frameworkRefusals, code) ? frameworkRefusals[code]?.() : databaseRefusal(code, error);
}

/** What was sent has not the shape of the route. */
export class ShapeError extends Error {
  constructor(
    readonly schema: z.ZodType,
    readonly issues: readonly z.core.$ZodIssue[],
    readonly part: string,
  ) {
    super(`${part} has not the shape of the route`);
  }
}

/** A path that cannot be names nothing: 404, as for one that is not the reader's. Body and query are told field by field. */
function invalid({ schema, issues, part }: ShapeError): Refusal {
  if (part === 'params') return refuseForm('not_found');
  return refuseForm('input_invalid', { count: issues.length }, { errors: faultsOf(schema, issues) });
}

const tooLarge = (): Refusal => refuseForm('too_large', { limit: '规定大小' });
const unreadable = (): Refusal => refuseForm('input_unreadable');

const frameworkRefusals: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => refuseForm('media_not_taken'),
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_REQ_FILE_TOO_LARGE: tooLarge,
  FST_PARTS_LIMIT: tooLarge,
  FST_FILES_LIMIT: tooLarge,
  FST_FIELDS_LIMIT: tooLarge,
  FST_ERR_CTP_EMPTY_JSON_BODY: unreadable,
  FST_ERR_CTP_INVALID_JSON_BODY: unreadable,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: unreadable,
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => refuseForm('media_not_taken'),
  FST_PROTO_VIOLATION: unreadable,
  FST_UNDER_PRESSURE: () => refuseForm('busy'),
  ECONNREFUSED: () => refuseForm('database_away'),
  ECONNRESET: () => refuseForm('database_away'),
  EPIPE: () => refuseForm('database_away'),
  ENOSPC: () => refuseForm('disk_full'),
  '53100': () => refuseForm('disk_full'),
  '40001': () => refuseForm('clash'),
  '40P01': () => refuseForm('clash'),
};

/** What the shapes let through and the database cannot hold: numbers, dates or characters out of its range. */
const outOfRange: ReadonlySet<string> = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);
const unfit = { path: '', where: '内容', message: '有超出范围的数字、日期，或不能保存的字符。' };

/** Classes 08 and 57: the database went away or is not there yet; 53: it has no room for us. */
function databaseRefusal(code: string, error: unknown): Refusal | undefined {
  if (outOfRange.has(code)) return refuseForm('input_invalid', { count: 1 }, { errors: [unfit] });
  if (/^(08|57P|53)/.test(code)) return refuseForm('database_away');
  if (!(error instanceof Error)) return undefined;
  if (/Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message))
    return refuseForm('database_away');
  if (error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400) return unreadable();
  return violationRefusal(error);
}
