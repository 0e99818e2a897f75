/**
 * 自签证书的保管 — made once in the data folder, for every address of this machine, and again a month before it ends or when an address
 * is new. The key is readable by our user alone.
 */
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { localCertificate } from './localCertificate.js';

export interface OwnCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly authorityFile: string;
}

const monthMs = 30 * 86_400_000;

export function ownCertificate(folder: string, { host, now }: { readonly host: string; readonly now: Date }): OwnCertificate {
  const place = join(resolve(folder), 'certificate');
  const files = {
    certificate: join(place, 'server.pem'),
    key: join(place, 'server.key'),
    authority: join(place, 'authority.crt'),
  };
  const { names, addresses } = namesOf(host);
  if (!existsSync(files.certificate) || !isGood(readFileSync(files.certificate, 'utf8'), { addresses, now })) {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const made = localCertificate({ names, addresses, now });
    writeFileSync(files.key, made.key, { mode: 0o600 });
    writeFileSync(files.authority, made.authority);
    writeFileSync(files.certificate, made.certificate);
  }
  const read = (file: string): string => readFileSync(file, 'utf8');
  return { certificate: read(files.certificate), key: read(files.key), authorityFile: files.authority };
}

function isGood(pem: string, { addresses, now }: { addresses: readonly string[]; now: Date }): boolean {
  const certificate = new X509Certificate(pem);
  return (
    Date.parse(certificate.validTo) - now.getTime() > monthMs &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

function namesOf(host: string): { names: string[]; addresses: string[] } {
  const near = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const addresses = [...new Set(['127.0.0.1', ...near, host])].filter((address) => isIPv4(address) && address !== '0.0.0.0');
  const named = isIPv4(host) || host.includes(':') ? [] : [host];
  return { names: [...new Set(['localhost', hostname(), ...named])], addresses };
}
