/**
 * `tsx tools/knownFaults.ts` — asks the registry whether components that ship have known faults; a high or critical one fails the
 * check. Where the registry does not answer such questions, or there is no way out, that is said loudly and nothing fails. @source trust R49
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const grave = ['critical', 'high'];
const fault = z.object({
  ...{ name: z.string(), severity: z.string(), range: z.string() },
  via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
});
const answer = z.object({
  metadata: z.object({ vulnerabilities: z.looseObject({}) }),
  vulnerabilities: z.record(z.string(), fault).default({}),
});
const failure = z.object({ message: z.string() });

export interface Verdict {
  readonly kind: 'clean' | 'faulty' | 'unanswered';
  readonly lines: readonly string[];
  /** Faults below high. */
  readonly slight: number;
}

/** What `npm audit --json` printed → `clean`, `faulty` with lines, or `unanswered` with the reason. */
export function verdictOf(printed: string): Verdict {
  const told = jsonOf(printed);
  const { data } = answer.safeParse(told);
  if (data === undefined)
    return { kind: 'unanswered', lines: [failure.safeParse(told).data?.message ?? 'npm audit gave no answer'], slight: 0 };
  const found = Object.values(data.vulnerabilities);
  const lines = found.filter(({ severity }) => grave.includes(severity)).map(lineOf);
  return { kind: lines.length === 0 ? 'clean' : 'faulty', lines, slight: found.length - lines.length };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineOf({ name, severity, range, via }: z.infer<typeof fault>): string {
  const titles = via.flatMap((one) => (typeof one === 'string' ? [] : [`${one.title} ${one.url}`]));
  return `${severity}: ${name} ${range} ${titles.join('; ')}`.trim();
}

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const asked = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
    ...{ cwd: root, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
    env: { ...process.env, npm_config_fetch_retries: '0' },
  });
  const verdict = verdictOf(asked.stdout ?? '');
  if (verdict.kind === 'unanswered') console.log(`\n!! known faults not asked: ${verdict.lines.join(' ')}\n`);
  else console.log(`known faults: ${verdict.lines.length} grave, ${verdict.slight} slight`);
  if (verdict.kind === 'faulty') for (const line of verdict.lines) console.log(line);
  process.exitCode = verdict.kind === 'faulty' ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
