/** 密钥文件 — 32 random bytes of the installation in `<folder>/secret.key`, for our user alone. Lost means: sealed data is lost. */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { refuseStore } from './texts.zh.js';

const bytesOfSecret = 32;
export const secretFile = (folder: string): string => join(folder, 'secret.key');

/** Makes it on the first start. @throws Refusal when it is missing although there is data, or unusable */
export function secretOf(folder: string, { hasData }: { readonly hasData: boolean }): Buffer {
  const file = secretFile(folder);
  if (!existsSync(file)) {
    if (hasData) throw refuseStore('secret_missing', { folder });
    write(file, randomBytes(bytesOfSecret));
  }
  const secret = readFileSync(file);
  if (secret.length !== bytesOfSecret)
    throw refuseStore('secret_unusable', { file, why: `应为 ${bytesOfSecret} 字节，现为 ${secret.length} 字节` });
  if (platform() !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw refuseStore('secret_unusable', { file, why: '其他用户也能读取' });
  return secret;
}

/** Says whether two secrets are one, and nothing else about them. */
export const fingerprintOf = (secret: Buffer): string => createHmac('sha256', secret).update('muheng fingerprint').digest('hex');

function write(file: string, bytes: Buffer): void {
  const draft = `${file}-${randomBytes(6).toString('hex')}`;
  const open = openSync(draft, 'wx', 0o600);
  try {
    writeSync(open, bytes);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
}
