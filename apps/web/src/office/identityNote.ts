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
  const [, service = ''] = split(text, '认证服务');
  const [before, after = ''] = split(service, '身份标识');
  const issuer = unlabelled(before);
  const subject = unlabelled(after.trimStart().split(/[\n\r]/u)[0] ?? '');
  return issuer === '' || /\s/u.test(issuer) || subject === '' ? null : { issuer, subject };
}

/** What stands before the first such label, and behind it. */
function split(text: string, label: string): readonly [string, string?] {
  const at = text.indexOf(label);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + label.length)];
}

/** Behind the colon of a label; nothing where there is none. */
function unlabelled(text: string): string {
  const plain = text.trimStart();
  return plain.startsWith('：') || plain.startsWith(':') ? plain.slice(1).trim() : '';
}

/** From the details of the refusal `people.identity_unknown`. */
export function identityIn({ issuer, subject }: Readonly<Record<string, unknown>>): OutsideIdentity | null {
  return typeof issuer === 'string' && typeof subject === 'string' ? { issuer, subject } : null;
}
