/** 共享文字 — the table of texts that cells point into; phonetic guides are left out. */
import type { Entry } from '../archive/directory.js';
import { CannotRead } from '../cannotRead.js';
import { type Package, readPart } from './parts.js';
import { unescaped, type XmlEvents } from './xml.js';

export async function readSharedTexts(from: Package, entry: Entry): Promise<readonly string[]> {
  const reader = new SharedTexts(from.limits.sharedText);
  await readPart(from, entry, reader);
  return reader.texts;
}

class SharedTexts implements XmlEvents {
  readonly texts: string[] = [];
  wantsText = false;
  private current = '';
  private phonetic = false;
  private letters = 0;
  constructor(private readonly most: number) {}

  open(name: string, _attributes: string, closed: boolean): void {
    if (name === 'si') {
      this.current = '';
      if (closed) this.finish();
    } else if (name === 'rPh') this.phonetic = !closed;
    else if (name === 't') this.wantsText = !closed && !this.phonetic;
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') this.finish();
  }

  text(text: string): void {
    this.current += text;
  }

  /** Two letters of room for each text itself: a million empty ones are no small table. */
  private finish(): void {
    this.letters += this.current.length + 16;
    if (this.letters > this.most) throw new CannotRead('sheet_text_too_much', { most: this.most });
    this.texts.push(detached(unescaped(this.current)));
  }
}

/** A copy that does not keep the piece of XML alive which it was cut from. */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
