/** Routes of saved views: one's own, those shared with the office, and the one a list opens with. */
import { z } from 'zod';
import { route } from '../../forms/route.js';

const id = z.guid().describe('编号');
const version = z.int().min(1).describe('版本');
const key = z.string().min(1).max(60);
const page = z
  .string()
  .regex(/^[a-z]+(\.[a-z_]+)*$/i, '请用页面的标识。')
  .max(60)
  .describe('哪一个列表');

const operators = ['=', '≠', '>', '≥', '<', '≤', 'contains', 'between', 'empty', 'notEmpty'] as const;
const conditionValue = z.union([z.string().max(200), z.array(z.string().max(200)).length(2)]);

export const viewContent = z.strictObject({
  layout: z.strictObject({
    order: z.array(key).max(200),
    hidden: z.array(key).max(200),
    widths: z.record(key, z.number().min(20).max(2000)),
  }),
  conditions: z.array(z.strictObject({ field: key, op: z.enum(operators), value: conditionValue.optional() })).max(50),
  sort: z.strictObject({ key, down: z.boolean() }).nullable(),
});
export type ViewContent = z.infer<typeof viewContent>;

const name = z.string().trim().min(1, '请填写名称。').max(30).describe('名称');
const shared = z.boolean().default(false).describe('本单位共用');

export const viewAnswer = z.strictObject({
  viewId: id,
  name: z.string(),
  ownerName: z.string(),
  mine: z.boolean(),
  shared: z.boolean(),
  /** Opens the list for this reader. */
  usual: z.boolean(),
  content: viewContent,
  version,
  updatedAt: z.iso.datetime(),
});
export type ViewAnswer = z.infer<typeof viewAnswer>;

export const readViews = route({
  ...{ method: 'GET', path: '/views', operation: 'readViews', summary: '列表的视图', may: 'signed_in' },
  query: z.strictObject({ page }),
  answer: z.strictObject({ items: z.array(viewAnswer), mayShare: z.boolean() }),
});

export const makeView = route({
  ...{ method: 'POST', path: '/views', operation: 'makeView', summary: '保存视图', may: 'signed_in' },
  body: z.strictObject({ page, name, shared, content: viewContent }),
  answer: z.strictObject({ viewId: id, version }),
  idempotent: true,
  refusals: ['views.name_taken', 'views.too_many', 'views.may_not_share'],
});

export const editView = route({
  ...{ method: 'PUT', path: '/views/:viewId', operation: 'editView', summary: '修改视图', may: 'signed_in' },
  params: z.strictObject({ viewId: id }),
  body: z.strictObject({ version, name, shared, content: viewContent }),
  answer: z.strictObject({ version }),
  refusals: ['views.not_found', 'views.name_taken', 'views.may_not_share', 'views.not_yours', 'door.version_differs'],
});

export const removeView = route({
  ...{ method: 'DELETE', path: '/views/:viewId', operation: 'removeView', summary: '删除视图', may: 'signed_in' },
  params: z.strictObject({ viewId: id }),
  query: z.strictObject({ version: z.coerce.number().int().min(1).describe('版本') }),
  answer: z.strictObject({}),
  refusals: ['views.not_found', 'views.not_yours', 'door.version_differs'],
});

export const setUsualView = route({
  ...{ method: 'PUT', path: '/views/usual', operation: 'setUsualView', summary: '设默认视图', may: 'signed_in' },
  body: z.strictObject({ page, viewId: id.nullable().describe('空为不设') }),
  answer: z.strictObject({}),
  refusals: ['views.not_found'],
});
