/**
 * 引擎语义 — which engine recomputes results of which semantics. When `engineSemantics` is raised, the engine before stays here under its
 * number, so that an old bundle verifies for ever; a number without an entry is refused.
 */
import { type Dataset, evaluate, type Result } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { type OwnCase, type Recomputed, recomputeOwn } from './own/recompute.js';

export interface Engine {
  /** All subjects, for an auditor. */
  evaluate(scheme: Scheme, dataset: Dataset): Result;
  /** One subject out of its own facts. */
  recomputeOwn(own: OwnCase): Recomputed;
}

/** By number of its semantics. */
export type Engines = ReadonlyMap<number, Engine>;

export const engines: Engines = new Map([[1, { evaluate, recomputeOwn }]]);
