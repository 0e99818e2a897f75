/**
 * 文件名 — what a person named a file is data. What leaves the house as a name in a download says no path, no control, no trick of
 * writing direction, nothing that a system takes for a device or an option. @source trust R32
 */
const longestBytes = 200;
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** As kept: control characters and what cannot be written are dropped, at most 255 characters. */
export function keptName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim();
  return [...clean].slice(0, 255).join('') || '未命名';
}

/** As given to a browser: `../../x` → `x`, `CON.txt` → `_CON.txt`, `-rf` → `_-rf`; the extension survives shortening. */
export function downloadName(name: string): string {
  const last = keptName(name).split(/[/\\]/).at(-1) ?? '';
  const plain = withoutEdges(last.replace(/[<>:"|?*]/g, '_'));
  const safe = plain === '' ? '未命名' : devices.test(plain) || plain.startsWith('-') ? `_${plain}` : plain;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? '';
  let stem = safe.slice(0, safe.length - extension.length);
  while (Buffer.byteLength(stem) + extension.length > longestBytes) stem = [...stem].slice(0, -1).join('');
  return stem + extension;
}

/** Lower case, without the dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** Without dots and spaces at either end. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && /[.\s]/.test(text.charAt(from))) from++;
  while (to > from && /[.\s]/.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
