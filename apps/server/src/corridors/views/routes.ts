/** 视图的接口。 */
import { acts, type Bound, reads } from '../../forms/route.js';
import { editViewAction, makeViewAction, removeViewAction, setUsualViewAction } from './actions/views.js';
import * as contract from './contract.js';
import { findUsual, listViews } from './queries/views.js';

export const viewRoutes: readonly Bound[] = [
  reads(contract.readViews, async ({ tx, actor }, { query: { page } }) => {
    const { officeId, userId } = actor;
    const usual = await findUsual(tx, officeId, { page, userId });
    const rows = await listViews(tx, officeId, { page, userId });
    return {
      items: rows.map((row) => ({
        ...{ viewId: row.view_id, name: row.name, ownerName: row.owner_name, mine: row.owner_id === userId, shared: row.shared },
        ...{ usual: row.view_id === usual?.view_id, content: contract.viewContent.parse(row.content) },
        ...{ version: row.version, updatedAt: row.updated_at.toISOString() },
      })),
      mayShare: actor.permissions.has('views.share'),
    };
  }),
  acts(contract.makeView, makeViewAction, ({ body }) => body),
  acts(contract.editView, editViewAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.removeView, removeViewAction, ({ params, query }) => ({ ...params, ...query })),
  acts(contract.setUsualView, setUsualViewAction, ({ body }) => body),
];
