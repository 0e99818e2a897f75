/** 保存设置 — one step of the settings page: saved, told, and what stands on the page fetched anew; so too when somebody saved first. */
import { useQueryClient } from '@tanstack/react-query';
import { useTell } from '../../furniture/Toast.js';
import { type Act, useAct } from '../../office/act.js';
import { whoKey } from '../../office/session.js';

export function useSetting(): Act & { save(step: () => Promise<unknown>, words: string): Promise<boolean> } {
  const act = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  return {
    ...act,
    async save(step, words) {
      const done = await act.run(step);
      if (done === undefined) return false;
      await queries.invalidateQueries({ queryKey: ['people', 'office'] });
      await queries.invalidateQueries({ queryKey: whoKey });
      tell({ words });
      return true;
    },
  };
}
