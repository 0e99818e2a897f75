/** 图片 — pixels from the head, without unpacking anything; and a copy of a photograph without what it tells of its taker. @source trust R33 */

export interface PictureSize {
  readonly pixels: number;
  /** It ends where it says. */
  readonly whole: boolean;
}

/** Walks the chunks; undefined when the first is not an honest head. */
export function pixelsOfPng(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 45 || bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const pixels = bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (pixels === 0) return undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return { pixels, whole: at + 12 + length === bytes.length };
    at += 12 + length;
  }
  return { pixels, whole: false };
}

/** Largest of all frames that its segments announce; undefined when there is none before the picture begins. */
export function pixelsOfJpeg(bytes: Buffer): number | undefined {
  let pixels = 0;
  for (const { marker, at } of segmentsOf(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame && at + 9 <= bytes.length) pixels = Math.max(pixels, bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7));
  }
  return pixels === 0 ? undefined : pixels;
}

/** 去除拍摄信息 — a copy for the public: place, time, device and comments (APP1–APP15 but colour, COM) are gone, the picture is the same. */
export function withoutTraces(jpeg: Buffer): Buffer {
  const parts: Buffer[] = [jpeg.subarray(0, 2)];
  let end = 2;
  for (const { marker, at, next } of segmentsOf(jpeg)) {
    const isTrace = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);
    if (!isTrace) parts.push(jpeg.subarray(at, next));
    end = next;
  }
  return Buffer.concat([...parts, jpeg.subarray(end)]);
}

interface Segment {
  readonly marker: number;
  /** Of its marker. */
  readonly at: number;
  readonly next: number;
}

/** Segments up to and with the start of the picture (SOS). */
function* segmentsOf(bytes: Buffer): Generator<Segment> {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    yield { marker, at, next };
    if (marker === 0xda) return;
    at = next;
  }
}
