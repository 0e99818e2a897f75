/**
 * 保存设置 — one block of the settings page. All blocks share the office's version: when somebody saved another block first, this one is
 * saved on top; when they changed this one, only the fields that both changed are asked. @source trust R62
 */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { useTell } from '../../furniture/Toast.js';
import { type FieldWords, fieldMerge } from '../../furniture/threeWay.js';
import { whoKey } from '../../office/session.js';
import { useSharedSave } from '../../office/sharedForm.js';

export type Office = Answer<'readOffice'>;

export const officeKey = ['people', 'office'] as const;
export const readOffice = () => ask('readOffice', {});

interface Block<Given extends object> {
  readonly office: Office;
  /** What stands in this block. */
  valuesOf(office: Office): Given;
  readonly words: FieldWords<Given>;
  send(given: Given, version: number): Promise<unknown>;
  /** 已保存…… */
  readonly said: string;
  /** What the block shows from now on as typed; null: what is stored. */
  onTyped(given: Given | null): void;
}

interface Setting<Given> {
  readonly busy: boolean;
  readonly error: unknown;
  save(given: Given): Promise<void>;
  readonly conflict: ReactNode;
}

export function useSetting<Given extends object>({ office, valuesOf, words, send, said, onTyped }: Block<Given>): Setting<Given> {
  const tell = useTell();
  const queries = useQueryClient();
  const storedOf = (of: Office) => ({ given: valuesOf(of), version: of.version });
  const { busy, error, save, conflict } = useSharedSave<Given>({
    send,
    read: async () => storedOf(await readOffice()),
    merge: fieldMerge(words),
    onBroughtTogether: onTyped,
    async onSaved(_, outcome) {
      await queries.invalidateQueries({ queryKey: officeKey });
      await queries.invalidateQueries({ queryKey: whoKey });
      onTyped(null);
      tell({ words: outcome === 'sent' ? said : '与对方保存的一致，没有再改。' });
    },
  });
  return { busy, error, conflict, save: (given) => save(given, storedOf(office)) };
}

/** Help beside a field: as long as something else is typed, what stands. */
export const helpBeside = (help: string, { stored, typed }: { readonly stored: string; readonly typed: string }): string =>
  stored === typed ? help : `现为${stored === '' ? '空' : `“${stored}”`}`;
