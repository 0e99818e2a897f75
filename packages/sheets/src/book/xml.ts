/**
 * XML 片段扫描 — tags and texts out of pieces of a part as they are inflated; builds no tree and resolves no entities but the five
 * of XML. A DOCTYPE, an endless token and broken tags are refused. @source R27
 */
import { CannotRead } from '../cannotRead.js';

export interface XmlEvents {
  /** Names come without prefix; attributes as written: use `attribute`. `closed` for `<a/>`. */
  open(name: string, attributes: string, closed: boolean): void;
  close(name: string): void;
  /** Only called while `wantsText`; entities resolved. May come in parts. */
  text(text: string): void;
  readonly wantsText: boolean;
  /** Takes the whole element that begins there, where it is of a usual form: behind it, and of how many elements it consists. */
  whole?(text: string, open: number): { readonly end: number; readonly elements: number } | undefined;
}

/** A tag or text longer than this is no honest part: a cell holds 32 767 letters. */
const longestToken = 2_097_152;

export class XmlScanner {
  private rest = '';
  private opened = 0;
  private closed = 0;
  constructor(
    private readonly events: XmlEvents,
    private readonly part: string,
  ) {}

  write(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    const read = this.scan(text);
    this.rest = read === text.length ? '' : text.slice(read);
    if (this.rest.length > longestToken) throw this.broken('有超长的标记或文字');
  }

  end(): void {
    if (this.rest.trim() !== '' || this.opened === 0 || this.opened !== this.closed) throw this.broken('没有写完');
  }

  /** How many letters are dealt with. */
  private scan(text: string): number {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) return this.events.wantsText ? at : text.length;
      if (open > at && this.events.wantsText) this.events.text(resolved(text.slice(at, open)));
      const next = text.charCodeAt(open + 1);
      if (Number.isNaN(next)) return open;
      const whole = this.opened === this.closed ? undefined : this.events.whole?.(text, open);
      if (whole !== undefined) {
        this.opened += whole.elements;
        this.closed += whole.elements;
        at = whole.end;
        continue;
      }
      const end = next === 33 ? this.special(text, open) : next === 63 ? after(text, '?>', open) : tagEnd(text, open);
      if (end < 0) return open;
      if (next === 47) this.closeTag(text.slice(open + 2, end - 1));
      else if (next !== 33 && next !== 63) this.openTag(text, open + 1, end - 1);
      at = end;
    }
  }

  private openTag(text: string, from: number, end: number): void {
    const closed = text.charCodeAt(end - 1) === 47;
    const last = closed ? end - 1 : end;
    let name = from;
    while (name < last && !isSpace(text.charCodeAt(name))) name++;
    if (name === from) throw this.broken('标记没有名称');
    this.opened++;
    if (closed) this.closed++;
    this.events.open(localName(text.slice(from, name)), text.slice(name, last), closed);
  }

  private closeTag(name: string): void {
    this.closed++;
    if (this.closed > this.opened) throw this.broken('标记不成对');
    this.events.close(localName(name.trimEnd()));
  }

  /** Comment, CDATA or declaration; the end of it, or −1 when more text is needed. */
  private special(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) {
      const end = after(text, ']]>', open + 9);
      if (end >= 0 && this.events.wantsText) this.events.text(text.slice(open + 9, end - 3));
      return end;
    }
    if (text.length - open < 9) return -1;
    throw new CannotRead('xml_doctype', { part: this.part });
  }

  private broken(why: string): CannotRead {
    return new CannotRead('file_not_readable', { why: `“${this.part}”${why}` });
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Just behind the `>` that ends the tag: one inside quotes does not. */
function tagEnd(text: string, open: number): number {
  const simple = text.indexOf('>', open);
  if (simple < 0) return -1;
  let quote = 0;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0 && code === 62) return at + 1;
    if (code === 34 || code === 39) quote = quote === 0 ? code : quote === code ? 0 : quote;
  }
  return -1;
}

/** Value of an attribute by its local name; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (!(isSpace(before) || before === 58)) continue;
    let equals = at + name.length;
    while (isSpace(attributes.charCodeAt(equals))) equals++;
    if (attributes.charCodeAt(equals) !== 61) continue;
    let quote = equals + 1;
    while (isSpace(attributes.charCodeAt(quote))) quote++;
    const mark = attributes[quote];
    if (mark !== '"' && mark !== "'") return undefined;
    const end = attributes.indexOf(mark, quote + 1);
    return end < 0 ? undefined : resolved(attributes.slice(quote + 1, end));
  }
  return undefined;
}

export const attributeOn = (attributes: string, name: string): boolean => {
  const value = attribute(attributes, name);
  return value === '1' || value === 'true' || value === 'on';
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name]! : whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** `_x000D_` in cell texts is a carriage return; `_x005F_` an underline. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
