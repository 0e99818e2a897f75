/** 系统健康 — /health/ready of the door, which is no operation of the contract: what is checked, and in words what is wrong. */
import { offlineProblem } from './problem.js';

export interface Health {
  readonly good: boolean;
  readonly checks: readonly { readonly name: string; readonly words: string | null }[];
}

/** @throws Problem when nothing answers */
export async function askHealth(signal?: AbortSignal): Promise<Health> {
  const response = await fetch('/health/ready', signal === undefined ? {} : { signal }).catch(() => {
    throw offlineProblem();
  });
  const read: unknown = await response.json().catch(() => undefined);
  if (typeof read !== 'object' || read === null || !('checks' in read)) throw offlineProblem();
  const { checks } = read;
  if (typeof checks !== 'object' || checks === null) throw offlineProblem();
  const told = Object.entries(checks).map(([name, words]) => ({ name, words: words === 'ok' ? null : String(words) }));
  return { good: told.every(({ words }) => words === null), checks: told };
}
