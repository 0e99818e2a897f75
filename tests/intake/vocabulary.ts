/** What columns of department files may be: the fact catalogue, and the columns of the ledgers that are no facts. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Term } from '@muheng/sheets';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.object({
  facts: z.record(
    z.string(),
    z.object({
      id: z.string(),
      type: z.enum(['number', 'text', 'date', 'flag']),
      unit: z.string().optional(),
      also: z.array(z.string()).default([]),
      plausible: z.tuple([z.number(), z.number()]).optional(),
      must_be: z.enum(['any', 'not_negative', 'positive']).optional(),
    }),
  ),
});

export function factTerms(): Term[] {
  const file = fileURLToPath(new URL('../../catalog/facts.yaml', import.meta.url));
  return Object.entries(shape.parse(parse(readFileSync(file, 'utf8'))).facts).map(([term, fact]) => ({
    id: fact.id,
    term,
    also: fact.also,
    type: fact.type,
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
    ...(fact.plausible === undefined ? {} : { plausible: fact.plausible }),
    ...(fact.must_be === undefined ? {} : { mustBe: fact.must_be }),
  }));
}

const number = (term: string, unit: string, ...also: string[]): Term => ({
  id: term,
  term,
  also,
  type: 'number',
  unit,
  mustBe: 'not_negative',
});
const text = (term: string, ...also: string[]): Term => ({ id: term, term, also, type: 'text' });
const date = (term: string, ...also: string[]): Term => ({ id: term, term, also, type: 'date' });

/** Columns of the ledgers of land, leases, meters, titles and events, with the words that such offices use. */
export const ledgerTerms: readonly Term[] = [
  text('曾用名', '原名称'),
  text('曾用代码', '原统一社会信用代码'),
  date('注销日期', '注销时间'),
  text('不动产权证号', '不动产权证书号', '土地证号'),
  number('共有份额', '%', '共有比例', '份额'),
  number('实测用地面积', '㎡', '实际用地面积'),
  number('供地面积', '㎡', '出让面积'),
  number('层高', '米', '厂房层高'),
  date('登记日期', '登记时间'),
  date('约定竣工日期', '约定竣工时间'),
  number('租赁建筑面积', '㎡', '承租建筑面积', '租赁面积'),
  number('分摊用地面积', '㎡', '租赁用地面积', '折算用地面积'),
  number('租金', '元/(㎡·月)', '租金单价'),
  date('租赁起', '起租日期', '租期起'),
  date('租赁止', '止租日期', '租期止'),
  text('合同编号', '租赁合同编号'),
  text('户号', '用电户号', '电表户号'),
  number('分摊比例', '%', '转供比例', '分摊份额'),
  date('起始日期', '开始日期'),
  date('有效期起', '认定日期', '起始日'),
  date('有效期止', '到期日期', '截止日'),
  text('称号名称', '荣誉名称', '称号'),
  date('事件日期', '发生日期', '日期'),
  text('统一社会信用代码', '权利人证件号', '承租方信用代码', '实际用电方信用代码', '证件号'),
].map((term) => (term.term === '统一社会信用代码' ? { ...term, id: 'credit_code' } : term));
