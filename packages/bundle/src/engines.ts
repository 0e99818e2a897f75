/**
 * 引擎语义 — which engine recomputes results of which semantics. When `engineSemantics` is raised, the engine before stays here under its
 * number, so that an old bundle verifies for ever; a number without an entry is refused.
 */
import { type Dataset, evaluate, type Result } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';

export type Engine = (scheme: Scheme, dataset: Dataset) => Result;

const engines: ReadonlyMap<number, Engine> = new Map([[1, evaluate]]);

export const engineOf = (semantics: number): Engine | undefined => engines.get(semantics);
export const knownSemantics: readonly number[] = [...engines.keys()];
