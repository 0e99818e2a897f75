/**
 * `muheng serve` and `muheng office`: the running system, and the making of a lead office in its data folder. Both have options of
 * their own, so they read their words themselves.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Console } from '../console.js';
import { exits, UnreadableInput, UsageTrouble } from '../exits.js';

export const serveHelp = `亩衡 muheng serve — 启动系统，浏览器打开所示地址即可使用

用法  muheng serve --data <数据目录> [选项]
  --data <目录>            数据目录，没有则新建；内置数据库、文件、密钥都在其中
  --host <地址>            默认 127.0.0.1（只限本机）；对外服务须有证书或代理
  --port <端口>            默认 8080，0 表示任选
  --certificate --key      PEM 证书与私钥
  --self-signed            没有证书时由本机签发一张，存在数据目录，浏览器须信任所示的根证书
  --proxy <地址>           前面负责加密的代理，可重复
  --database-url <URL>     改用 PostgreSQL 服务器（应用账号 muheng_app），同时给 --database-owner-url
例  muheng serve --data /var/lib/muheng
按 Ctrl+C 停止：正在办理的请求办完后退出。`;

export const officeHelp = `亩衡 muheng office — 在数据目录里开通一个牵头办公室

用法  muheng office --data <数据目录> --slug <代号> --name <全称> --work <工作名称>
        --region <名称> --code <区划代码> [--kind county|city|park|town] [--organisation <牵头单位>]
打印三类管理员（系统、安全、审计）的开通码：只显示一次，72 小时内有效。
例  muheng office --data /var/lib/muheng --slug haian --name 海安市亩均论英雄改革领导小组办公室 \\
        --work 亩均论英雄 --region 海安市 --code 320685`;

const text = { type: 'string' } as const;

export async function serveCommand(args: readonly string[], console: Console): Promise<number> {
  const options = {
    data: text,
    host: text,
    port: text,
    certificate: text,
    key: text,
    'database-url': text,
    'database-owner-url': text,
  };
  const given = read(args, {
    ...options,
    proxy: { type: 'string', multiple: true } as const,
    'self-signed': { type: 'boolean' } as const,
  });
  const { data, host, certificate, key } = given;
  if (data === undefined) throw new UsageTrouble('缺少 --data。');
  if ((certificate === undefined) !== (key === undefined)) throw new UsageTrouble('--certificate 和 --key 要一起给。');
  const port = portOf(given.port);
  const tls =
    certificate === undefined || key === undefined ? undefined : { certificate: readText(certificate), key: readText(key) };
  const { serve, Refusal } = await import('@muheng/server');
  try {
    const served = await serve({
      ...{ folder: data, host, port, trustedProxies: given.proxy },
      ...{ databaseUrl: given['database-url'], databaseOwnerUrl: given['database-owner-url'] },
      selfSigned: given['self-signed'] === true,
      tls,
    });
    console.err(`亩衡已启动：${served.url}　（Ctrl+C 停止）`);
    if (served.authorityFile !== undefined) console.err(`请让各台电脑的浏览器信任根证书：${served.authorityFile}`);
    await signal();
    console.err('正在停止……');
    await served.close();
    return exits.ok;
  } catch (error) {
    if (error instanceof Refusal) throw new UnreadableInput(`${error.message}\n${error.remedy}`);
    throw error;
  }
}

const kinds = ['city', 'county', 'park', 'town'] as const;

export async function officeCommand(args: readonly string[], console: Console): Promise<number> {
  const given = read(args, {
    ...{ data: text, slug: text, name: text, work: text, region: text, code: text, kind: text, organisation: text },
    ...{ 'database-url': text, 'database-owner-url': text },
  });
  const { data, slug, name, work, region, code } = given;
  const kind = kinds.find((one) => one === (given.kind ?? 'county'));
  for (const [option, value] of Object.entries({ data, slug, name, work, region, code }))
    if (value === undefined) throw new UsageTrouble(`缺少 --${option}。`);
  if (kind === undefined) throw new UsageTrouble(`--kind 只能是 ${kinds.join('、')}。`);
  const { makeOffice, openHouse, Refusal } = await import('@muheng/server');
  const urls = { databaseUrl: given['database-url'], databaseOwnerUrl: given['database-owner-url'] };
  try {
    const opened = await openHouse({ folder: data ?? '', what: '开通单位', ...urls });
    try {
      const made = await makeOffice(opened.house, {
        ...{ slug: slug ?? '', name: name ?? '', workName: work ?? '' },
        region: { kind, name: region ?? '', code: code ?? '' },
        organisation: { name: given.organisation ?? name ?? '', shortName: given.organisation ?? '牵头办' },
        administrators: {
          system_admin: { login: 'xitong', name: '系统管理员' },
          security_admin: { login: 'anquan', name: '安全管理员' },
          audit_admin: { login: 'shenji', name: '安全审计员' },
        },
      });
      console.out(`已开通“${name}”。请把开通码分别交给三个人，登录页点“首次设置密码”：`);
      for (const { login, secret } of made.firstSecrets) console.out(`  ${login}  ${secret}`);
      return exits.ok;
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw new UnreadableInput(`${error.message}\n${error.remedy}`);
    throw error;
  }
}

function read<T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: readonly string[], options: T & {}) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const word = error instanceof Error ? (/'(-[^' <]*)/.exec(error.message)?.[1] ?? '') : '';
    throw new UsageTrouble(`选项 ${word} 不能这样用。`);
  }
}

function portOf(port: string | undefined): number | undefined {
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageTrouble(`--port 应为 0–65535，收到“${port}”。`);
  return Number(port);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UnreadableInput(`读不到文件“${file}”。`);
  }
}

const signal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
