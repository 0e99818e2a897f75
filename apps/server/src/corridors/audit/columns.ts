/** 数据分级 — what each column of this folder's tables holds. @source trust R37 */
import { commercial, type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { AuditTables } from './tables.js';

const key = plain('标识与关联');
const what = plain('留痕：做了什么');
const chain = plain('防篡改');

export const auditColumns = {
  audit_row: {
    ...{
      office_id: key,
      seq: chain,
      audit_id: key,
      at: what,
      user_id: personal('留痕：谁做的'),
      user_name: personal('留痕：谁做的'),
    },
    ...{ roles: what, action: what, title: what, outcome: what, object_kind: what, object_id: what, summary: what },
    ...{ change_digest: chain, reason: personal('留痕：理由，可能提到人'), ip: personal('留痕：从哪里来'), request_id: what },
    ...{ demonstration: what, previous_hash: chain, hash: chain },
  },
  audit_head: { office_id: key, seq: chain, hash: chain },
  superseded: {
    ...{ office_id: key, superseded_id: key, at: what, action_id: key, kind: what, row_id: key, subject_id: key },
    before: commercial('历史：改前的内容，级别从严', '重要'),
  },
} satisfies LabelsOf<AuditTables>;
