/**
 * 任务种类 — work that outlasts a request: one object a kind, as actions are. It may be stopped at any moment and run again, by another
 * process too: whatever it changes it changes in `commit`, which keeps the place to go on from in the same transaction.
 */
import type { z } from 'zod';
import type { Asked } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import type { Tx } from '../../store/scope.js';
import type { Permission } from '../people/roles.js';

export interface JobKind<Input, Result> {
  /** `registry.import` */
  readonly name: `${string}.${string}`;
  /** 导入企业 */
  readonly title: string;
  /** Asked again when it runs: who lost the right meanwhile does not get it done. */
  readonly may: Permission;
  /** 重任务 — one at a time in each office. @source trust R20 */
  readonly heavy: boolean;
  /** 户、行 … what is counted. */
  readonly unit: string;
  readonly input: z.ZodType<Input>;
  /** @returns JSON values: ids of files, counts */
  run(step: JobStep, input: Input): Promise<Result>;
}

export interface Progress {
  readonly done: number;
  readonly total?: number;
  /** Chinese, what is being done now. */
  readonly message?: string;
  /** What is counted now, where a step counts something else than the kind. */
  readonly unit?: string;
}

export interface JobStep {
  readonly house: House;
  readonly actor: Actor;
  readonly jobId: string;
  /** For `perform`: actions of the job stand in the ledger with the job's number. */
  readonly asked: Asked;
  /** What `commit` kept last, when an earlier run was cut off; else null. */
  readonly checkpoint: unknown;
  /** Aborted when the person cancels, the process stops, or the job was given to another process. */
  readonly signal: AbortSignal;
  /** Real counts, shown to the person; cheap to call for each row. @throws JobStopped */
  progress(progress: Progress): Promise<void>;
  /** One transaction in the starter's scope: the work, the counts and the place to go on from, all or nothing. @throws JobStopped */
  commit<T>(work: (tx: Tx) => Promise<T>, progress: Progress & { readonly checkpoint: unknown }): Promise<T>;
}

export type JobStop = 'cancelled' | 'stopping' | 'lost';

/** Ends a run; what it committed stays. Kinds let it pass. */
export class JobStopped extends Error {
  constructor(readonly why: JobStop) {
    super(`job stopped: ${why}`);
  }
}

/** Kinds of several inputs in one list. */
export interface AnyJobKind extends Omit<JobKind<never, unknown>, 'input' | 'run'> {
  readonly input: z.ZodType<unknown>;
  run(step: JobStep, input: never): Promise<unknown>;
}
