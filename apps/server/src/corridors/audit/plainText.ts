/**
 * 去控制符 — a name or reason as the ledger keeps it: what would move a cursor, end a line, turn the direction of writing or cannot be
 * written at all stands as `⟨U+001B⟩`, so that no entry can pass for another in a log or a terminal. @source trust R54
 */
const dangerous = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const longest = 2000;

export function plainText(text: string): string {
  const encoded = text.replace(
    dangerous,
    (letter) => `⟨U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
  if (encoded.length <= longest) return encoded;
  const cut = encoded.slice(0, longest).replace(/\p{Cs}$/u, '');
  return `${cut}…（共 ${text.length} 字）`;
}
