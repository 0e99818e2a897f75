/** 办法成文 — the Markdown that `describeScheme` writes, as blocks: what a page and a sheet need of it, and no more. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let table: string[][] = [];
  const endTable = (): void => {
    const [header, ...rows] = table;
    if (header !== undefined) blocks.push({ kind: 'table', header, rows });
    table = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      if (!/^\|[\s|:-]+\|$/.test(line)) table.push(cellsOf(line));
      continue;
    }
    endTable();
    const block = blockOf(line.trim());
    if (block !== null) blocks.push(block);
  }
  endTable();
  return blocks;
}

function blockOf(line: string): Block | null {
  if (line === '') return null;
  const heading = /^(#{1,6})\s+(.*)$/s.exec(line);
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  const item = /^(?:[-*]|(\d+)\.)\s+(.*)$/s.exec(line);
  if (item !== null) return { kind: 'item', text: item[1] === undefined ? (item[2] ?? '') : `${item[1]}. ${item[2] ?? ''}` };
  return { kind: 'paragraph', text: line };
}

/** `| a | b \| c |` → a, b | c. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** One line a sheet row: a table's row names its columns. */
export function linesOfBlock(block: Block): readonly string[] {
  if (block.kind !== 'table') return [block.kind === 'item' ? `· ${block.text}` : block.text];
  return block.rows.map((row) => {
    const [first = '', ...rest] = row;
    const said = rest.flatMap((cell, at) => (cell === '' ? [] : [`${block.header[at + 1] ?? ''} ${cell}`]));
    return `· ${first}：${said.join('；')}`;
  });
}
