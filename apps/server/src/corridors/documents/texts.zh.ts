/** 政策文件库的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseDocuments = refusalsOf('documents', {
  document_not_found: { status: 404, message: '没有找到这份文件。', remedy: '请从文件库重新进入。' },
  number_taken: { status: 409, message: '文号“{number}”已经登记为《{title}》。', remedy: '请打开原有的一份，或核对文号。' },
  dates_reversed: { status: 422, message: '有效期的止日期不晚于起日期。', remedy: '请改正施行起止日期。' },
  clause_twice: { status: 422, message: '条款“{path}”写了两次。', remedy: '请给每一条不同的编号，如 二(七)、附件2.3。' },
  supersedes_itself: { status: 422, message: '文件不能被自己替代。', remedy: '请选择替代它的另一份文件。' },
});
