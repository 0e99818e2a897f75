/**
 * No file imports itself through others: a cycle cannot be read from the top, and its load order is luck.
 * Imports of types alone do not count: a table of texts may name the union that it covers.
 */
import { errorAt, type Repository, type Rule, resolveRelative, type Violation } from '../repository.js';

export const cycles: Rule = {
  name: 'cycles',
  check: (repository) => findCycles(graphOf(repository)).map(inWords),
};

type Graph = ReadonlyMap<string, readonly string[]>;

function graphOf({ code }: Repository): Graph {
  const known = new Set(code.map((file) => file.path));
  return new Map(
    code.map((file) => {
      const relative = file.imports.filter((one) => one.from.startsWith('.') && !one.typesOnly);
      return [file.path, relative.flatMap((one) => resolveRelative(file.path, one.from, known) ?? [])];
    }),
  );
}

/** Depth first; each way back to a file that is still open is one cycle, told from its smallest path on. */
function findCycles(graph: Graph): string[][] {
  const done = new Set<string>();
  const open: string[] = [];
  const found = new Map<string, string[]>();
  const visit = (path: string): void => {
    const start = open.indexOf(path);
    if (start >= 0) {
      const cycle = fromSmallest(open.slice(start));
      found.set(cycle.join(), cycle);
      return;
    }
    if (done.has(path)) return;
    open.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    open.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return [...found.values()];
}

function fromSmallest(cycle: readonly string[]): string[] {
  const start = cycle.indexOf([...cycle].sort()[0] ?? '');
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function inWords(cycle: readonly string[]): Violation {
  return errorAt(cycle[0] ?? '', 1, `import cycle: ${[...cycle, cycle[0]].join(' → ')}`);
}
