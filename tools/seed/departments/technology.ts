/** 科技局 — R&D and patents of a year; titles with their spans. */
import type { FileSpec, Row } from '../table.js';
import type { Block, DataYear } from '../truth.js';
import { code, date, type FactColumn, factRows, name, sequence, town } from './columns.js';

const research: readonly FactColumn[] = [
  {
    fact: 'researchSpending',
    header: '研发经费支出',
    also: ['研发费用', 'R&D经费支出'],
    kind: 'number',
    unit: '万元',
    digits: 2,
    summed: true,
  },
  { fact: 'patents', header: '有效发明专利数', also: ['有效发明专利'], kind: 'number', unit: '件', digits: 0, summed: true },
];

export const researchFile = (year: DataYear): FileSpec => ({
  department: '科技局',
  name: `${year}年企业研发投入`,
  format: 'xlsx',
  sheets: [
    {
      name: '研发投入',
      title: `${year}年度规上工业企业研发投入情况`,
      columns: [sequence, code, name, town, ...research],
      oneRowEach: true,
      rowsOf: factRows(research, year, (facts) => facts.scale === '规上'),
    },
  ],
});

export const titlesFile: FileSpec = {
  department: '科技局',
  name: '企业称号名录',
  format: 'xlsx',
  sheets: [
    {
      name: '称号',
      title: '企业资质荣誉称号名录',
      columns: [
        sequence,
        code,
        name,
        town,
        { header: '称号名称', kind: 'text' },
        { header: '级别', kind: 'text' },
        { header: '有效期起', kind: 'date', group: '有效期' },
        { header: '有效期止', kind: 'date', group: '有效期' },
        { header: '文号', kind: 'text' },
      ],
      oneRowEach: false,
      rowsOf: titleRows,
    },
  ],
};

function titleRows(block: Block): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.titles.flatMap((title): Row[] => {
    const one = byId.get(title.subject);
    if (one === undefined) return [];
    const cells = [
      null,
      one.code,
      one.name,
      one.town.name,
      title.name,
      title.level,
      date(title.from),
      date(title.to),
      title.document,
    ];
    return [{ subject: one.id, town: one.town.name, cells }];
  });
}
