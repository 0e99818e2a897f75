/** JSON 分段 — what `JSON.stringify(value, null, 2)` prints, in pieces of whole lines, so that no text need hold all of it. */

/**
 * Members that are lists come from `lists`, item by item, whatever stands in `value`: printed as they stand there, four blanks deep, without
 * blanks before the first line. Without the last line end.
 */
export function* printedJson(
  value: Readonly<Record<string, unknown>>,
  lists: ReadonlyMap<string, () => Iterable<string>>,
): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return yield '{}';
  yield '{';
  for (const [at, [name, member]] of members.entries()) {
    const comma = at < members.length - 1 ? ',' : '';
    const list = lists.get(name);
    if (list === undefined) yield `  ${JSON.stringify(name)}: ${printed(member, 2)}${comma}`;
    else yield* printedList(`  ${JSON.stringify(name)}: `, list(), comma);
  }
  yield '}';
}

function* printedList(name: string, items: Iterable<string>, comma: string): Generator<string> {
  let before: string | undefined;
  for (const item of items) {
    yield before === undefined ? `${name}[` : `${before},`;
    before = `    ${item}`;
  }
  if (before !== undefined) yield before;
  yield before === undefined ? `${name}[]${comma}` : `  ]${comma}`;
}

const printed = (value: unknown, indent: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(indent)}`);
