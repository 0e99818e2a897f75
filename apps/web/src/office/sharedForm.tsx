/**
 * 先后保存 — a form whose row somebody else may save meanwhile: what stands now is read again, both values are put side by side, and what
 * the person keeps is saved on top. Nothing is lost silently. @source trust R62
 */
import { type ReactNode, useState } from 'react';
import { asProblem } from '../api/problem.js';
import { type Clash, Conflict } from '../furniture/Conflict.js';
import { keysOf } from '../furniture/choices.js';
import { useAct } from './act.js';

export type Kept = Readonly<Record<string, 'mine' | 'theirs'>>;

export interface Stored<Given> {
  readonly given: Given;
  readonly version: number;
}

interface Shared<Given> {
  readonly start: Stored<Given>;
  /** @throws Problem `door.version_differs` when another version is stored than this. */
  send(given: Given, version: number): Promise<unknown>;
  /** As it is stored now. */
  read(): Promise<Stored<Given>>;
  /** Empty: both made the same of it. */
  clashesOf(mine: Given, theirs: Given): readonly Clash[];
  decide(mine: Given, theirs: Given, kept: Kept): Given;
  onSaved(given: Given): Promise<void>;
}

export interface SharedForm<Given> {
  readonly given: Given;
  readonly busy: boolean;
  readonly error: unknown;
  set(given: Given): void;
  save(): Promise<void>;
  /** To be drawn inside the form's dialog. */
  readonly conflict: ReactNode;
}

export function useSharedForm<Given>(form: Shared<Given>): SharedForm<Given> {
  const [given, setGiven] = useState(form.start.given);
  const [version, setVersion] = useState(form.start.version);
  const [theirs, setTheirs] = useState<{ readonly given: Given } | null>(null);
  const { busy, error, run, clear } = useAct();

  const saveOn = async (next: Given, stored: number): Promise<void> => {
    const saved = await run(async () => {
      try {
        await form.send(next, stored);
        return true;
      } catch (thrown) {
        if (asProblem(thrown).code !== 'door.version_differs') throw thrown;
        const now = await form.read();
        setVersion(now.version);
        if (form.clashesOf(next, now.given).length === 0) return true;
        setTheirs(now);
        return false;
      }
    });
    if (saved === true) await form.onSaved(next);
  };
  const decide = (kept: Kept): void => {
    if (theirs === null) return;
    const next = form.decide(given, theirs.given, kept);
    setGiven(() => next);
    setTheirs(null);
    void saveOn(next, version);
  };

  return {
    ...{ given, busy, error },
    set: (next) => {
      setGiven(() => next);
      clear();
    },
    save: () => saveOn(given, version),
    conflict: theirs !== null && (
      <Conflict clashes={form.clashesOf(given, theirs.given)} onDecide={decide} onClose={() => setTheirs(null)} />
    ),
  };
}

/** What two made of the fields of one row. */
export interface FieldWords<Given> {
  readonly labels: Readonly<Record<keyof Given & string, string>>;
  wordOf(given: Given, key: keyof Given & string): string;
}

export const fieldClashes =
  <Given extends object>({ labels, wordOf }: FieldWords<Given>) =>
  (mine: Given, theirs: Given): Clash[] =>
    keysOf(labels).flatMap((field) => {
      const clash = { field, label: labels[field], mine: wordOf(mine, field), theirs: wordOf(theirs, field) };
      return clash.mine === clash.theirs ? [] : [clash];
    });

/** Mine, with the fields of theirs that are kept. */
export function decideFields<Given extends object>(mine: Given, theirs: Given, kept: Kept): Given {
  return { ...mine, ...Object.fromEntries(Object.entries(theirs).filter(([key]) => kept[key] === 'theirs')) };
}
