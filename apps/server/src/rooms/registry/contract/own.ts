/** 企业端 — what an enterprise does with its own record: choose among its subjects, keep its contacts, ask for corrections; and how the office answers. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';
import * as kinds from '../kinds.js';
import { id, text } from '../shapes.js';
import { contactInput } from './changes.js';
import { after, changed, limit, made, page, rowId, version } from './common.js';
import { getSurveySheet } from './land.js';
import { landExplanation, subjectPage } from './subjects.js';

/** One of several: the first by name when not said. */
const which = { subjectId: id.optional().describe('哪一户；只有一户时不必写') };

export const listOwnSubjects = route({
  method: 'GET',
  path: '/registry/own/subjects',
  operation: 'listOwnSubjects',
  summary: '本账号名下的企业',
  may: 'registry.own',
  answer: z.strictObject({
    /** 今天 — of the house, Beijing. */
    today: z.string(),
    /** 数据年度 for which the office has said how land is counted, newest first. */
    landYears: z.array(z.int()),
    items: z.array(
      z.strictObject({ subjectId: id, name: z.string(), creditCode: z.string().nullable(), regionName: z.string().nullable() }),
    ),
  }),
});

export const getOwnSubject = route({
  method: 'GET',
  path: '/registry/own',
  operation: 'getOwnSubject',
  summary: '本企业的登记',
  may: 'registry.own',
  query: z.strictObject(which),
  answer: subjectPage,
  refusals: ['door.not_found'],
});

export const explainOwnLand = route({
  method: 'GET',
  path: '/registry/own/land',
  operation: 'explainOwnLand',
  summary: '本企业净用地逐月来历',
  may: 'registry.own',
  query: z.strictObject({ ...which, year: z.coerce.number().int().min(1990).max(2100) }),
  answer: landExplanation,
  refusals: ['door.not_found'],
});

export const getOwnSurveySheet = route({
  method: 'GET',
  path: '/registry/own/surveys/:surveyId/sheet',
  operation: 'getOwnSurveySheet',
  summary: '本企业用地核查单（打印）',
  may: 'registry.own',
  params: z.strictObject({ surveyId: id }),
  answer: getSurveySheet.answer,
  refusals: ['door.not_found'],
});

export const addOwnContact = route({
  method: 'POST',
  path: '/registry/own/contacts',
  operation: 'addOwnContact',
  summary: '企业登记本户联系人',
  may: 'registry.own',
  body: contactInput,
  answer: made,
  idempotent: true,
  refusals: ['door.not_found', 'registry.period_wrong', 'registry.subject_merged'],
});

export const editOwnContact = route({
  method: 'PATCH',
  path: '/registry/own/contacts/:rowId',
  operation: 'editOwnContact',
  summary: '企业修改本户联系人',
  may: 'registry.own',
  params: rowId,
  body: contactInput.omit({ subjectId: true }).partial().extend({ version }),
  answer: changed,
  refusals: ['door.not_found', 'door.version_differs', 'registry.period_wrong'],
});

export const correctionItem = z.strictObject({
  correctionId: id,
  version: z.int(),
  subjectId: id,
  subjectName: z.string(),
  regionName: z.string().nullable(),
  topic: z.enum(kinds.correctionTopics),
  words: z.string(),
  state: z.enum(kinds.correctionStates),
  askedAt: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredFor: z.string().nullable().describe('由哪个单位答复'),
});
/** `unreadNoticeId`: the notice of the answer, while the reader has not read it. */
const ownCorrection = correctionItem.extend({ unreadNoticeId: id.nullable() });

export const askCorrection = route({
  method: 'POST',
  path: '/registry/own/corrections',
  operation: 'askCorrection',
  summary: '提出更正申请',
  may: 'registry.own',
  body: z.strictObject({
    subjectId: id,
    topic: z.enum(kinds.correctionTopics).describe('事项'),
    words: text(500).describe('说明'),
  }),
  answer: z.strictObject({ correctionId: id, readers: z.int().describe('已提醒几人') }),
  idempotent: true,
  refusals: ['door.not_found', 'registry.subject_merged', 'registry.corrections_many'],
});

export const listOwnCorrections = route({
  method: 'GET',
  path: '/registry/own/corrections',
  operation: 'listOwnCorrections',
  summary: '本企业的更正申请',
  may: 'registry.own',
  query: z.strictObject({ ...which, limit, after }),
  answer: page(ownCorrection),
  refusals: ['door.not_found'],
});

export const listCorrections = route({
  method: 'GET',
  path: '/registry/corrections',
  operation: 'listCorrections',
  summary: '企业更正申请',
  may: 'registry.read',
  query: z.strictObject({
    state: z.enum(['open', 'answered']).optional().describe('待核实、已答复'),
    subjectId: id.optional(),
    limit,
    after,
  }),
  answer: page(correctionItem).extend({ open: z.int().describe('待核实几件') }),
});

export const answerCorrection = route({
  method: 'POST',
  path: '/registry/corrections/:correctionId/answers',
  operation: 'answerCorrection',
  summary: '答复更正申请',
  may: 'registry.edit',
  params: z.strictObject({ correctionId: id }),
  body: z.strictObject({
    state: z.enum(['corrected', 'declined']).describe('结果'),
    answer: text(500).describe('答复'),
    version,
  }),
  answer: changed.extend({ readers: z.int().describe('已通知几人') }),
  refusals: ['door.not_found', 'door.version_differs', 'registry.correction_answered'],
});
