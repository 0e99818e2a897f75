/** 按需生成 — a part of an explanation that is put in words when it is first read, and once. */
export function remembered<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
