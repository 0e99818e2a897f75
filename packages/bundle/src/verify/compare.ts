/** 逐字节比较 — what a file should be against what it is; the finding shows a little of both around the first difference. */
import { firstDifference, textOf } from '../bytes.js';
import type { OpenBundle } from '../open.js';
import { type BundleFinding, trouble } from '../texts.zh.js';

/** Undefined when they agree. */
export function differenceIn(
  bundle: OpenBundle,
  path: string,
  { code, computed }: { readonly code: 'recomputed_differs' | 'own_row_differs'; readonly computed: Uint8Array },
): BundleFinding | undefined {
  const given = bundle.files.get(path);
  if (given === undefined) return trouble('file_missing', { path });
  const at = firstDifference(given, computed);
  if (at < 0) return undefined;
  const from = (bundle.offsets.get(path) ?? 0) + at;
  return trouble(code, { path, from }, { given: excerpt(given, at), computed: excerpt(computed, at) });
}

/** Some text around a place, printable. */
function excerpt(bytes: Uint8Array, at: number): string {
  const around = bytes.subarray(Math.max(0, at - 24), at + 24);
  const text =
    textOf(around) ?? [...around].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
  return text.replace(/\p{Cc}/gu, '·');
}
