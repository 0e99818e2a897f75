/**
 * 身份关联单 — what a person whom the identity service knows and this house does not hands to the administrator: written by the sign-in
 * page, read back by the administrator's form, also when a chat has run its lines together. Pure.
 */

export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export const noteOf = ({ issuer, subject }: OutsideIdentity): string =>
  ['亩衡统一身份关联', `认证服务：${issuer}`, `身份标识：${subject}`].join('\n');

/** Null when it is no such note: somebody types the subject itself. */
export function readNote(text: string): OutsideIdentity | null {
  const found = /认证服务\s*[:：]\s*(\S+?)\s*身份标识\s*[:：]([^\n\r]+)/u.exec(text);
  const [issuer, subject] = [found?.[1], found?.[2]?.trim()];
  return issuer === undefined || subject === undefined || subject === '' ? null : { issuer, subject };
}

/** From the details of the refusal `people.identity_unknown`. */
export function identityIn({ issuer, subject }: Readonly<Record<string, unknown>>): OutsideIdentity | null {
  return typeof issuer === 'string' && typeof subject === 'string' ? { issuer, subject } : null;
}
