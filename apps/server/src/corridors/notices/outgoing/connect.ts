/** 外联的连接 — what may go wrong on the way out, in words of ours, and the resolver that lets only allowed addresses through. @source trust R23 */
import { isIP, type LookupFunction } from 'node:net';
import { type Allowed, mayConnect } from './allowlist.js';

export type WireTrouble = 'not_allowed' | 'address_refused' | 'redirected' | 'refused' | 'unreachable' | 'too_slow';
export type MailTrouble = 'login_refused' | 'recipient_refused' | 'not_encrypted';
export type Trouble = WireTrouble | MailTrouble | 'unreadable' | 'not_set_up' | 'list_unreadable';

export const troubleWords: Readonly<Record<Trouble, string>> = {
  not_allowed: '对方地址不在外联白名单（数据目录 outbound.json）中',
  address_refused: '对方主机解析到不允许的地址',
  redirected: '对方要求转到别处，未跟随',
  refused: '对方没有接收',
  unreachable: '连接不上对方',
  too_slow: '对方没有在规定时间内应答',
  login_refused: '邮件服务器没有接受账号或口令',
  recipient_refused: '邮件服务器不接受这个收件地址',
  not_encrypted: '没有建立加密连接（证书不受信任，或对方不支持）',
  unreadable: '存放的内容无法读取，可能更换过密钥',
  not_set_up: '渠道没有设置或已停用',
  list_unreadable: '外联白名单（数据目录 outbound.json）写法有误',
};

/** Trying again gives nothing else. */
export const final: ReadonlySet<Trouble> = new Set(['unreadable', 'recipient_refused']);

export interface Wire {
  readonly allowed: readonly Allowed[];
  /** Tests stand in for the resolver, never for the check. */
  readonly lookup?: LookupFunction;
  readonly timeoutMs?: number;
}

export class AddressRefused extends Error {}

/** A literal address is looked at before, as no resolver is asked for it. */
export const literalRefused = (host: string, entry: Allowed): boolean => isIP(host) !== 0 && !mayConnect(host, entry);

/** Every address of the answer must be one that the entry may have: the connection may take any of them. */
export function checkedLookup(lookup: LookupFunction, entry: Allowed): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) return done(error, '', 0);
      const all = Array.isArray(address) ? address.map((one) => one.address) : [address];
      if (all.length === 0 || !all.every((one) => mayConnect(one, entry))) return done(new AddressRefused(hostname), '', 0);
      done(null, address, family);
    });
  };
}
