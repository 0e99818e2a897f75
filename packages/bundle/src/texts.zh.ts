/** 校验包的文字 — what `verify` finds in a bundle, and what to do next. `{from}` and `{to}` count bytes of the file from 0. */
import { type Blanks, type Finding, type FindingText, findingsOf } from '@muheng/finding';
import type { TarTrouble } from './tar/tar.js';

/** The bundle suffered on its way, or somebody changed it. */
const damaged = (message: string): FindingText => ({
  severity: 'error',
  message,
  remedy: '包在保存或传送中受损，或被改动过：请向出具单位重新索取。',
});
/** Another program wrote it. */
const foreign = (message: string): FindingText => ({
  severity: 'error',
  message,
  remedy: '请向出具单位索取由本系统写出的原包，不要解开后重新打包。',
});
const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });

type BundleTrouble =
  | TarTrouble
  | 'bundle_unreadable'
  | 'bundle_head_damaged'
  | 'bundle_version_unknown'
  | 'semantics_unknown'
  | 'file_damaged'
  | 'file_missing'
  | 'file_unlisted'
  | 'file_malformed'
  | 'scheme_unreadable'
  | 'recomputed_differs'
  | 'own_row_differs'
  | 'own_place_differs'
  | 'counts_differ'
  | 'proof_differs'
  | 'against_unreadable'
  | 'against_not_public'
  | 'against_other_run'
  | 'not_a_member'
  | 'published_grade_differs'
  | 'published_list_differs';

export const bundleTexts: Readonly<Record<BundleTrouble, FindingText>> = {
  archive_truncated: damaged('包不完整：在第 {from} 字节处中断'),
  archive_header_damaged: damaged('文件头与应有的不一致（第 {from}—{to} 字节）'),
  archive_path_unsafe: foreign('文件名不是校验包允许的写法（第 {from}—{to} 字节），可能写到解包目录之外'),
  archive_not_a_file: foreign('包内有链接、目录等不是普通文件的条目（第 {from} 字节）'),
  archive_entry_doubled: foreign('同一文件名出现两次（第 {from}—{to} 字节）'),
  archive_order_wrong: foreign('文件没有按名称排列（第 {from}—{to} 字节）'),
  archive_too_many: foreign('包内文件过多，不再读下去（第 {from} 字节）'),
  archive_padding_damaged: damaged('文件之间的填充字节不为零（第 {from} 字节）'),
  archive_end_damaged: damaged('包的结尾字节不为零（第 {from} 字节）'),
  archive_trailing: damaged('包的结尾之后还有内容（第 {from}—{to} 字节）'),
  bundle_unreadable: error('这不是校验包', '请给出由 muheng evaluate --out 写出的 .bundle 文件。'),
  bundle_head_damaged: damaged('清单与其校验码不一致（第 {from}—{to} 字节）'),
  bundle_version_unknown: error('校验包的格式版本为 {version}，本程序只认识 {known}', '请用更新版本的程序核验。'),
  semantics_unknown: error(
    '本包由引擎语义 {semantics} 算出，本程序能复算的只有 {known}',
    '请用更新版本的程序核验；旧版本的语义始终保留。',
  ),
  file_damaged: damaged('内容与清单所列校验码不一致（第 {from}—{to} 字节）'),
  file_missing: damaged('清单列有此文件，包内没有'),
  file_unlisted: foreign('包内有清单未列的文件（第 {from}—{to} 字节）'),
  file_malformed: error('内容不是应有的写法（{where}）', '请向出具单位索取由本系统写出的原包。'),
  scheme_unreadable: error('包内的评价办法读不通：{why}', '请用出具时的程序版本核验，并把本包一并报告。'),
  recomputed_differs: error(
    '复算所得与包内不同，首个不同在第 {from} 字节：包内“{given}”，复算“{computed}”',
    '包内结果不是由包内办法和数据算出的：请勿采信，并向出具单位查问。',
  ),
  own_row_differs: error(
    '按本户数据复算与包内不同，首个不同在第 {from} 字节：包内“{given}”，复算“{computed}”',
    '本户结果不是由本户数据和所列基准算出的：请向出具单位查问。',
  ),
  own_place_differs: error('测算类别与所列分数线不符：{why}', '请向出具单位查问分数线与本户名次。'),
  counts_differ: error('户数对不上：{why}', '请勿采信，并向出具单位查问。'),
  proof_differs: error('本户的加密凭证与本户数据不符', '请向出具单位重新索取本户的校验包。'),
  against_unreadable: error('用来对照的包本身未通过核验：{why}', '请取得完好的公开包后再对照。'),
  against_not_public: error('用来对照的不是公开包', '请用 --against 给出公开包（viewer 为 public）。'),
  against_other_run: error('两个包不是同一次评价的：{what}不同', '请取得同一次评价的公开包；若确为同一次，请向出具单位查问。'),
  not_a_member: error('公开包的名录中没有本户的凭证', '本户结果不在公开的那次评价中：请向出具单位查问。'),
  published_grade_differs: error('公开包所列类别为“{published}”，本户包内为“{own}”', '请向出具单位查问以哪个为准。'),
  published_list_differs: error('公开包与审计包不符：{why}', '请勿采信公开包，并向出具单位查问。'),
};

const found = findingsOf(bundleTexts);

/** 校验疑点 — a finding with the bytes it stands at. */
export interface BundleFinding extends Finding {
  /** First and last byte in the bundle, from 0; null when it has no single place. */
  readonly bytes: { readonly from: number; readonly to: number } | null;
}

export interface FoundAt {
  readonly path?: string;
  readonly from?: number;
  readonly to?: number;
}

export function trouble(code: BundleTrouble, at: FoundAt = {}, blanks: Blanks = {}): BundleFinding {
  const { path = '', from, to = from } = at;
  const place = from === undefined || to === undefined ? null : { from, to };
  return { ...found(code, path === '' ? {} : { file: path }, { ...(place ?? {}), ...blanks }), bytes: place };
}

/** What each level proves. */
export const levelWords = {
  recomputed: '全部复算：按包内办法和数据重新计算，每一字节都一致',
  own_row_recomputed: '本户复算：按本户数据和冻结的基准、分数线重新计算，与包内一致',
  membership_and_hashes: '公开内容：校验码、户数核对一致',
} as const;

export const provedWords = {
  hashes: '包内每个文件的校验码一致，没有多余或缺少的内容',
  scheme: '评价办法重新读入，与所列校验码一致',
  snapshot: '定版数据逐列核对，与所列校验码一致',
  result: '用引擎语义 {semantics} 复算 {subjects} 户，得分、名次、类别与包内每一字节一致',
  ownRow: '本户的评价状态、分组、指标值、得分、加减分、总分由本户数据复算一致',
  place: '本户测算类别与冻结的分数线、名次相符',
  grade: '本户类别由所列规则复算一致',
  merged: '本户并入“{into}”评价，类别随合并后的评价对象',
  proof: '本户凭证与本户数据、结果一致',
  member: '本户凭证在公开包的名录中，公开的类别与本户包一致',
  counts: '{subjects} 户中公布 {announced} 户，各类户数与名单相加一致',
  publicList: '公开包的名单、户数与本包的结果一致',
  publicHashes: '公开包中每户的凭证都由本包的数据和结果算出',
} as const;

export const takenWords = {
  statistics: '其他评价对象形成的基准值、均值、极值、名次按包内冻结的数采用，未复算',
  rank: '名次按包内冻结的数采用，未复算',
  land: '用地面积涉及他户持有的宗地，按包内冻结的数采用，未复算',
  computedGrade: '测算类别取决于其他评价对象的名次，按包内采用，未复算',
  recut: '他户按规则定档后名额重排，重排后的类别按包内采用，未复算',
  grade: '最终类别取决于其他评价对象，按包内采用，未复算',
  explanation: '评定依据的文字只核对校验码',
  publicScores: '得分与基础数据不在公开包中，未复算',
  noSalt: '包内没有密钥，公开包中的凭证未逐户核对',
} as const;
