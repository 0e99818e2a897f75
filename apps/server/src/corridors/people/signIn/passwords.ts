/** 密码的存放与核对 — argon2id; a login that does not exist costs as much time as one that does. */
import { hash, verify } from '@node-rs/argon2';

// 19 MiB, two passes, one lane: the floor that OWASP names, about 30 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let spare: Promise<string> | undefined;

/** @param stored null when there is no such user or no password: false, after the same work */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  spare ??= hashPassword('nobody has this password');
  const same = await verify(stored ?? (await spare), password.normalize('NFKC'));
  return same && stored !== null;
}
