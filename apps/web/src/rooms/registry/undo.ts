/** 撤销 — takes a merge, a bulk edit or a split back from its receipt, as long as nothing later rests on it; later: UndoDialog. */
import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { useTell } from '../../furniture/Toast.js';

/** For the dialog that asks for the reason. */
export const undoStep =
  (actionId: string) =>
  async (reason: string): Promise<string> => {
    const { restored } = await ask('undoRegistryAction', { body: { actionId, reason } });
    return `已撤销，恢复 ${restored} 项。`;
  };

export function useUndo(): (actionId: string) => void {
  const tell = useTell();
  const queries = useQueryClient();
  return (actionId) => {
    undoStep(actionId)('办理后随即撤销').then(
      async (words) => {
        await queries.invalidateQueries({ queryKey: ['registry'] });
        await queries.invalidateQueries({ queryKey: ['imports'] });
        tell({ words });
      },
      (error: unknown) => {
        const { message, remedy } = asProblem(error);
        tell({ words: `${message}${remedy}` });
      },
    );
  };
}
