/**
 * 签出链头 — the last row's number and hash, signed with a key of the installation (Ed25519) and kept outside the database: a line in
 * `<folder>/audit-heads/<office>.jsonl`, for download, for the foot of a publication. Whoever rewrites the ledger cannot sign.
 * @source trust R53
 */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@muheng/bundle';
import { z } from 'zod';
import type { House } from '../../forms/house.js';
import { isId } from '../../store/ids.js';
import { readInScope, type Tx, wholeOffice } from '../../store/scope.js';
import { findHead } from './queries/chain.js';

export const signedHead = z.strictObject({
  officeId: z.uuid(),
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  /** Base64. */
  signature: z.base64(),
});
export type SignedHead = z.infer<typeof signedHead>;

/** Signs the present head of an office and keeps it; undefined while its ledger is empty. Daily, and with each publication. */
export async function signHead(house: House, officeId: string): Promise<SignedHead | undefined> {
  return readInScope(house.store, wholeOffice(officeId), (tx) => signHeadIn(tx, house, officeId));
}

/** The same inside a transaction that is open already. */
export async function signHeadIn(tx: Tx, house: House, officeId: string): Promise<SignedHead | undefined> {
  const head = await findHead(tx, officeId);
  if (head === undefined || head.seq === 0) return undefined;
  const plain = { officeId, seq: head.seq, hash: head.hash, at: house.now().toISOString() };
  const signature = sign(null, Buffer.from(canonicalJson(plain)), privateKey(house)).toString('base64');
  const signed: SignedHead = { ...plain, signature };
  keep(house, signed);
  return signed;
}

/** Is it signed by this installation? */
export function isGenuine(house: Pick<House, 'secret'>, { signature, ...plain }: SignedHead): boolean {
  return verify(null, Buffer.from(canonicalJson(plain)), publicKey(house), Buffer.from(signature, 'base64'));
}

/** PEM, to be handed to an auditor once. */
export const auditPublicKey = (house: Pick<House, 'secret'>): string =>
  publicKey(house).export({ type: 'spki', format: 'pem' }).toString();

/** Heads kept on this machine, oldest first. */
export function keptHeads({ folder }: Pick<House, 'folder'>, officeId: string): SignedHead[] {
  const file = placeOf(folder, officeId);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // A line that a crash cut short is no head.
  return lines.flatMap((line) => {
    const read = signedHead.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

function keep({ folder }: House, head: SignedHead): void {
  mkdirSync(join(folder, 'audit-heads'), { recursive: true, mode: 0o700 });
  const file = openSync(placeOf(folder, head.officeId), 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function placeOf(folder: string, officeId: string): string {
  if (!isId(officeId)) throw new Error(`not an id: ${officeId}`);
  return join(folder, 'audit-heads', `${officeId}.jsonl`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const publicKey = (house: Pick<House, 'secret'>): KeyObject => createPublicKey(privateKey(house));

/** PKCS #8 frame of an Ed25519 key, then its 32 bytes. */
const ed25519Frame = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateKey({ secret }: Pick<House, 'secret'>): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'muheng', 'audit.head', 32));
  return createPrivateKey({ key: Buffer.concat([ed25519Frame, seed]), format: 'der', type: 'pkcs8' });
}
