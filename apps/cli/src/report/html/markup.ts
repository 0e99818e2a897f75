/** Words into HTML: every text is escaped here, and only here. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

export const section = (id: string, title: string, body: string): string =>
  `<section id="${id}"><h2>${escaped(title)}</h2>${body}</section>`;

export const list = (lines: readonly string[], tag: 'ul' | 'ol' = 'ul'): string =>
  `<${tag}>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</${tag}>`;

export const emptyNote = (words: string): string => `<p class="empty">${escaped(words)}</p>`;
