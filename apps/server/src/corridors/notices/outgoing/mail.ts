/**
 * 发邮件 — one message by SMTP over a connection that we open: host and port from the allowlist, the address looked at when it connects.
 * nodemailer speaks the protocol on our socket and resolves, fetches and reads nothing by itself. @source trust R23
 */
import { lookup as systemLookup } from 'node:dns';
import { connect, isIP, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { findAddress } from './allowlist.js';
import { AddressRefused, checkedLookup, literalRefused, type MailTrouble, type Wire, type WireTrouble } from './connect.js';
import type { MailSettings } from './settings.js';

export interface Letter {
  /** Of our making; the same at every try, so that a reader's program can tell a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
}

export interface PostOffice {
  readonly settings: MailSettings;
  readonly password: string | null;
}

/** Undefined when the post office took it. */
export async function sendMail(
  letter: Letter,
  { settings, password }: PostOffice,
  wire: Wire,
): Promise<WireTrouble | MailTrouble | undefined> {
  const { host, port, security, from, user, authority } = settings;
  const entry = findAddress(wire.allowed, { host, port });
  if (entry === undefined) return 'not_allowed';
  if (literalRefused(host, entry)) return 'address_refused';
  const patience = wire.timeoutMs ?? 15_000;
  let socket: Socket | undefined;
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, logger: false },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    tls: { ...(isIP(host) === 0 ? { servername: host } : {}), ...(authority === '' ? {} : { ca: authority }) },
    ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
    getSocket: (_options, done) => {
      const lookup = checkedLookup(wire.lookup ?? systemLookup, entry);
      const opened = connect({ host, port, lookup, timeout: patience });
      socket = opened;
      const failed = (error: Error): void => done(error, false);
      opened.once('error', failed);
      opened.once('timeout', () => opened.destroy(new TooSlow()));
      opened.once('connect', () => {
        opened.removeListener('error', failed);
        opened.setTimeout(0);
        done(null, { connection: opened });
      });
    },
  });
  try {
    await transport.sendMail({
      ...{ from, to: letter.to, subject: letter.subject, text: letter.words },
      messageId: `<${letter.id}@${from.split('@')[1] ?? 'muheng'}>`,
    });
    return undefined;
  } catch (error) {
    return troubleOf(error);
  } finally {
    transport.close();
    socket?.destroy();
  }
}

class TooSlow extends Error {}

const byCode: Readonly<Record<string, WireTrouble | MailTrouble>> = {
  ...{ EAUTH: 'login_refused', ENOAUTH: 'login_refused', EENVELOPE: 'recipient_refused', ETIMEDOUT: 'too_slow' },
  ...{ ETLS: 'not_encrypted', EREQUIRETLS: 'not_encrypted', EMESSAGE: 'refused', EPROTOCOL: 'refused', ESTREAM: 'unreachable' },
};

function troubleOf(error: unknown): WireTrouble | MailTrouble {
  if (error instanceof AddressRefused) return 'address_refused';
  if (error instanceof TooSlow) return 'too_slow';
  if (!(error instanceof Error)) return 'unreachable';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  // 4xx: not now; 5xx: never.
  if (code === 'EENVELOPE' && status < 500) return 'refused';
  if (/certificate|self-signed|CERT_/i.test(`${error.message} ${code}`)) return 'not_encrypted';
  return byCode[code] ?? 'unreachable';
}
