/** `muheng doctor`: examines a data folder, also beside a running server; one line a check, exit 1 when one fails. @source trust R96 */
import type { Console } from '../console.js';
import { exits } from '../exits.js';
import { databaseOf, databaseOptions, flag, folderOf, orRefused, readWords, text } from './house.js';

export const doctorHelp = `亩衡 muheng doctor — 体检：存储、隔离、台账、文件、磁盘、时钟

用法  muheng doctor --data <数据目录> [--json]
  --database-url <URL>     数据库在服务器上时，同时给 --database-owner-url，或用环境变量 DATABASE_URL、DATABASE_OWNER_URL
  --json                   输出 JSON，供监控程序读取
服务运行中也可以体检。退出码 0 全部正常，1 有不正常的项，3 打不开。
例  muheng doctor --data /var/lib/muheng`;

export async function doctorCommand(args: readonly string[], console: Console): Promise<number> {
  const given = readWords(args, { data: text, json: flag, ...databaseOptions });
  const folder = folderOf(given.data);
  const { examine } = await import('@muheng/server');
  const report = await orRefused(() => examine({ folder, ...databaseOf(given) }));
  if (given.json === true) console.out(JSON.stringify(report, null, 2));
  else
    for (const { ok, title, found, remedy } of report.checks)
      console.out(`${ok ? '✓' : '✗'} ${title}：${found}${remedy === null ? '' : `\n  ${remedy}`}`);
  return report.ok ? exits.ok : exits.findings;
}
