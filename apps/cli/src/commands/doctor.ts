/** `muheng doctor`: examines a data folder, also beside a running server; one line a check, exit 1 when one fails. @source trust R96 */
import { parseArgs } from 'node:util';
import type { Console } from '../console.js';
import { exits, UnreadableInput, UsageTrouble } from '../exits.js';

export const doctorHelp = `亩衡 muheng doctor — 体检：存储、隔离、台账、文件、磁盘、时钟

用法  muheng doctor --data <数据目录> [--json]
  --database-url <URL>     数据库在服务器上时，同时给 --database-owner-url
  --json                   输出 JSON，供监控程序读取
服务运行中也可以体检。退出码 0 全部正常，1 有不正常的项，3 打不开。
例  muheng doctor --data /var/lib/muheng`;

export async function doctorCommand(args: readonly string[], console: Console): Promise<number> {
  const { data, json, 'database-url': databaseUrl, 'database-owner-url': databaseOwnerUrl } = read(args);
  if (data === undefined) throw new UsageTrouble('缺少 --data。');
  if ((databaseUrl === undefined) !== (databaseOwnerUrl === undefined))
    throw new UsageTrouble('--database-url 和 --database-owner-url 要一起给。');
  const { examine, Refusal } = await import('@muheng/server');
  try {
    const report = await examine({ folder: data, databaseUrl, databaseOwnerUrl });
    if (json === true) console.out(JSON.stringify(report, null, 2));
    else
      for (const { ok, title, found, remedy } of report.checks)
        console.out(`${ok ? '✓' : '✗'} ${title}：${found}${remedy === null ? '' : `\n  ${remedy}`}`);
    return report.ok ? exits.ok : exits.findings;
  } catch (error) {
    if (error instanceof Refusal) throw new UnreadableInput(`${error.message}\n${error.remedy}`);
    throw error;
  }
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { data: text, 'database-url': text, 'database-owner-url': text, json: { type: 'boolean' } as const };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch {
    throw new UsageTrouble('选项不能这样用。');
  }
}
