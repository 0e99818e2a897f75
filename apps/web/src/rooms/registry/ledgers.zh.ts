/**
 * 登记项 — every ledger of a subject or a parcel as a table: which operations, which fields in which order, how each is asked and shown.
 * Keys are checked against the contract: a field that the server does not take does not compile.
 */

import type { Body, Operation } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import {
  contractWords,
  identifierWords,
  lessorWords,
  meterWords,
  occupancyWords,
  placeWords,
  relationWords,
  scaleWords,
  splitWords,
  statusWords,
  titleLevelWords,
  transitionWords,
} from './words.zh.js';

export type FieldKind =
  | 'text'
  | 'long'
  | 'day'
  | 'decimal'
  | 'integer'
  | 'percent'
  | 'yes'
  | 'choice'
  | 'subject'
  | 'parcel'
  | 'region'
  | 'meter'
  | 'industry';

export interface FieldForm<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly kind: FieldKind;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly needed?: true;
  readonly unit?: string;
  readonly help?: string;
  /** Key of the row that holds the name to show for an id. */
  readonly shownAs?: string;
  /** Too long or too rare for the table; the form has it. */
  readonly formOnly?: true;
}

export interface LedgerForm {
  readonly title: string;
  /** 登记一项 */
  readonly addTitle: string;
  readonly owner: 'subjectId' | 'parcelId';
  readonly add: Operation;
  readonly edit: Operation;
  readonly close: Operation | null;
  readonly remove: Operation;
  readonly fields: readonly FieldForm[];
  readonly empty: string;
}

function fieldsOf<Op extends Operation>(
  _checkedAgainst: Op,
  fields: readonly FieldForm<Extract<keyof Body<Op>, string>>[],
): readonly FieldForm[] {
  return fields;
}

const span = [
  { key: 'from', label: '起', kind: 'day', help: '不清楚可空着' },
  { key: 'until', label: '止', kind: 'day', help: '不含当日；仍有效则空着' },
] as const;
const note = { key: 'note', label: '备注', kind: 'long', formOnly: true } as const;
const basis = { key: 'basis', label: '依据', kind: 'text', help: '文件名称、文号或书面材料' } as const;

export const ledgerForms = {
  identifier: {
    ...{ title: '证照与编号', addTitle: '登记证照或编号', owner: 'subjectId' },
    ...{ add: 'addIdentifier', edit: 'editIdentifier', close: 'closeIdentifier', remove: 'removeIdentifier' },
    empty: '还没有证照。请先登记统一社会信用代码；作坊、自然人可登记户号。',
    fields: fieldsOf('addIdentifier', [
      { key: 'kind', label: '种类', kind: 'choice', choices: choicesOf(identifierWords), needed: true },
      { key: 'value', label: '号码', kind: 'text', needed: true, help: '信用代码 18 位，不含字母 I、O、Z、S、V' },
      ...span,
      note,
    ]),
  },
  place: {
    ...{ title: '四地', addTitle: '登记属地', owner: 'subjectId' },
    ...{ add: 'addPlace', edit: 'editPlace', close: 'closePlace', remove: 'removePlace' },
    empty: '还没有登记注册地、生产地、税收入库地、统计在库地。',
    fields: fieldsOf('addPlace', [
      { key: 'role', label: '哪一地', kind: 'choice', choices: choicesOf(placeWords), needed: true },
      { key: 'placeRegionId', label: '区域', kind: 'region', shownAs: 'placeRegionName' },
      { key: 'outside', label: '外地', kind: 'text', help: '不在本办范围内时填写，如“某市某区”' },
      { key: 'address', label: '地址', kind: 'text' },
      basis,
      ...span,
      note,
    ]),
  },
  status: {
    ...{ title: '经营状态', addTitle: '登记状态', owner: 'subjectId' },
    ...{ add: 'addStatus', edit: 'editStatus', close: 'closeStatus', remove: 'removeStatus' },
    empty: '没有特别状态，按正常对待。',
    fields: fieldsOf('addStatus', [
      { key: 'kind', label: '状态', kind: 'choice', choices: choicesOf(statusWords), needed: true },
      basis,
      ...span,
    ]),
  },
  industry: {
    ...{ title: '行业', addTitle: '登记行业', owner: 'subjectId' },
    ...{ add: 'addIndustry', edit: 'editIndustry', close: 'closeIndustry', remove: 'removeIndustry' },
    empty: '还没有行业代码。',
    fields: fieldsOf('addIndustry', [
      { key: 'code', label: '行业代码', kind: 'industry', needed: true, help: 'GB/T 4754—2017，按代码或名称查找' },
      { key: 'name', label: '行业名称', kind: 'text' },
      basis,
      ...span,
    ]),
  },
  scale: {
    ...{ title: '规上规下（分年）', addTitle: '登记规模', owner: 'subjectId' },
    ...{ add: 'addScale', edit: 'editScale', close: null, remove: 'removeScale' },
    empty: '还没有登记各年规上规下。',
    fields: fieldsOf('addScale', [
      { key: 'year', label: '年度', kind: 'integer', needed: true },
      { key: 'scale', label: '规模', kind: 'choice', choices: choicesOf(scaleWords), needed: true },
      { key: 'enteredOn', label: '入库日期', kind: 'day' },
      { key: 'leftOn', label: '退库日期', kind: 'day' },
      basis,
    ]),
  },
  title: {
    ...{ title: '称号与资质', addTitle: '登记称号', owner: 'subjectId' },
    ...{ add: 'addTitle', edit: 'editTitle', close: 'closeTitle', remove: 'removeTitle' },
    empty: '没有登记称号。高新技术企业、专精特新等称号会影响加分。',
    fields: fieldsOf('addTitle', [
      { key: 'name', label: '称号', kind: 'text', needed: true, help: '与文件写法一致，如“高新技术企业”' },
      { key: 'level', label: '级别', kind: 'choice', choices: choicesOf(titleLevelWords), needed: true },
      { key: 'document', label: '认定文件', kind: 'text' },
      ...span,
    ]),
  },
  transition: {
    ...{ title: '过渡期', addTitle: '登记过渡期', owner: 'subjectId' },
    ...{ add: 'addTransition', edit: 'editTransition', close: 'closeTransition', remove: 'removeTransition' },
    empty: '没有在过渡期。',
    fields: fieldsOf('addTransition', [
      { key: 'kind', label: '种类', kind: 'choice', choices: choicesOf(transitionWords), needed: true },
      { ...basis, needed: true },
      ...span,
      { key: 'extendedUntil', label: '延至', kind: 'day' },
      { key: 'extensionBasis', label: '延期依据', kind: 'text', formOnly: true },
      { key: 'meanwhile', label: '期间适用', kind: 'text', help: '过渡期内适用什么政策' },
    ]),
  },
  relation: {
    ...{ title: '关联企业', addTitle: '登记关联', owner: 'subjectId' },
    ...{ add: 'addRelation', edit: 'editRelation', close: 'closeRelation', remove: 'removeRelation' },
    empty: '没有登记关联企业。',
    fields: fieldsOf('addRelation', [
      { key: 'otherId', label: '关联企业', kind: 'subject', needed: true, shownAs: 'otherName' },
      { key: 'kind', label: '关系', kind: 'choice', choices: choicesOf(relationWords), needed: true },
      { key: 'sharePercent', label: '持股比例', kind: 'percent', unit: '%' },
      basis,
      ...span,
    ]),
  },
  occupancy: {
    ...{ title: '用地（自有、承租、出租）', addTitle: '登记用地', owner: 'subjectId' },
    ...{ add: 'addOccupancy', edit: 'editOccupancy', close: 'closeOccupancy', remove: 'removeOccupancy' },
    empty: '还没有登记用地。先登记自有宗地，再登记承租、出租；没有用地算不出亩均。',
    fields: fieldsOf('addOccupancy', [
      { key: 'kind', label: '种类', kind: 'choice', choices: choicesOf(occupancyWords), needed: true },
      { key: 'parcelId', label: '宗地', kind: 'parcel', shownAs: 'parcelNumber' },
      {
        key: 'counterpartId',
        label: '对方企业',
        kind: 'subject',
        shownAs: 'counterpart',
        help: '承租填出租方，出租填承租方；已登记的选这里',
      },
      { key: 'counterpartName', label: '对方（未登记）', kind: 'text', formOnly: true },
      { key: 'lessorKind', label: '出租方类别', kind: 'choice', choices: choicesOf(lessorWords), formOnly: true },
      { key: 'landAreaSqm', label: '土地面积', kind: 'decimal', unit: '㎡' },
      { key: 'floorAreaSqm', label: '建筑面积', kind: 'decimal', unit: '㎡' },
      { key: 'sharePercent', label: '占用比例', kind: 'percent', unit: '%', formOnly: true },
      { key: 'contractNo', label: '合同编号', kind: 'text' },
      { key: 'rentYuanPerSqmMonth', label: '租金', kind: 'decimal', unit: '元/㎡·月', formOnly: true },
      { key: 'transferredOn', label: '过户日期', kind: 'day', formOnly: true },
      ...span,
      note,
    ]),
  },
  contract: {
    ...{ title: '用地合同与约定', addTitle: '登记用地合同', owner: 'subjectId' },
    ...{ add: 'addLandContract', edit: 'editLandContract', close: null, remove: 'removeLandContract' },
    empty: '没有登记出让合同、“标准地”协议或投资监管协议。',
    fields: fieldsOf('addLandContract', [
      { key: 'number', label: '合同编号', kind: 'text', needed: true },
      { key: 'kind', label: '种类', kind: 'choice', choices: choicesOf(contractWords), needed: true },
      { key: 'parcelId', label: '宗地', kind: 'parcel', needed: true, shownAs: 'parcelNumber' },
      { key: 'signedOn', label: '签订', kind: 'day' },
      { key: 'investmentPromisedWanYuan', label: '约定投资', kind: 'decimal', unit: '万元' },
      { key: 'outputPromisedWanYuan', label: '约定产值', kind: 'decimal', unit: '万元' },
      { key: 'taxPromisedWanYuan', label: '约定税收', kind: 'decimal', unit: '万元' },
      { key: 'taxPromisedWanYuanPerMu', label: '约定亩均税收', kind: 'decimal', unit: '万元/亩' },
      { key: 'startDue', label: '约定开工', kind: 'day', formOnly: true },
      { key: 'startedOn', label: '实际开工', kind: 'day', formOnly: true },
      { key: 'completionDue', label: '约定竣工', kind: 'day' },
      { key: 'completedOn', label: '竣工验收', kind: 'day' },
      { key: 'productionDue', label: '约定达产', kind: 'day' },
      { key: 'productionAcceptedOn', label: '达产验收', kind: 'day' },
      { key: 'breachLetterNumber', label: '违约函号', kind: 'text', formOnly: true },
      { key: 'breachLetterOn', label: '违约函日期', kind: 'day', formOnly: true },
      { key: 'breach', label: '违约情形', kind: 'long', formOnly: true },
      { key: 'penaltyYuan', label: '违约金', kind: 'decimal', unit: '元', formOnly: true },
      { key: 'penaltyPaidOn', label: '缴清日期', kind: 'day', formOnly: true },
      { key: 'idleFoundOn', label: '认定闲置', kind: 'day', formOnly: true },
      { key: 'idleDisposal', label: '闲置处置', kind: 'long', formOnly: true },
      { key: 'idleDisposedOn', label: '处置完成', kind: 'day', formOnly: true },
      note,
    ]),
  },
  meter: {
    ...{ title: '户号（电、水、气、热）', addTitle: '登记户号', owner: 'subjectId' },
    ...{ add: 'addMeter', edit: 'editMeter', close: 'closeMeter', remove: 'removeMeter' },
    empty: '还没有登记户号。差别电价、水价按户号执行。',
    fields: fieldsOf('addMeter', [
      { key: 'kind', label: '种类', kind: 'choice', choices: choicesOf(meterWords), needed: true },
      { key: 'account', label: '户号', kind: 'text', needed: true },
      { key: 'address', label: '用能地址', kind: 'text' },
      { key: 'voltage', label: '电压等级', kind: 'text' },
      ...span,
      note,
    ]),
  },
  meterShare: {
    ...{ title: '共用表分摊', addTitle: '登记分摊', owner: 'subjectId' },
    ...{ add: 'addMeterShare', edit: 'editMeterShare', close: 'closeMeterShare', remove: 'removeMeterShare' },
    empty: '没有与他人共用的表。',
    fields: fieldsOf('addMeterShare', [
      { key: 'meterId', label: '户号', kind: 'meter', needed: true, shownAs: 'account' },
      { key: 'sharePercent', label: '分摊比例', kind: 'percent', unit: '%', needed: true },
      { key: 'basis', label: '分摊依据', kind: 'choice', choices: choicesOf(splitWords), needed: true },
      ...span,
      note,
    ]),
  },
  survey: {
    ...{ title: '用地核查单', addTitle: '新建核查单', owner: 'subjectId' },
    ...{ add: 'addSurvey', edit: 'editSurvey', close: null, remove: 'removeSurvey' },
    empty: '没有核查单。面积有出入时，现场核查后打印签字归档。',
    fields: fieldsOf('addSurvey', [
      { key: 'number', label: '编号', kind: 'text', needed: true },
      { key: 'surveyedOn', label: '核查日期', kind: 'day', needed: true },
      { key: 'parcelId', label: '宗地', kind: 'parcel', formOnly: true },
      { key: 'method', label: '核查方式', kind: 'text', help: '如现场丈量、第三方测绘' },
      { key: 'thirdParty', label: '测绘单位', kind: 'text', formOnly: true },
      { key: 'conclusion', label: '结论', kind: 'long' },
      { key: 'disputed', label: '有争议', kind: 'yes' },
    ]),
  },
  building: {
    ...{ title: '厂房', addTitle: '登记厂房', owner: 'parcelId' },
    ...{ add: 'addBuilding', edit: 'editBuilding', close: 'closeBuilding', remove: 'removeBuilding' },
    empty: '没有登记厂房。',
    fields: fieldsOf('addBuilding', [
      { key: 'name', label: '名称', kind: 'text', needed: true },
      { key: 'floors', label: '层数', kind: 'integer' },
      { key: 'floorAreaSqm', label: '建筑面积', kind: 'decimal', unit: '㎡' },
      { key: 'tallFloorAreaSqm', label: '层高超 8 米部分', kind: 'decimal', unit: '㎡' },
      { key: 'floorHeightM', label: '层高', kind: 'decimal', unit: '米' },
      { key: 'builtOn', label: '建成日期', kind: 'day' },
      ...span,
      note,
    ]),
  },
  parkProfile: {
    ...{ title: '园区情况', addTitle: '登记园区情况', owner: 'subjectId' },
    ...{ add: 'addParkProfile', edit: 'editParkProfile', close: 'closeParkProfile', remove: 'removeParkProfile' },
    empty: '还没有登记园区情况。',
    fields: fieldsOf('addParkProfile', [
      { key: 'level', label: '级别', kind: 'choice', choices: choicesOf(titleLevelWords), needed: true },
      { key: 'operator', label: '运营主体', kind: 'text' },
      { key: 'leadingIndustries', label: '主导产业', kind: 'text' },
      { key: 'plannedAreaSqm', label: '规划面积', kind: 'decimal', unit: '㎡' },
      { key: 'builtAreaSqm', label: '建成面积', kind: 'decimal', unit: '㎡' },
      { key: 'openedOn', label: '开园日期', kind: 'day' },
      { key: 'starRating', label: '星级', kind: 'integer' },
      { key: 'ratedOn', label: '评星日期', kind: 'day', formOnly: true },
      { key: 'facilities', label: '配套设施', kind: 'long', formOnly: true },
      ...span,
      note,
    ]),
  },
} as const satisfies Readonly<Record<string, LedgerForm>>;

export type LedgerName = keyof typeof ledgerForms;
