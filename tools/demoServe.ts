/**
 * 演示系统 — the running system with the register of the invented district, in a data folder of its own, on loopback. The first start
 * builds the district through the real actions; later starts find it again. Each start prints one-time sign-in links, one for a post.
 * `--data FOLDER` (out/demo-data), `--port N` (8080, another when taken), `--size N` (1200), `--seed N` (7). Stop with Ctrl+C.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDemonstration, type House, makeOneTimeLink, Refusal, type Served, serve } from '@muheng/server';
import { z } from 'zod';
import { demoDistrict } from './demoDistrict.js';

/** The district's files are of 2022 to 2024, so the demonstration lives in the spring in which they are evaluated. */
const firstDay = Date.parse('2025-04-24T09:00:00+08:00');

/** What a demonstration keeps beside its data: how far its clock is behind, and who may sign in. */
const kept = z.strictObject({
  behindMilliseconds: z.number(),
  officeId: z.string(),
  users: z.array(
    z.strictObject({ role: z.string(), title: z.string(), userId: z.string(), login: z.string(), name: z.string() }),
  ),
});

/** Whoever does the work first, administrators last. */
const order = ['lead_clerk', 'lead_head', 'area_officer', 'department_officer', 'enterprise_user', 'leader', 'outside_auditor'];
const placeOf = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length);

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'out/demo-data' },
    port: { type: 'string', default: '8080' },
    size: { type: 'string', default: '1200' },
    seed: { type: 'string', default: '7' },
  },
});
const folder = resolve(values.data);
const notes = join(folder, 'demonstration.json');

try {
  await start();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const known = existsSync(notes) ? kept.parse(JSON.parse(readFileSync(notes, 'utf8'))) : undefined;
  const behind = known?.behindMilliseconds ?? Date.now() - firstDay;
  process.stdout.write(`启动内置数据库：${folder}\n`);
  const served = await open(() => new Date(Date.now() - behind));
  // Ctrl+C reaches a terminal's processes all at once, and npm passes it on again: the second one finds it under way.
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (!asked) void stop(served);
      asked = true;
    });
  const { house } = served.opened;
  const { officeId, users } = known ?? (await build(house, behind));
  process.stdout.write(`\n演示系统在 ${served.url}（只限本机；按 Ctrl+C 停止，数据留在 ${folder}）\n`);
  process.stdout.write(
    `系统中的今天是 ${house.now().toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' })}。\n`,
  );
  process.stdout.write('\n以下链接各登录一种岗位，一次有效，12 小时内打开：\n');
  for (const { userId, title, name } of [...users].sort((a, b) => placeOf(a.role) - placeOf(b.role))) {
    const token = await makeOneTimeLink(house, { officeId, userId, hours: 12 });
    process.stdout.write(`  ${title}（${name}）\n    ${served.url}/enter#${token}\n`);
  }
}

/** On the port asked for, or on any when that is taken. */
async function open(now: () => Date): Promise<Served> {
  const wish = { folder, now, demonstration: true, what: '演示系统', log: null };
  try {
    return await serve({ ...wish, port: Number(values.port) });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'serve.port_taken') throw error;
    return serve({ ...wish, port: 0 });
  }
}

async function build(house: House, behindMilliseconds: number): Promise<z.infer<typeof kept>> {
  const size = Number(values.size);
  process.stdout.write(`登记虚构的一个区：${size} 户企业、用地、租赁、电表、称号（真实的登记和导入，台账注明“演示”）…\n`);
  const started = performance.now();
  const { officeId, users, imported } = await buildDemonstration(house, await demoDistrict({ seed: Number(values.seed), size }));
  for (const { file, added, refused } of imported)
    process.stdout.write(`  ${file}：登记 ${added} 行${refused > 0 ? `，未收 ${refused} 行` : ''}\n`);
  process.stdout.write(`  用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒\n`);
  const made = { behindMilliseconds, officeId, users: [...users] };
  writeFileSync(notes, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

async function stop(served: Served): Promise<void> {
  process.stdout.write('\n正在停止…\n');
  await served.close();
  process.stdout.write('已停止。再次运行 npm run demo 会接着用这些数据。\n');
}
