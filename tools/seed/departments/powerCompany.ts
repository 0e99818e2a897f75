/** 供电公司 — kWh by meter, one GB18030 CSV a year as its billing system writes it; and the register of who shares a meter. */
import type { FileSpec, Row } from '../table.js';
import type { Block, DataYear } from '../truth.js';
import { code, date, name, sequence, town } from './columns.js';

export const powerFile = (year: DataYear): FileSpec => ({
  department: '供电公司',
  name: `${year}年工业用户用电量`,
  format: 'csv_gb18030',
  sheets: [
    {
      name: '用电量',
      title: `${year}年工业用户用电量`,
      columns: [
        sequence,
        code,
        { ...name, header: '户名', also: ['用户名称'] },
        town,
        { header: '户号', kind: 'meter' },
        { header: '用电地址', kind: 'text' },
        { header: '电压等级', kind: 'text' },
        { header: '用电量', also: ['年用电量', '售电量'], kind: 'number', unit: '千瓦时', digits: 0, summed: true },
      ],
      oneRowEach: false,
      rowsOf: (block) => meterRows(block, year),
    },
  ],
});

export const splitsFile: FileSpec = {
  department: '供电公司',
  name: '转供电分摊登记',
  format: 'xlsx',
  sheets: [
    {
      name: '分摊登记',
      title: '转供电（共用电表）用电分摊登记表',
      columns: [
        sequence,
        { ...code, header: '实际用电方信用代码' },
        { ...name, header: '实际用电方' },
        town,
        { header: '户号', kind: 'meter' },
        { header: '户名', kind: 'text' },
        { header: '分摊比例', kind: 'number', unit: '%', digits: 0 },
        { header: '起始日期', kind: 'date' },
      ],
      oneRowEach: false,
      rowsOf: splitRows,
    },
  ],
};

/** A meter that stood still all year because its firm did not live then has no bill. */
function meterRows(block: Block, year: DataYear): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.meters.flatMap((meter): Row[] => {
    const one = byId.get(meter.holder);
    if (one === undefined || meter.kwhOf[year] === 0) return [];
    const cells = [null, one.code, one.name, one.town.name, meter.number, meter.address, meter.voltage, meter.kwhOf[year]];
    return [{ subject: one.id, year, town: one.town.name, cells }];
  });
}

function splitRows(block: Block): Row[] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.meters.flatMap((meter) =>
    meter.splits.flatMap(({ from, sharePercent, subject }): Row[] => {
      const [one, holder] = [byId.get(subject), byId.get(meter.holder)];
      if (one === undefined || holder === undefined) return [];
      return [
        {
          subject,
          town: one.town.name,
          cells: [null, one.code, one.name, one.town.name, meter.number, holder.name, sharePercent, date(from)],
        },
      ];
    }),
  );
}
