/** 年度 — which cycle the person looks at: the newest running one until another is chosen; kept in this browser. */

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { ask, type Item } from '../api/ask.js';
import { today } from '../api/clock.js';
import { useMay } from './session.js';

export type Cycle = Item<'readCycles'>;

interface YearChoice {
  readonly cycles: readonly Cycle[];
  readonly cycle: Cycle | undefined;
  /** Data year of the cycle, else last year: what the office usually works on. */
  readonly dataYear: number;
  choose(cycleId: string): void;
}

const key = 'muheng.cycle';
const Year = createContext<YearChoice>({ cycles: [], cycle: undefined, dataYear: 0, choose: () => {} });
export const useYear = (): YearChoice => useContext(Year);

export function YearProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const reads = useMay('year.read');
  const list = useQuery({
    queryKey: ['year', 'cycles'],
    queryFn: () => ask('readCycles', {}),
    enabled: reads,
    staleTime: 60_000,
  });
  const [chosen, setChosen] = useState(() => localStorage.getItem(key));
  const cycles = [...(list.data?.items ?? [])].sort((a, b) => b.dataYear - a.dataYear);
  const cycle = cycles.find((one) => one.cycleId === chosen) ?? cycles.find((one) => one.state === 'running') ?? cycles[0];
  const choose = (cycleId: string): void => {
    localStorage.setItem(key, cycleId);
    setChosen(cycleId);
  };
  const dataYear = cycle?.dataYear ?? Number(today().slice(0, 4)) - 1;
  return <Year.Provider value={{ cycles, cycle, dataYear, choose }}>{children}</Year.Provider>;
}
