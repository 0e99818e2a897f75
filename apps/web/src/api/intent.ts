/**
 * 一次办理一把钥匙 — the Idempotency-Key of an intent: made before the first sending, kept in this tab until the server has answered, so
 * a second press, a resend or a reloaded page asks for the same thing once. Another payload is another intent. @source trust R60
 */
const prefix = 'muheng.intent.';

export interface KeyShelf {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** `answered`: whether this error is the server's final word (then a new try is a new intent). */
export async function withIntent<T>(
  {
    name,
    payload,
    shelf,
    answered,
  }: { readonly name: string; readonly payload: unknown; readonly shelf: KeyShelf; answered(error: unknown): boolean },
  send: (key: string) => Promise<T>,
): Promise<T> {
  const place = `${prefix}${name}.${digest(JSON.stringify(payload) ?? '')}`;
  const key = shelf.getItem(place) ?? newKey();
  shelf.setItem(place, key);
  try {
    const answer = await send(key);
    shelf.removeItem(place);
    return answer;
  } catch (error) {
    if (answered(error)) shelf.removeItem(place);
    throw error;
  }
}

/** Random 128 bits as a UUID; `crypto.randomUUID` is missing on plain http addresses of a local network. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Tells payloads apart; no secret hangs on it. */
function digest(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
