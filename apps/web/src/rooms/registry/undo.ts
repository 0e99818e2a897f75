/** 撤销 — takes a merge, a bulk edit or a split back from its receipt, as long as nothing later rests on it; later: UndoDialog. */
import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { useTell } from '../../furniture/Toast.js';

export function useUndo(): (actionId: string) => void {
  const tell = useTell();
  const queries = useQueryClient();
  return (actionId) => {
    ask('undoRegistryAction', { body: { actionId, reason: '办理后随即撤销' } }).then(
      async ({ restored }) => {
        await queries.invalidateQueries({ queryKey: ['registry'] });
        await queries.invalidateQueries({ queryKey: ['imports'] });
        tell({ words: `已撤销，恢复 ${restored} 项。` });
      },
      (error: unknown) => {
        const { message, remedy } = asProblem(error);
        tell({ words: `${message}${remedy}` });
      },
    );
  };
}
