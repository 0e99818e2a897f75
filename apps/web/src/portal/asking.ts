/** 取数与办理 — one answer of the server on a page, and one step that changes something, with its trouble. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, Problem } from '../api/problem.js';

export interface Asked<T> {
  readonly data: T | null;
  readonly problem: Problem | null;
  again(): void;
}

/** Asks when the page opens, again when `key` changes; an answer that comes late for an older key is dropped. */
export function useAsked<T>(key: string, question: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ readonly key: string; readonly data: T | null; readonly problem: Problem | null }>({
    ...{ key, data: null, problem: null },
  });
  const latest = useRef(question);
  latest.current = question;
  const round = useRef(0);
  const again = useCallback(() => {
    const mine = ++round.current;
    latest.current().then(
      (data) => mine === round.current && setState({ key, data, problem: null }),
      (error: unknown) =>
        mine === round.current &&
        setState((before) => ({ key, data: before.key === key ? before.data : null, problem: asProblem(error) })),
    );
  }, [key]);
  useEffect(again, [again]);
  return state.key === key ? { ...state, again } : { data: null, problem: null, again };
}

export interface Doing {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Undefined when it did not come about: the trouble is then in `problem`. */
  run<T>(step: () => Promise<T>): Promise<T | undefined>;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = useCallback(async <T>(step: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(null);
    try {
      return await step();
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, problem, run };
}

/** The sentence for one field of a refused form. */
export const faultOf = (problem: Problem | null, field: string): string | undefined =>
  problem instanceof Problem
    ? problem.fields.find(({ path }) => path.endsWith(`body.${field}`) || path === field)?.message
    : undefined;
