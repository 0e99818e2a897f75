/** 八个房间 — in the order of the office's year; those not yet open say what will be there. */
import type { Permission } from './session.js';

export interface RoomEntry {
  readonly title: string;
  readonly purpose: string;
  /** Pages inside; none = 尚未开通. */
  readonly pages: readonly PageEntry[];
}

export interface PageEntry {
  readonly to: PagePath;
  readonly title: string;
  /** Not in the menu of whoever lacks it. */
  readonly may?: Permission;
}

export type PagePath =
  | '/registry'
  | '/registry/parcels'
  | '/registry/checks'
  | '/registry/claims'
  | '/registry/corrections'
  | '/registry/duplicates'
  | '/registry/import'
  | '/registry/land-rule';

export const rooms: readonly RoomEntry[] = [
  {
    title: '企业用地库',
    purpose: '企业、宗地、用地关系',
    pages: [
      { to: '/registry', title: '企业名单' },
      { to: '/registry/parcels', title: '宗地' },
      { to: '/registry/checks', title: '用地核对' },
      { to: '/registry/claims', title: '属地认领' },
      { to: '/registry/corrections', title: '更正申请' },
      { to: '/registry/duplicates', title: '疑似重复' },
      { to: '/registry/import', title: '导入', may: 'registry.edit' },
      { to: '/registry/land-rule', title: '用地口径' },
    ],
  },
  { title: '数据归集', purpose: '各部门报送数据、逐条处理疑点', pages: [] },
  { title: '综合评价', purpose: '评价办法、测算、方案比选', pages: [] },
  { title: '确认申诉', purpose: '企业逐项确认、申诉办理', pages: [] },
  { title: '公示通报', purpose: '审定、公示、公布结果', pages: [] },
  { title: '清单管理', purpose: '低效企业清单、整治销号', pages: [] },
  { title: '政策兑现', purpose: '差别化价格、减免、奖补', pages: [] },
  { title: '目标考核', purpose: '镇街、园区、部门考核通报', pages: [] },
];
