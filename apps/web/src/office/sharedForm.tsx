/**
 * 先后保存 — a form whose row somebody else may save meanwhile: what stands now is read again and brought together with what was typed;
 * only what both changed is asked, and what the person keeps is saved on top. Nothing is lost silently. @source trust R62
 */
import { type ReactNode, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.js';
import { Conflict } from '../furniture/Conflict.js';
import type { Kept, Merged, Sides } from '../furniture/threeWay.js';
import { useAct } from './act.js';

export interface Stored<Given> {
  readonly given: Given;
  readonly version: number;
}

/** `stored`: what they saved stays, nothing of this form was left to be sent. */
type Outcome = 'sent' | 'stored';

interface Saving<Given> {
  /** @throws Problem `door.version_differs` when another version is stored than this. */
  send(given: Given, version: number): Promise<unknown>;
  /** As it is stored now; some refusals tell it by themselves. */
  read(refused: Problem): Promise<Stored<Given>>;
  merge(sides: Sides<Given>): Merged<Given>;
  onSaved(given: Given, outcome: Outcome): Promise<void> | void;
}

interface Shared<Given> extends Saving<Given> {
  /** What the form was opened with; only the first one counts. */
  readonly start: Stored<Given>;
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
  /** What was last seen of what is stored: moves only when the person has been shown what others changed. */
  const [seen, setSeen] = useState(form.start);
  const { busy, error, clear, save, conflict } = useSharedSave({
    ...form,
    onBroughtTogether(next: Given, stored: Stored<Given>) {
      setGiven(() => next);
      setSeen(stored);
    },
  });
  return {
    ...{ given, busy, error, conflict },
    set: (next) => {
      setGiven(() => next);
      clear();
    },
    save: () => save(given, seen),
  };
}

interface SharedSaving<Given> extends Saving<Given> {
  /** What is sent next, on top of what is stored. */
  onBroughtTogether(given: Given, stored: Stored<Given>): void;
}

export interface SharedSave<Given> {
  readonly busy: boolean;
  readonly error: unknown;
  clear(): void;
  save(given: Given, seen: Stored<Given>): Promise<void>;
  readonly conflict: ReactNode;
}

interface Met<Given> {
  readonly sides: Sides<Given>;
  readonly stored: Stored<Given>;
}

/** Somebody saves all the time: after so many turns the person is told instead. */
const mostTurns = 5;

/** The same for a form that keeps by itself what was typed. */
export function useSharedSave<Given>({ send, read, merge, onSaved, onBroughtTogether }: SharedSaving<Given>): SharedSave<Given> {
  const [met, setMet] = useState<Met<Given> | null>(null);
  const { busy, error, run, clear } = useAct();

  const save = async (given: Given, seen: Stored<Given>): Promise<void> => {
    const saved = await run(async () => {
      let [mine, base] = [given, seen];
      for (let turn = 1; ; turn++) {
        try {
          await send(mine, base.version);
          return { given: mine, outcome: 'sent' as const };
        } catch (thrown) {
          const refused = asProblem(thrown);
          if (refused.code !== 'door.version_differs' || turn === mostTurns) throw thrown;
          const stored = await read(refused);
          const sides = { base: base.given, mine, theirs: stored.given };
          const merged = merge(sides);
          if (!merged.ahead) return { given: stored.given, outcome: 'stored' as const };
          if (merged.clashes.length + merged.taken.length > 0) {
            setMet({ sides, stored });
            return null;
          }
          // They changed what this form does not show: this goes on top of it.
          [mine, base] = [merged.decide({}), stored];
          onBroughtTogether(mine, base);
        }
      }
    });
    if (saved !== undefined && saved !== null) await onSaved(saved.given, saved.outcome);
  };
  const decide = async ({ sides, stored }: Met<Given>, kept: Kept): Promise<void> => {
    const next = merge(sides).decide(kept);
    onBroughtTogether(next, stored);
    setMet(null);
    if (merge({ base: stored.given, mine: next, theirs: stored.given }).ahead) await save(next, stored);
    else await onSaved(next, 'stored');
  };

  return {
    ...{ busy, error, clear, save },
    conflict: met !== null && (
      <Conflict merged={merge(met.sides)} onDecide={(kept) => void decide(met, kept)} onClose={() => setMet(null)} />
    ),
  };
}
