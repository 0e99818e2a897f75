/** 政策文件库的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseDocuments = refusalsOf('documents', {
  document_not_found: { status: 404, message: '没有找到这份文件。', remedy: '请从文件库重新进入。' },
  successor_not_found: { status: 422, message: '文件库里没有所选的替代文件。', remedy: '请先登记替代它的文件，再在这里选它。' },
  number_taken: { status: 409, message: '文号“{number}”已经登记为《{title}》。', remedy: '请打开原有的一份，或核对文号。' },
  dates_reversed: { status: 422, message: '有效期的止日期不晚于起日期。', remedy: '请改正施行起止日期。' },
  clause_twice: { status: 422, message: '条款“{path}”写了两次。', remedy: '请给每一条不同的编号，如 二(七)、附件2.3。' },
  supersedes_itself: { status: 422, message: '文件不能被自己替代。', remedy: '请选择替代它的另一份文件。' },
  supersedes_in_circle: {
    status: 422,
    message: '《{title}》已经（直接或间接）被这份文件替代，不能反过来再替代它。',
    remedy: '请核对两份文件的先后，改正其中一处。',
  },
  review_due_reversed: { status: 422, message: '下次复审期限不晚于本次审查日期。', remedy: '请改正其中一个日期。' },
  file_twice: {
    status: 409,
    message: '同样内容的文件“{name}”已经存入。',
    remedy: '不必重复上传；如是新版本，请先确认选对了文件。',
  },
  file_sealed: {
    status: 409,
    message: '这个原件已盖电子签章，不能撤下。',
    remedy: '如文件有误，请登记更正后的文件，并把原文件标为已被替代。',
  },
  seal_forbidden: {
    status: 409,
    message: '停水、停电、停气一类停止公用事业服务的通知，不能使用电子签章。',
    remedy:
      '《电子签名法》第三条：涉及停止供水、供热、供气等公用事业服务的文书，不适用电子文书。请打印后加盖实体印章，按规定方式送达。',
  },
  seal_not_set_up: {
    status: 409,
    message: '本单位还没有接入电子签章系统。',
    remedy: '请系统运维人员在数据目录放好 seal.json，并把签章系统的地址写入 outbound.json；在此之前请加盖实体印章。',
  },
  seal_set_up_wrong: {
    status: 409,
    message: '电子签章系统的设置文件（数据目录 seal.json）写法有误，暂不能盖章。',
    remedy: '请系统运维人员对照安装说明改正 seal.json；改正前请加盖实体印章。',
  },
  seal_unknown: { status: 422, message: '没有这枚印章，或不归本单位使用。', remedy: '请从列出的印章中选择。' },
  seal_wrong_file: {
    status: 422,
    message: '“{name}”不是 PDF 或 OFD 版式文件，不能盖章。',
    remedy: '请存入 PDF 或 OFD 的正式文本，再对它盖章。',
  },
  seal_draft: {
    status: 409,
    message: '征求意见或送审稿不能盖章。',
    remedy: '请在文件定稿后，把效力改为“已印发”或“现行有效”，再盖章。',
  },
  seal_not_found: { status: 404, message: '没有找到这次签章。', remedy: '请从文件的页面重新进入。' },
  seal_refused: {
    status: 503,
    message: '签章系统没有盖章：{why}。',
    remedy: '文件没有变化。请与签章系统的管理员核对后重新申请。',
  },
  seal_not_holding: {
    status: 503,
    message: '签章系统交回的文件通不过验证：{why}。',
    remedy: '没有收下这个文件。请与签章系统的管理员核对公钥和算法后重新申请。',
  },
});

/** What a verification found. */
export const verdictWords = {
  holds: '验证通过：内容与盖章时一致，签名有效。',
  changed: '验证不通过：内容在盖章之后被改动过，或不是这次盖章的文件。请向制发单位索取原件。',
  gone: '留存的盖章件已损坏或丢失，请从备份恢复；手中的副本仍可单独验证。',
} as const;

export const sealWords = { asking: '等待签章系统', keeping: '核对并留存盖章件' } as const;
