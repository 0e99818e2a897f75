/**
 * 电子签章系统 — the interface to a licensed seal system: Muheng makes no seal and holds no seal's key. The operator names the system, its
 * key and the office's seals in `<data folder>/seal.json`; without the file no seal is offered. @source trust R46; 电子签名法 第十三条、第十六条
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { House } from '../../../forms/house.js';
import type { SignatureAlgorithm } from './verifySignature.js';
import { signatureAlgorithms } from './verifySignature.js';

export interface SealWish {
  /** Told to the system and back, so that an answer belongs to its question. */
  readonly requestId: string;
  readonly sealNumber: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

export interface SealedContent {
  /** The file with the visible seal in it. */
  readonly content: Buffer;
  /** Over exactly these bytes. */
  readonly signature: Buffer;
}

/** Another system is another one of these. */
export interface SealSystem {
  /** @throws Refusal documents.seal_refused when it does not seal */
  seal(wish: SealWish): Promise<SealedContent>;
}

const shape = z.strictObject({
  地址: z.url(),
  令牌: z.string().min(16),
  /** PEM */
  验签公钥: z.string().includes('PUBLIC KEY'),
  算法: z.enum(signatureAlgorithms),
  印章: z
    .array(z.strictObject({ 编号: z.string().min(1).max(60), 名称: z.string().min(1).max(80), 单位代号: z.string() }))
    .min(1),
});

export interface SealSetUp {
  readonly url: string;
  readonly token: string;
  readonly publicKey: string;
  readonly algorithm: SignatureAlgorithm;
  readonly seals: readonly { readonly number: string; readonly name: string; readonly office: string }[];
}

/** Undefined: none is set up; `wrong`: the file cannot be read, nothing is sealed and everything else goes on. */
export function sealSetUpOf({ folder }: Pick<House, 'folder'>): SealSetUp | undefined | 'wrong' {
  const file = join(folder, 'seal.json');
  if (!existsSync(file)) return undefined;
  const read = shape.safeParse(jsonOf(file));
  if (!read.success) return 'wrong';
  const { 地址: url, 令牌: token, 验签公钥: publicKey, 算法: algorithm, 印章: seals } = read.data;
  return {
    ...{ url, token, publicKey, algorithm },
    seals: seals.map((one) => ({ number: one.编号, name: one.名称, office: one.单位代号 })),
  };
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
