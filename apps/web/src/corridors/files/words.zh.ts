/** 附件与空间的词. */
import type { Item } from '../../api/ask.js';

type Purpose = Item<'listMyFiles'>['purpose'];

export const purposeWords: Readonly<Record<Purpose, string>> = {
  intake: '数据归集',
  evidence: '佐证材料',
  document: '政策文件',
  template: '文书模板',
  map: '地图',
  scheme: '评价办法',
  bundle: '校验包',
};

/** 不收的内容 — what is told from the bytes, whatever the name says; and what to do instead. */
export const refusedContent: readonly { readonly what: string; readonly why: string; readonly instead: string }[] = [
  { what: '扩展名与内容不符', why: '按内容认定文件，只改扩展名的不收', instead: '用原来的软件打开，另存为需要的格式' },
  { what: '带宏、脚本', why: '打开时可能执行', instead: '另存为不带宏的文件，或打印成 PDF' },
  { what: '加密、设密码', why: '无法核对和检查', instead: '取消密码后另存' },
  { what: '嵌有其他文件', why: '里面的内容无法检查', instead: '取出附件分别上传，或打印成 PDF' },
  { what: '一个文件两种内容', why: '不同软件会看到不同内容', instead: '用原来的软件重新另存' },
  { what: '压缩内容过大、过多', why: '解开后会占满服务器', instead: '拆成几个再上传' },
  { what: '图片超过 5000 万像素', why: '打开会耗尽内存', instead: 'A4 扫描件 300 DPI 即可' },
  { what: '不完整、空文件', why: '没有传完或没有保存成功', instead: '确认能正常打开后重新上传' },
  { what: '没有通过病毒检查', why: '可能含有恶意程序', instead: '在本机查杀，并告知系统管理员' },
];
