/** `muheng serve`: the running system, until Ctrl+C. */
import type { IdentityConfig } from '@muheng/server';
import type { Console } from '../console.js';
import { exits, UsageTrouble } from '../exits.js';
import { databaseOf, databaseOptions, flag, folderOf, orRefused, readText, readWords, text, type Words } from './house.js';

export const serveHelp = `亩衡 muheng serve — 启动系统，浏览器打开所示地址即可使用

用法  muheng serve --data <数据目录> [选项]
  --data <目录>            数据目录，没有则新建；内置数据库、文件、密钥都在其中
  --host <地址>            默认 127.0.0.1（只限本机）；对外服务须有证书或代理
  --port <端口>            默认 8080，0 表示任选
  --certificate --key      PEM 证书与私钥
  --self-signed            没有证书时由本机签发一张，存在数据目录，浏览器须信任所示的根证书
  --proxy <地址>           前面负责加密的代理，可重复
  --database-url <URL>     改用 PostgreSQL 服务器（应用账号 muheng_app），同时给 --database-owner-url；
                           也可用环境变量 DATABASE_URL、DATABASE_OWNER_URL，命令行上看不到密码
  --json                   启动后在标准输出打印一行 JSON：地址、进程号

统一身份认证（OpenID Connect）
  --identity-issuer <URL>  认证服务的地址，须为 https（本机可用 http）
  --identity-client <标识> 本系统在认证服务登记的客户端标识
  --identity-secret-file <文件>  客户端密钥所在文件；或用环境变量 MUHENG_IDENTITY_SECRET
  --public-url <URL>       浏览器访问本系统的地址；在认证服务登记的回调地址是它加 /sign-in/identity

例  muheng serve --data /var/lib/muheng
    muheng serve --data /var/lib/muheng --host 10.1.2.3 --self-signed
    muheng serve --data /var/lib/muheng --proxy 127.0.0.1 --public-url https://muheng.example.gov.cn \\
        --identity-issuer https://id.example.gov.cn --identity-client muheng --identity-secret-file /etc/muheng/identity
按 Ctrl+C 停止：正在办理的请求办完后退出。`;

const options = {
  ...{ data: text, host: text, port: text, certificate: text, key: text, json: flag, 'self-signed': flag },
  ...{ 'identity-issuer': text, 'identity-client': text, 'identity-secret-file': text, 'public-url': text },
  proxy: { type: 'string', multiple: true },
  ...databaseOptions,
} as const;
type Given = Words<typeof options>;

export async function serveCommand(args: readonly string[], console: Console): Promise<number> {
  const given = readWords(args, options);
  const { certificate, key } = given;
  folderOf(given.data);
  if ((certificate === undefined) !== (key === undefined)) throw new UsageTrouble('--certificate 和 --key 要一起给。');
  const wish = {
    ...{ folder: folderOf(given.data), host: given.host, port: portOf(given.port), trustedProxies: given.proxy },
    ...{ ...databaseOf(given), selfSigned: given['self-signed'] === true, identity: identityOf(given) },
    tls: certificate === undefined || key === undefined ? undefined : { certificate: readText(certificate), key: readText(key) },
  };
  // Asked to stop while it starts, it stops when it has started: nothing is left half made.
  const stop = stopAsked();
  try {
    const { serve } = await import('@muheng/server');
    const served = await orRefused(() => serve(wish));
    if (given.json === true)
      console.out(JSON.stringify({ url: served.url, pid: process.pid, authorityFile: served.authorityFile ?? null }));
    console.err(`亩衡已启动：${served.url}　（Ctrl+C 停止）`);
    if (served.authorityFile !== undefined) console.err(`请让各台电脑的浏览器信任根证书：${served.authorityFile}`);
    await stop.asked;
    console.err('正在停止……');
    await served.close();
    return exits.ok;
  } finally {
    stop.forget();
  }
}

/** 统一身份认证 — all of it or none. @throws UsageTrouble, UnreadableInput */
function identityOf(given: Given): IdentityConfig | undefined {
  const { 'identity-issuer': issuer, 'identity-client': clientId, 'identity-secret-file': file, 'public-url': open } = given;
  const secret = file === undefined ? process.env.MUHENG_IDENTITY_SECRET : readText(file);
  if (issuer === undefined) {
    if (clientId !== undefined || file !== undefined || open !== undefined)
      throw new UsageTrouble('缺少 --identity-issuer：--identity-client、--identity-secret-file、--public-url 与它一起用。');
    return undefined;
  }
  if (clientId === undefined || clientId === '') throw new UsageTrouble('缺少 --identity-client。');
  const clientSecret = secret?.trim() ?? '';
  if (clientSecret === '')
    throw new UsageTrouble('缺少客户端密钥：用 --identity-secret-file，或环境变量 MUHENG_IDENTITY_SECRET。');
  const service = addressOf('--identity-issuer', issuer);
  return {
    issuer: service.href.replace(/\/$/, ''),
    clientId,
    clientSecret,
    redirectUri: `${publicUrlOf(given)}/sign-in/identity`,
  };
}

/** As said, or where it listens when browsers reach it there. */
function publicUrlOf(given: Given): string {
  const { host = '127.0.0.1', port = '8080', proxy, certificate } = given;
  const said = given['public-url'];
  if (said !== undefined) return addressOf('--public-url', said).href.replace(/\/$/, '');
  if (proxy !== undefined || port === '0') throw new UsageTrouble('用统一身份认证时，请用 --public-url 写明浏览器访问的地址。');
  const scheme = certificate !== undefined || given['self-signed'] === true ? 'https' : 'http';
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Secrets travel on it: encrypted, or on this machine only. */
function addressOf(option: string, written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const near = url?.protocol === 'http:' && /^(?:127\.|localhost$|\[::1\]$)/.test(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || near) || url.search !== '' || url.hash !== '')
    throw new UsageTrouble(`${option} 应为 https 地址（本机可用 http），收到“${written}”。`);
  return url;
}

function portOf(port: string | undefined): number | undefined {
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageTrouble(`--port 应为 0–65535，收到“${port}”。`);
  return Number(port);
}

/** Ctrl+C or a service manager's TERM. */
function stopAsked(): { readonly asked: Promise<void>; forget(): void } {
  let ask = (): void => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  process.once('SIGINT', ask).once('SIGTERM', ask);
  return { asked, forget: () => void process.off('SIGINT', ask).off('SIGTERM', ask) };
}
