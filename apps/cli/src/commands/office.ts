/** `muheng office`: a lead office in a data folder, with the first secrets of its three administrators. Refused while the server runs. @source trust R5, R9, R59 */
import type { Console } from '../console.js';
import { exits, UsageTrouble } from '../exits.js';
import { databaseOf, databaseOptions, flag, folderOf, orRefused, readWords, text } from './house.js';

export const officeHelp = `亩衡 muheng office — 在数据目录里开通一个牵头办公室

用法  muheng office --data <数据目录> --slug <代号> --name <全称> --work <工作名称>
        --region <名称> --code <区划代码> [--kind county|city|park|town] [--organisation <牵头单位>] [--json]
代号 2–31 位小写字母、数字、连字符，以字母开头；企业端的短链接是 <地址>/portal/<代号>。
打印三类管理员（系统、安全、审计）的开通码：只显示一次，72 小时内有效。系统运行时请先停下来再开通。
  --database-url <URL>     数据库在服务器上时，同时给 --database-owner-url，或用环境变量 DATABASE_URL、DATABASE_OWNER_URL
  --json                   输出 JSON
例  muheng office --data /var/lib/muheng --slug haian --name 海安市亩均论英雄改革领导小组办公室 \\
        --work 亩均论英雄 --region 海安市 --code 320685`;

const kinds = ['city', 'county', 'park', 'town'] as const;
const options = {
  ...{ data: text, slug: text, name: text, work: text, region: text, code: text, kind: text, organisation: text, json: flag },
  ...databaseOptions,
} as const;
const needed = ['slug', 'name', 'work', 'region', 'code'] as const;

export async function officeCommand(args: readonly string[], console: Console): Promise<number> {
  const given = readWords(args, options);
  const folder = folderOf(given.data);
  const { slug = '', name = '', work: workName = '', region = '', code = '' } = given;
  for (const option of needed) if ((given[option] ?? '').trim() === '') throw new UsageTrouble(`缺少 --${option}。`);
  const kind = kinds.find((one) => one === (given.kind ?? 'county'));
  if (kind === undefined) throw new UsageTrouble(`--kind 只能是 ${kinds.join('、')}。`);
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(slug)) throw new UsageTrouble(`--slug 应为 2–31 位小写字母、数字、连字符，收到“${slug}”。`);
  if (!/^\d{6,12}$/.test(code)) throw new UsageTrouble(`--code 应为 6–12 位数字的区划代码，收到“${code}”。`);
  const { makeOffice, openHouse } = await import('@muheng/server');
  const made = await orRefused(async () => {
    const opened = await openHouse({ folder, what: '开通单位', ...databaseOf(given) });
    try {
      return await makeOffice(opened.house, {
        ...{ slug, name, workName, region: { kind, name: region, code } },
        organisation: { name: given.organisation ?? name, shortName: given.organisation ?? '牵头办' },
        administrators: {
          system_admin: { login: 'xitong', name: '系统管理员' },
          security_admin: { login: 'anquan', name: '安全管理员' },
          audit_admin: { login: 'shenji', name: '安全审计员' },
        },
      });
    } finally {
      await opened.close();
    }
  });
  const administrators = made.firstSecrets.map(({ role, login, secret, expiresAt }) => ({ role, login, secret, expiresAt }));
  if (given.json === true) {
    console.out(JSON.stringify({ officeId: made.officeId, slug, name, administrators }, null, 2));
    return exits.ok;
  }
  console.out(`已开通“${name}”。请把开通码分别交给三个人，登录页点“首次登录，使用开通码”：`);
  for (const { login, secret } of administrators) console.out(`  ${login}  ${secret}`);
  return exits.ok;
}
