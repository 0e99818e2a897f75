/** 办不成 — the sentence, what to do, and another try where that may help. */
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';

export function Trouble({ problem, again }: { readonly problem: Problem; again?(): void }): ReactNode {
  return (
    <section className="portal-card" role="alert">
      <h2>{problem.message}</h2>
      <p>{problem.remedy}</p>
      {again !== undefined && problem.kind !== 'refused' && (
        <button type="button" className="portal-button" onClick={again}>
          再试一次
        </button>
      )}
    </section>
  );
}
