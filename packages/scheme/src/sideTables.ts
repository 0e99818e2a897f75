/** 附表 — the side tables a dataset may carry beside one row a subject, and the fields formulas may read in them. */
import type { TableInfo, ValueType } from '@muheng/formula';
import { type MuDivisor, parseUnit, pureUnit } from '@muheng/quantity';

type FieldRow = readonly [id: string, term: string, type: ValueType, unit?: string];

/** Every table also has the column `id`: the subject. A text field that marks a kind lists its words in docs/reference/data.md. */
export const sideTableFields: Readonly<Record<string, { readonly term: string; readonly fields: readonly FieldRow[] }>> = {
  titles: {
    term: '称号',
    fields: [
      ['name', '称号名称', 'text'],
      ['level', '级别', 'text'],
      ['from', '有效期起', 'date'],
      ['to', '有效期止', 'date'],
      ['count', '件数', 'number', '项'],
    ],
  },
  events: {
    term: '事件',
    fields: [
      ['kind', '事件类型', 'text'],
      ['level', '事件等级', 'text'],
      ['date', '事件日期', 'date'],
      ['amount', '事件数量', 'number', '次'],
      ['area', '事件面积', 'number', '㎡'],
      ['counterpart', '事件对方', 'text'],
    ],
  },
  occupancy: {
    term: '用地',
    fields: [
      ['parcel', '宗地', 'text'],
      ['kind', '用地方式', 'text'],
      ['counterpart', '对方', 'text'],
      ['certificate_area', '证载面积', 'number', '㎡'],
      ['actual_area', '实际面积', 'number', '㎡'],
      ['supplied_area', '供地面积', 'number', '㎡'],
      ['floor_area', '建筑面积', 'number', '㎡'],
      ['floor_height', '层高', 'number', '米'],
      ['from', '使用起', 'date'],
      ['to', '使用止', 'date'],
      ['state', '建设状态', 'text'],
      ['completion_due', '约定竣工日期', 'date'],
      ['transferred', '转让日期', 'date'],
    ],
  },
  meters: {
    term: '电表',
    fields: [
      ['meter', '户号', 'text'],
      ['kind', '用电方式', 'text'],
      ['power', '表计电量', 'number', 'kWh'],
      ['share', '分摊比例', 'number', '%'],
      ['counterpart', '转供对方', 'text'],
    ],
  },
  decisions: {
    term: '决定',
    fields: [
      ['matter', '决定事项', 'text'],
      ['date', '决定日期', 'date'],
      ['body', '审定机构', 'text'],
      ['number', '决定文号', 'text'],
      ['from', '执行起', 'date'],
      ['to', '执行止', 'date'],
    ],
  },
  history: {
    term: '历年类别',
    fields: [
      ['year', '评价年度', 'number'],
      ['grade', '历年评定', 'text'],
    ],
  },
  lists: {
    term: '名单',
    fields: [
      ['list', '名单名称', 'text'],
      ['from', '列入日期', 'date'],
      ['to', '移出日期', 'date'],
    ],
  },
};

export function sideTableInfos(mu: MuDivisor): readonly TableInfo[] {
  return Object.entries(sideTableFields).map(([id, table]) => ({
    id,
    term: table.term,
    fields: table.fields.map(([field, term, type, unit]) => ({
      id: field,
      term,
      type,
      unit: (unit === undefined ? undefined : parseUnit(unit, { mu })) ?? pureUnit,
      prior: false,
    })),
  }));
}
