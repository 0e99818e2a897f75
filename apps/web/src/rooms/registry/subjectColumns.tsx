/** 企业名单的列 — the first is frozen and leads to the enterprise page; keys are the server's filter fields and sort words. */

import { Link } from '@tanstack/react-router';
import type { Item, Query } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import type { Column } from '../../furniture/grid/columns.js';
import type { Sort } from '../../furniture/grid/order.js';
import { formatInstant } from '../../furniture/values.js';
import { StatusMark } from './StatusMark.js';
import { kindWords, scaleWords, statusWords } from './words.zh.js';

export type Subject = Item<'listSubjects'>;
type ServerSort = NonNullable<Query<'listSubjects'>['sort']>;
/** Column → the server's word. The server sorts these upward; what it cannot sort has no arrow. */
export const serverSorts: Readonly<Record<string, ServerSort>> = {
  name: 'name',
  creditCode: 'code',
  regionId: 'region',
  industryCode: 'industry',
  status: 'status',
  foundedOn: 'founded',
  productionFrom: 'production',
  updatedAt: 'updated',
};
export const serverSort = (sort: Sort | null): ServerSort => (sort === null ? 'name' : (serverSorts[sort.key] ?? 'name'));

export function subjectColumns(
  regions: readonly { readonly value: string; readonly label: string }[],
): readonly Column<Subject>[] {
  const columns: readonly Column<Subject>[] = [
    {
      ...{ key: 'name', title: '企业名称', kind: 'text', width: 280, filterable: true },
      value: (row) => row.name,
      draw: (row) => (
        <Link to="/registry/enterprises/$subjectId" params={{ subjectId: row.subjectId }} tabIndex={-1}>
          {row.name}
        </Link>
      ),
    },
    {
      ...{ key: 'creditCode', title: '统一社会信用代码', kind: 'text', width: 190, filterable: true },
      value: (row) => row.creditCode ?? { absent: 'missing' },
    },
    {
      ...{ key: 'regionId', title: '所属区域', kind: 'choice', width: 130, filterable: true, choices: regions },
      value: (row) => row.regionName ?? { absent: 'missing' },
    },
    { ...{ key: 'parkId', title: '园区', kind: 'text', width: 150 }, value: (row) => row.parkName },
    {
      ...{ key: 'industryCode', title: '行业', kind: 'text', width: 190, filterable: true },
      value: (row) =>
        row.industryCode === null ? { absent: 'missing' } : `${row.industryCode} ${row.industryName ?? ''}`.trim(),
    },
    {
      ...{ key: 'scale', title: '规模', kind: 'choice', width: 84, filterable: true, choices: choicesOf(scaleWords) },
      value: (row) => (row.scale === null ? { absent: 'not_reported' } : scaleWords[row.scale]),
    },
    {
      ...{ key: 'status', title: '经营状态', kind: 'choice', width: 120, filterable: true, choices: choicesOf(statusWords) },
      value: (row) => statusWords[row.status],
      draw: (row) => <StatusMark status={row.status} />,
    },
    {
      ...{
        key: 'kind',
        title: '种类',
        kind: 'choice',
        width: 130,
        hidden: true,
        filterable: true,
        choices: choicesOf(kindWords),
      },
      value: (row) => kindWords[row.kind],
    },
    { ...{ key: 'address', title: '地址', kind: 'text', width: 240, filterable: true }, value: (row) => row.address },
    { ...{ key: 'foundedOn', title: '成立日期', kind: 'date', width: 130, filterable: true }, value: (row) => row.foundedOn },
    {
      ...{ key: 'productionFrom', title: '投产日期', kind: 'date', width: 130, filterable: true },
      value: (row) => row.productionFrom,
    },
    {
      ...{ key: 'updatedAt', title: '最近变更', kind: 'date', width: 170, filterable: true },
      value: (row) => row.updatedAt,
      draw: (row) => formatInstant(row.updatedAt),
    },
  ];
  return columns.map((column) => ({ ...column, sortable: serverSorts[column.key] !== undefined }));
}
