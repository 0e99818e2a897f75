/** 市场监管局 — the register: codes, names, former names, founding and end; 发改局 — accidents, penalties, dishonesty. */
import type { FileSpec, Row } from '../table.js';
import type { Block } from '../truth.js';
import { code, date, name, sequence, town } from './columns.js';

export const registerFile: FileSpec = {
  department: '市场监管局',
  name: '工业企业登记信息',
  format: 'xlsx',
  sheets: [
    {
      name: '登记信息',
      title: '工业企业及个体工商户登记信息',
      columns: [
        sequence,
        code,
        name,
        town,
        { header: '曾用名', kind: 'text' },
        { header: '曾用代码', kind: 'text' },
        { header: '企业类型', kind: 'text' },
        { header: '法定代表人', kind: 'text' },
        { header: '行业代码', kind: 'text' },
        { header: '行业名称', kind: 'text' },
        { header: '园区', kind: 'text' },
        { header: '村', kind: 'text' },
        { header: '住所', kind: 'text' },
        { header: '成立日期', kind: 'date' },
        { header: '经营状态', kind: 'text' },
        { header: '注销日期', kind: 'date' },
      ],
      oneRowEach: true,
      rowsOf: registerRows,
    },
  ],
};

export const creditFile: FileSpec = {
  department: '发改局',
  name: '信用与安全事件',
  format: 'csv_utf8_bom',
  sheets: [
    {
      name: '事件',
      title: '企业信用与安全生产事件',
      columns: [
        sequence,
        code,
        name,
        town,
        { header: '事件类型', kind: 'text' },
        { header: '事件等级', kind: 'text' },
        { header: '事件日期', kind: 'date' },
        { header: '文书号', kind: 'text' },
      ],
      oneRowEach: false,
      rowsOf: incidentRows,
    },
  ],
};

function registerRows(block: Block): Row[] {
  return block.enterprises.map((one): Row => {
    const words = [one.formerName ?? null, one.formerCode ?? null, one.workshop ? '个体工商户' : '有限责任公司', one.legalPerson];
    const places = [one.industry.code, one.industry.name, one.park?.name ?? null, one.village?.name ?? null, one.address];
    const life = [date(one.foundedOn), one.cancelledOn === undefined ? '存续' : '注销', date(one.cancelledOn)];
    return {
      subject: one.id,
      town: one.town.name,
      cells: [null, one.code, one.name, one.town.name, ...words, ...places, ...life],
    };
  });
}

function incidentRows(block: Block): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.incidents.flatMap((incident): Row[] => {
    const one = byId.get(incident.subject);
    if (one === undefined) return [];
    const cells = [
      null,
      one.code,
      one.name,
      one.town.name,
      incident.kind,
      incident.level,
      date(incident.date),
      incident.document,
    ];
    return [{ subject: one.id, town: one.town.name, cells }];
  });
}
