/** 文件的“暂不能操作”。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseFile = refusalsOf('files', {
  not_found: { status: 404, message: '没有找到这个文件，或您无权查看。', remedy: '请核对链接，或从列表重新进入。' },
  empty: { status: 422, message: '“{name}”是空的。', remedy: '请确认文件保存成功后重新上传。' },
  too_large: { status: 413, message: '“{name}”超过 {most}。', remedy: '请压缩、拆分或降低扫描清晰度后再上传。' },
  kind_not_taken: { status: 415, message: '“{name}”的内容是{kind}，“{purpose}”不收这种文件。', remedy: '请改用 {kinds}。' },
  kind_unknown: { status: 415, message: '认不出“{name}”是什么文件。', remedy: '请改用 {kinds}。' },
  name_lies: {
    status: 415,
    message: '“{name}”的扩展名与内容不符：内容是{kind}。',
    remedy: '请用原来的软件打开，重新另存后再上传；不要只改扩展名。',
  },
  broken: { status: 422, message: '“{name}”不完整（{why}）。', remedy: '请核对文件能正常打开，重新导出或扫描后再上传。' },
  encrypted: { status: 422, message: '“{name}”设有密码或加密。', remedy: '请取消密码后另存，再上传。' },
  with_macros: {
    status: 422,
    message: '“{name}”带有宏或脚本，不予接收。',
    remedy: '请另存为不带宏的文件，或打印成 PDF 后再上传。',
  },
  with_files_inside: {
    status: 422,
    message: '“{name}”里嵌有其他文件，不予接收。',
    remedy: '请取出其中的附件分别上传，或打印成 PDF。',
  },
  of_two_kinds: {
    status: 422,
    message: '“{name}”的内容不止一种（{why}），不予接收。',
    remedy: '请用原来的软件重新另存后再上传。',
  },
  archive_unsafe: {
    status: 422,
    message: '“{name}”的压缩内容超出限度（{why}）。',
    remedy: '请减少其中的文件，或拆成几个再上传。',
  },
  image_too_large: {
    status: 422,
    message: '图片“{name}”有 {pixels} 万像素，超过 {most} 万。',
    remedy: '请降低分辨率后再上传；A4 扫描件 300 DPI 即可。',
  },
  infected: {
    status: 422,
    message: '“{name}”没有通过病毒检查。',
    remedy: '请在本机查杀后重新取得文件，并告知本单位系统管理员。',
  },
  scan_failed: { status: 503, message: '病毒检查没有完成，“{name}”没有收下。', remedy: '请稍后再试；仍不行时请联系系统管理员。' },
  disk_full: {
    status: 503,
    message: '服务器磁盘已满，“{name}”没有收下。',
    remedy: '请稍后再试，并告知系统管理员清理或扩充磁盘；其他内容仍可查看。',
  },
  reading_too_long: {
    status: 422,
    message: '“{name}”读了 {seconds} 秒还没有读完，已停止。',
    remedy: '请删去空白的行列、格式和图片后另存，或拆成几个文件再上传；仍不行时请另存为 CSV。',
  },
  reading_too_large: {
    status: 422,
    message: '“{name}”展开后超过 {memory} MB，没有读。',
    remedy: '请删去空白的行列、格式和图片后另存，或拆成几个文件再上传。',
  },
  quota_person: { status: 413, message: '您上传的文件合计将超过 {most}。', remedy: '请删除不再需要的文件，或请系统管理员处理。' },
  quota_office: { status: 413, message: '本单位的文件合计将超过 {most}。', remedy: '请系统管理员清理旧文件或增加配额。' },
  in_use: { status: 409, message: '“{name}”已作为材料使用，不能删除。', remedy: '请先在使用它的地方撤下或更换，再删除。' },
  damaged: {
    status: 423,
    message: '“{name}”的内容与收到时不一致，已停止下载。',
    remedy: '系统已记录并告警；请系统管理员从备份恢复这个文件，或请上传人重新上传。',
  },
});

/** What content is, said to a person. */
export const contentWords: Readonly<Record<string, string>> = {
  ...{ xlsx: ' Excel 工作簿', xls: '旧版 Excel 工作簿', et: ' WPS 表格', csv: '文本', docx: ' Word 文档', wps: ' WPS 文字' },
  ...{ pdf: ' PDF', ofd: ' OFD', jpg: ' JPEG 图片', png: ' PNG 图片', zip: ' ZIP 压缩包', rar: ' RAR 压缩包', tar: '校验包' },
  ...{ geojson: ' GeoJSON', pmtiles: ' PMTiles 地图', yaml: '评价办法文本', doc: '旧版 Word 文档', html: '网页' },
  ...{ xlsb: '二进制工作簿', ods: ' OpenDocument 表格', slides: '演示文稿', picture: '图片', archive: '压缩包', xml: ' XML' },
};

/** What the check says while it runs. */
export const checkWords = { running: '逐份核对校验值' } as const;

/** Why bytes are not whole. */
export const brokenWords = {
  pdf_end: '没有结束标记',
  picture_head: '图片信息读不出',
  picture_end: '图片没有传完',
  json: '不是有效的 JSON 地图数据',
  text: '含有文本以外的内容',
  archive: '目录读不出',
} as const;
