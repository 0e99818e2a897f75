/** 保存的视图 — those of one list from the server, and what can be done with them; what goes wrong stays to be shown. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/ask.js';
import { contentOf, type SavedView, type View, viewOf } from './views.js';

export interface Views {
  readonly list: readonly SavedView[];
  readonly mayShare: boolean;
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** Its id, when it was kept. */
  make(name: string, view: View, shared: boolean): Promise<string | undefined>;
  /** Of one's own: what is not given stays as it is. */
  edit(of: SavedView, change: { readonly name?: string; readonly shared?: boolean; readonly view?: View }): Promise<boolean>;
  remove(of: SavedView): Promise<boolean>;
  /** null: the list opens as it was left. */
  setUsual(of: SavedView | null): Promise<boolean>;
}

export function useViews(page: string): Views {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = ['views', page];
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask('readViews', { query: { page }, signal }),
    staleTime: 60_000,
  });
  const act = async (step: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await step();
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      // After a conflict too: what somebody else changed is then on the screen.
      await queries.invalidateQueries({ queryKey: key });
      setBusy(false);
    }
  };
  return {
    list: (found.data?.items ?? []).map((one) => ({ ...one, ...viewOf(one.content) })),
    mayShare: found.data?.mayShare ?? false,
    waiting: found.isPending,
    busy,
    error: error ?? found.error,
    async make(name, view, shared) {
      let made: string | undefined;
      await act(async () => {
        made = (await ask('makeView', { body: { page, name, shared, content: contentOf(view) } })).viewId;
      });
      return made;
    },
    edit: (of, { name = of.name, shared = of.shared, view = of }) =>
      act(() =>
        ask('editView', { path: { viewId: of.viewId }, body: { version: of.version, name, shared, content: contentOf(view) } }),
      ),
    remove: ({ viewId, version }) => act(() => ask('removeView', { path: { viewId }, query: { version } })),
    setUsual: (of) => act(() => ask('setUsualView', { body: { page, viewId: of === null ? null : of.viewId } })),
  };
}
