/** 计时 — median of interleaved runs, so that whatever else the machine does falls on both sides alike. */

export type Task = () => unknown;

/** Milliseconds of each task, median over `runs` rounds in which every task runs once; one round before that is not counted. */
export async function medians(tasks: readonly Task[], runs: number): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let run = -1; run < runs; run++) {
    for (const [at, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      if (run >= 0) times[at]!.push(performance.now() - start);
    }
  }
  return times.map(median);
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

export interface Row {
  readonly name: string;
  /** With their units. */
  readonly ours: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly reach: string;
  readonly met: boolean;
}

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.name, row.ours, row.theirs, row.ratio, row.reach, row.met ? 'met' : 'NOT met']);
  const header = ['what', 'ours', 'against', 'ratio', 'reach', ''];
  return [header, header.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
