/** 数据分级. @source trust R37 */
import { type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { ViewTables } from './tables.js';

const key = plain('标识与版本');
const view = plain('列表的列、条件和排序');

export const viewColumns = {
  saved_view: {
    ...{ office_id: key, view_id: key, page: view, name: view, owner_id: key, owner_name: personal('建立视图的人') },
    ...{ shared: view, content: view, version: key, updated_at: key },
  },
  usual_view: { office_id: key, user_id: key, page: view, view_id: key },
} satisfies LabelsOf<ViewTables>;
