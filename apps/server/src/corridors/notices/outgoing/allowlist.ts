/**
 * 外联白名单 — host and port that the operator named in `<data folder>/outbound.json`; without the file nothing ever leaves. An entry
 * is public unless it says otherwise: a name that suddenly resolves to an inside address is refused when the connection is made.
 * @source trust R23
 */
import { existsSync, readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { House } from '../../../forms/house.js';

const shape = z.strictObject({
  允许: z.array(
    z.strictObject({
      主机: z.string().min(1).max(253),
      端口: z.int().min(1).max(65535),
      /** May resolve to addresses of the office's own network, or of this machine. */
      内网: z.boolean().default(false),
    }),
  ),
});

export interface Allowed {
  readonly host: string;
  readonly port: number;
  readonly inside: boolean;
}

/** @throws Error with the place when the file is not readable: then nothing may leave */
export function allowlistOf({ folder }: Pick<House, 'folder'>): readonly Allowed[] {
  const file = join(folder, 'outbound.json');
  if (!existsSync(file)) return [];
  const read = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return read.允许.map((entry) => ({ host: entry.主机.toLowerCase(), port: entry.端口, inside: entry.内网 }));
}

export function findAllowed(list: readonly Allowed[], url: URL): Allowed | undefined {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return findAddress(list, { host: url.hostname.replace(/^\[|\]$/g, ''), port });
}

export const findAddress = (
  list: readonly Allowed[],
  { host, port }: { readonly host: string; readonly port: number },
): Allowed | undefined => list.find((one) => one.host === host.toLowerCase() && one.port === port);

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');

/** An address that an entry may be connected to. Addresses of cloud metadata are never one. */
export function mayConnect(address: string, { inside: mayBeInside }: Allowed): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(mapped) === 0 || linkLocal.check(mapped, family)) return false;
  return mayBeInside || !inside.check(mapped, family);
}
