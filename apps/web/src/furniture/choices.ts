/** 选项 — a table of words as the choices of a select or a filter, in the order of the table. Pure. */
export function choicesOf<Key extends string>(words: Readonly<Record<Key, string>>): { value: Key; label: string }[] {
  return keysOf(words).map((value) => ({ value, label: words[value] }));
}

export function keysOf<Key extends string>(words: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(words).filter((key): key is Key => Object.hasOwn(words, key));
}
