/** 自然资源局 — one row a holder of a parcel; 园区办 — the ledger of leases, with villages and persons among the lessors. */
import type { FileSpec, Row } from '../table.js';
import type { Block } from '../truth.js';
import { code, date, name, sequence, town } from './columns.js';

const area = { kind: 'number', unit: '平方米', digits: 2, summed: true } as const;

export const certificatesFile: FileSpec = {
  department: '自然资源局',
  name: '工业用地不动产登记台账',
  format: 'xlsx',
  sheets: [
    {
      name: '登记台账',
      title: '工业（仓储）用地不动产登记台账',
      columns: [
        sequence,
        { ...code, header: '权利人证件号', also: ['统一社会信用代码'] },
        { ...name, header: '权利人', also: ['权利人名称', '土地使用权人'] },
        town,
        { header: '宗地号', kind: 'text', also: ['宗地代码'] },
        { header: '不动产权证号', kind: 'text' },
        { header: '共有份额', kind: 'number', unit: '%', digits: 0 },
        { header: '用途', kind: 'text' },
        { header: '坐落', kind: 'text' },
        { header: '证载用地面积', also: ['登记用地面积', '土地证面积'], group: '用地面积', ...area },
        { header: '实测用地面积', also: ['实际占地面积'], group: '用地面积', ...area },
        { header: '供地面积', group: '用地面积', ...area },
        { header: '厂房建筑面积', also: ['总建筑面积'], ...area },
        { header: '层高', kind: 'number', unit: '米', digits: 1 },
        { header: '登记日期', kind: 'date' },
        { header: '建设状态', kind: 'text' },
        { header: '约定竣工日期', kind: 'date' },
      ],
      oneRowEach: false,
      rowsOf: certificateRows,
    },
  ],
};

export const leasesFile: FileSpec = {
  department: '园区办',
  name: '工业厂房租赁台账',
  format: 'xlsx',
  sheets: [
    {
      name: '租赁台账',
      title: '工业厂房租赁登记台账',
      columns: [
        sequence,
        { ...code, header: '承租方信用代码', group: '承租方' },
        { ...name, header: '承租方', also: ['承租人', '承租企业'], group: '承租方' },
        town,
        { header: '出租方', also: ['房东', '出租人'], kind: 'text' },
        { header: '合同编号', kind: 'text' },
        { header: '上级合同编号', kind: 'text' },
        { header: '宗地号', kind: 'text' },
        { header: '租赁建筑面积', also: ['租赁厂房面积'], ...area },
        { header: '分摊用地面积', also: ['租赁用地面积'], ...area },
        { header: '层高', kind: 'number', unit: '米', digits: 1 },
        { header: '租金', kind: 'number', unit: '元/平方米·月', digits: 1 },
        { header: '租赁起', kind: 'date', group: '租赁期限' },
        { header: '租赁止', kind: 'date', group: '租赁期限' },
      ],
      oneRowEach: false,
      rowsOf: leaseRows,
    },
  ],
};

function certificateRows(block: Block): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.parcels.flatMap((parcel) =>
    parcel.holders.flatMap(({ sharePercent, subject }): Row[] => {
      const one = byId.get(subject);
      if (one === undefined) return [];
      const areas = [parcel.certificateArea, parcel.actualArea, parcel.suppliedArea, parcel.floorArea, parcel.floorHeight];
      const words = [parcel.number, parcel.certificate, sharePercent, parcel.use, parcel.location];
      const ends = [date(parcel.acquiredOn), parcel.state, date(parcel.completionDue)];
      return [{ subject, town: one.town.name, cells: [null, one.code, one.name, one.town.name, ...words, ...areas, ...ends] }];
    }),
  );
}

function leaseRows(block: Block): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.leases.flatMap((lease): Row[] => {
    const one = byId.get(lease.lessee);
    if (one === undefined) return [];
    const words = [lease.lessor.name, lease.contract, lease.headContract ?? null, lease.parcel ?? null];
    const numbers = [lease.floorArea, lease.landArea, lease.floorHeight, lease.rent];
    return [
      {
        subject: one.id,
        town: one.town.name,
        cells: [null, one.code, one.name, one.town.name, ...words, ...numbers, date(lease.from), date(lease.to)],
      },
    ];
  });
}
