/** 送出一条 — by the channel's own way. A channel is a row here; its host must be on the allowlist. */
import { createHmac } from 'node:crypto';
import type { Trouble, Wire } from './connect.js';
import { sendMail } from './mail.js';
import { type Post, post } from './post.js';
import type { ChannelSettings, Message } from './settings.js';

export interface Sending {
  readonly id: string;
  /** Makes a recorded request worthless later; the receiver checks it and the signature. */
  readonly at: Date;
  readonly message: Message;
  readonly settings: ChannelSettings;
  readonly secret: string | null;
}

/** Undefined when the other side took it. */
export async function deliver({ id, at, message, settings, secret }: Sending, wire: Wire): Promise<Trouble | undefined> {
  if (message.channel === 'mail' && settings.channel === 'mail')
    return sendMail({ id, ...message }, { settings, password: secret }, wire);
  if (message.channel === 'sms' && settings.channel === 'sms')
    return post(smsPost({ id, phone: message.phone, words: message.words }, { url: settings.url, token: secret }), wire);
  if (message.channel === 'webhook' && settings.channel === 'webhook')
    return post(
      signedPost({ id, at: at.toISOString(), event: message.event, payload: message.payload }, { url: settings.url, secret }),
      wire,
    );
  return 'not_set_up';
}

/** The office's gateway takes JSON. */
function smsPost(
  { id, phone, words }: { readonly id: string; readonly phone: string; readonly words: string },
  { url, token }: { readonly url: string; readonly token: string | null },
): Post {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  return { url, headers, body: JSON.stringify({ id, phone, content: words }) };
}

function signedPost(told: object, { url, secret }: { readonly url: string; readonly secret: string | null }): Post {
  const body = JSON.stringify(told);
  const signature = createHmac('sha256', secret ?? '')
    .update(body)
    .digest('hex');
  return { url, headers: { 'content-type': 'application/json', 'muheng-signature': `sha256=${signature}` }, body };
}
