/** 数据分级 — what each column of this folder's tables holds. @source trust R37 */
import { commercial, type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { FileTables } from './tables.js';

const key = plain('标识与关联');
const content = plain('文件的核对');

export const fileColumns = {
  file: {
    ...{
      office_id: key,
      file_id: key,
      sha256: content,
      bytes: content,
      kind: content,
      purpose: content,
      class: plain('数据分级'),
    },
    ...{ name: commercial('原文件名，可能含企业名称'), uploaded_by: personal('上传人'), uploaded_at: content },
    ...{ checked_at: content, damaged_at: content },
  },
  file_usage: { office_id: key, holder_id: key, bytes: plain('配额') },
} satisfies LabelsOf<FileTables>;
