/**
 * 服务进程 — for containers and service managers: settings from the environment, stops on SIGTERM and SIGINT. `muheng serve` is the same
 * with options.
 */
import { readFileSync } from 'node:fs';
import { Refusal } from './forms/refusal.js';
import { serve } from './serve.js';

const { env } = process;

const filled = (name: string): string | undefined => (env[name] === undefined || env[name] === '' ? undefined : env[name]);

async function main(): Promise<void> {
  const certificate = filled('MUHENG_CERTIFICATE');
  const key = filled('MUHENG_KEY');
  const served = await serve({
    folder: filled('MUHENG_DATA') ?? 'muheng-data',
    databaseUrl: filled('DATABASE_URL'),
    databaseOwnerUrl: filled('DATABASE_OWNER_URL'),
    host: filled('MUHENG_HOST'),
    port: filled('MUHENG_PORT') === undefined ? undefined : Number(env.MUHENG_PORT),
    tls:
      certificate === undefined || key === undefined
        ? undefined
        : { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') },
    selfSigned: filled('MUHENG_SELF_SIGNED') === '1',
    trustedProxies: filled('MUHENG_PROXIES')?.split(','),
  });
  process.stderr.write(`亩衡已启动：${served.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      served.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`停止时出错：${String(error)}\n`);
          process.exit(1);
        },
      );
    });
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof Refusal ? `${error.message}\n${error.remedy}\n` : `系统异常：${String(error)}\n`);
  process.exit(error instanceof Refusal ? 2 : 70);
});
