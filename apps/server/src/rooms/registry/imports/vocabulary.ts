/** 导入列名 — what columns of a register, a land ledger, a lease ledger, a meter ledger and a list of titles may be called. */
import type { Term, TermType } from '@muheng/sheets';

export type ImportKind = 'subjects' | 'parcels' | 'leases' | 'meters' | 'titles' | 'scales';

const term =
  (type: TermType) =>
  (id: string, word: string, ...also: string[]): Term => ({ id, term: word, also, type });
const text = term('text');
const date = term('date');
const area = (id: string, word: string, ...also: string[]): Term => ({
  id,
  term: word,
  also,
  type: 'number',
  unit: '㎡',
  mustBe: 'not_negative',
});
const ratio = (id: string, word: string, ...also: string[]): Term => ({
  id,
  term: word,
  also,
  type: 'number',
  unit: '%',
  mustBe: 'not_negative',
});
const metres: Term = { id: 'floor_height', term: '层高', also: ['厂房层高'], type: 'number', unit: '米', mustBe: 'not_negative' };

const region = text('region', '镇街', '所属镇街', '乡镇街道', '属地', '街道', '所在镇街', '乡镇', '所属乡镇');
/** Whose row it is, by the words of each ledger. */
const who = (code: readonly string[], name: readonly string[]): readonly Term[] => [
  { id: 'credit_code', term: '统一社会信用代码', also: code, type: 'text' },
  { id: 'enterprise_name', term: '企业名称', also: name, type: 'text' },
];

export const vocabularies: Readonly<Record<ImportKind, readonly Term[]>> = {
  subjects: [
    ...who([], []),
    region,
    text('former_name', '曾用名', '原名称', '曾用名称'),
    text('former_code', '曾用代码', '原统一社会信用代码', '原代码'),
    text('kind', '企业类型', '类型', '主体类型'),
    text('legal_representative', '法定代表人', '法人代表', '负责人', '经营者'),
    text('industry_code', '行业代码', '国民经济行业代码'),
    text('industry_name', '行业名称', '行业', '国民经济行业'),
    text('park', '园区', '所属园区', '所在园区'),
    text('village', '村', '所在村', '村社'),
    text('address', '住所', '地址', '注册地址', '经营场所', '生产地址'),
    date('founded_on', '成立日期', '注册日期', '设立日期'),
    date('production_from', '投产日期', '投产时间'),
    text('state', '经营状态', '登记状态', '企业状态'),
    date('ended_on', '注销日期', '注销时间'),
    text('scale', '规模', '规上规下', '是否规上'),
    text('tax_number', '税号', '纳税人识别号'),
    text('power_account', '用电户号', '户号'),
  ],
  parcels: [
    ...who(['权利人证件号', '证件号', '权利人证件号码'], ['权利人', '权利人名称', '土地使用权人']),
    region,
    text('parcel_number', '宗地号', '宗地代码', '宗地编号'),
    text('certificate_number', '不动产权证号', '不动产权证书号', '土地证号'),
    ratio('ownership_share', '共有份额', '共有比例', '份额'),
    text('use', '用途', '土地用途'),
    text('tenure', '取得方式', '权利性质', '使用权类型'),
    text('location', '坐落', '土地坐落'),
    area('certificate_area', '证载用地面积', '证载面积', '登记用地面积', '土地证面积'),
    area('actual_area', '实测用地面积', '实测面积', '实际占地面积', '实际面积'),
    area('supplied_area', '供地面积', '出让面积'),
    area('floor_area', '厂房建筑面积', '总建筑面积', '建筑面积'),
    metres,
    date('registered_on', '登记日期', '登记时间', '取得日期'),
    text('building_state', '建设状态', '建设情况'),
    date('completion_due', '约定竣工日期', '约定竣工时间'),
    text('site_kind', '所在区块', '区块类型'),
  ],
  leases: [
    ...who(['承租方信用代码'], ['承租方', '承租人', '承租企业']),
    region,
    text('lessor', '出租方', '房东', '出租人'),
    text('contract', '合同编号', '租赁合同编号', '合同号'),
    text('head_contract', '上级合同编号'),
    text('parcel_number', '宗地号', '宗地代码', '宗地编号'),
    area('floor_area', '租赁建筑面积', '租赁厂房面积', '建筑面积'),
    area('land_area', '分摊用地面积', '租赁用地面积', '折算用地面积'),
    metres,
    { id: 'rent', term: '租金', also: ['租金单价'], type: 'number', unit: '元/(㎡·月)', mustBe: 'not_negative' },
    date('lease_from', '租赁起', '起租日期', '租期起', '租赁期限-起', '租赁期限-租赁起'),
    date('lease_to', '租赁止', '止租日期', '租期止', '租赁期限-止', '租赁期限-租赁止'),
  ],
  meters: [
    ...who(['实际用电方信用代码', '用电方信用代码'], ['户名', '用户名称', '实际用电方']),
    region,
    text('account', '户号', '用电户号', '电表户号', '客户编号'),
    text('address', '用电地址', '地址'),
    text('voltage', '电压等级'),
    text('holder', '电表户名', '总表户名'),
    ratio('share', '分摊比例', '转供比例', '分摊份额'),
    date('share_from', '起始日期', '开始日期'),
  ],
  titles: [
    ...who([], []),
    region,
    text('title', '称号名称', '荣誉名称', '称号', '资质名称'),
    text('level', '级别', '称号级别'),
    date('valid_from', '有效期起', '认定日期', '起始日', '有效期-有效期起'),
    date('valid_to', '有效期止', '到期日期', '截止日', '有效期-有效期止'),
    text('document', '文号', '认定文号', '文件'),
  ],
  scales: [
    ...who([], []),
    region,
    text('year', '年度'),
    text('scale', '规模', '规上规下', '是否规上'),
    date('entered_on', '入库日期', '入库时间'),
    date('left_on', '退库日期', '退库时间'),
  ],
};
