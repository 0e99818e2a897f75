/** 外发渠道 — what a message looks like on the wire. A channel is a row here; its host must be on the allowlist. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Post } from './post.js';

/** `webhook`: to another system, signed; `sms`: to the office's short-message gateway, which takes JSON. */
export const message = z.discriminatedUnion('channel', [
  z.strictObject({
    ...{ channel: z.literal('webhook'), url: z.url(), event: z.string(), payload: z.record(z.string(), z.unknown()) },
    secret: z.string().min(16),
  }),
  z.strictObject({ channel: z.literal('sms'), url: z.url(), token: z.string(), phone: z.string(), words: z.string() }),
]);
export type Message = z.infer<typeof message>;

/** `at` makes a recorded request worthless later; the receiver checks both. */
export function postOf(sent: Message, { id, at }: { readonly id: string; readonly at: Date }): Post {
  if (sent.channel === 'sms') {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sent.token}` };
    return { url: sent.url, headers, body: JSON.stringify({ id, phone: sent.phone, content: sent.words }) };
  }
  const body = JSON.stringify({ id, at: at.toISOString(), event: sent.event, payload: sent.payload });
  const signature = createHmac('sha256', sent.secret).update(body).digest('hex');
  return { url: sent.url, headers: { 'content-type': 'application/json', 'muheng-signature': `sha256=${signature}` }, body };
}
