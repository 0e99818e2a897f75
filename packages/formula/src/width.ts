/** 全角半角 — one writing for signs that a Chinese keyboard makes in two widths. */

/** Full-width signs, digits and letters in half width; every character keeps its place. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u3001\u3010\u3011]/g, (character) => {
    const special = '\u3000\u3001\u3010\u3011'.indexOf(character);
    return special >= 0 ? ' ,[]'[special]! : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}
