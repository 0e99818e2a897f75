/** 类别标记 — a letter in a shape with a colour; a change as old → new with its clause. */
import type { ReactNode } from 'react';
import './GradeBadge.css';
import { gradeLook } from './grades.js';

export interface GradeSet {
  readonly names: readonly string[];
}

interface Badge {
  readonly name: string | null;
  readonly of: GradeSet;
  readonly before?: string;
  readonly clause?: string;
}

export function GradeBadge({ name, of, before, clause }: Badge): ReactNode {
  return (
    <span className="grade-change" title={clause}>
      {before !== undefined && before !== name && (
        <>
          <One name={before} of={of} />
          <span>→</span>
        </>
      )}
      <One name={name} of={of} />
    </span>
  );
}

function One({ name, of }: { readonly name: string | null; readonly of: GradeSet }): ReactNode {
  const { shape, tone } = gradeLook(name === null ? -1 : of.names.indexOf(name), of.names.length);
  return (
    <span className={`grade grade-${tone}`}>
      <i aria-hidden="true">{shape}</i>
      {name ?? '不评级'}
    </span>
  );
}
