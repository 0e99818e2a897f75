/** Shapes that the contracts of this folder share. */
import { z } from 'zod';
import { permissions, roles } from '../roles.js';

export const idShape = z.guid().describe('编号');
export const dayShape = z.iso.date().describe('日期');
export const instantShape = z.iso.datetime().describe('时间');
export const versionShape = z.int().min(1).describe('版本');
export const personName = z.string().trim().min(1).max(40).describe('姓名');
export const postTitle = z.string().trim().max(60).describe('职务');
export const phone = z
  .string()
  .trim()
  .regex(/^[0-9+\-() ]{5,24}$/, '请填写电话号码，只含数字、空格、+、-、括号。')
  .describe('电话');
export const roleShape = z.enum(roles).describe('岗位');
export const permissionShape = z.enum(permissions);

/** `{ items, next }` — a page of a list; `next` goes back as `after`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('每页条数'),
  after: z.string().max(200).optional().describe('从哪一条之后'),
};

export const doneShape = z.strictObject({ done: z.literal(true) });
export const changedShape = z.strictObject({ version: versionShape });
