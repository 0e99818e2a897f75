/**
 * 保存设置 — one block of the settings page. All blocks share the office's version: when somebody saved another block first, this one is
 * saved on top; when they changed this one, it is refused, and what stands now is said beside each field that was typed in. @source trust R62
 */
import { useQueryClient } from '@tanstack/react-query';
import { type Answer, ask } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { whoKey } from '../../office/session.js';

export type Office = Answer<'readOffice'>;

export const officeKey = ['people', 'office'] as const;
export const readOffice = () => ask('readOffice', {});

interface Block {
  readonly office: Office;
  /** What stands in this block. */
  valuesOf(office: Office): object;
}

interface Setting {
  readonly busy: boolean;
  readonly error: unknown;
  /** True when it is saved. */
  save(send: (version: number) => Promise<unknown>, words: string): Promise<boolean>;
}

export function useSetting({ office, valuesOf }: Block): Setting {
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const sendOn = async (send: (version: number) => Promise<unknown>): Promise<void> => {
    try {
      await send(office.version);
    } catch (thrown) {
      if (asProblem(thrown).code !== 'door.version_differs') throw thrown;
      const now = await queries.fetchQuery({ queryKey: officeKey, queryFn: readOffice, staleTime: 0 });
      if (JSON.stringify(valuesOf(now)) !== JSON.stringify(valuesOf(office))) throw thrown;
      await send(now.version);
    }
  };
  return {
    ...{ busy, error },
    async save(send, words) {
      const done = await run(() => sendOn(send).then(() => true));
      if (done !== true) return false;
      await queries.invalidateQueries({ queryKey: officeKey });
      await queries.invalidateQueries({ queryKey: whoKey });
      tell({ words });
      return true;
    },
  };
}

/** Help beside a field: as long as something else is typed, what stands. */
export const helpBeside = (help: string, { stored, typed }: { readonly stored: string; readonly typed: string }): string =>
  stored === typed ? help : `现为${stored === '' ? '空' : `“${stored}”`}`;
