/** 共用内存 — one piece of memory for the columns of a table and for what the threads that read it need besides. */

/** As much of WebAssembly as is used here: it is no part of the language itself. */
interface WebAssemblyLike {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number; readonly shared: true }) => MachineMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly outside: Readonly<Record<string, unknown>> },
  ) => { readonly exports: { readonly run: Run } };
}

/** Bytes from `at` to `to` become rows from `row` on; gives the row behind the last. */
export type Run = (at: number, to: number, row: number, head: number) => number;

/** Can be posted. */
export interface MachineMemory {
  readonly buffer: SharedArrayBuffer;
}

/** Undefined where a runtime has none, or does not allow it. */
export const webAssembly: WebAssemblyLike | undefined = Reflect.get(globalThis, 'WebAssembly');

/** What threads need besides: so many places of so many bytes, one behind the other. Can be posted. */
export interface Desks {
  readonly memory: MachineMemory;
  readonly from: number;
  readonly bytes: number;
  readonly count: number;
}

const pageBytes = 65_536;

/** Gives parts of one shared memory, one behind the other; undefined when there is no such memory. */
export function sharedMemory(bytes: number): MachineMemory | undefined {
  const pages = Math.ceil(bytes / pageBytes);
  try {
    return webAssembly === undefined ? undefined : new webAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  } catch {
    // Not allowed, or not so much of it.
    return undefined;
  }
}

/** Of arrays in a memory. */
export const aligned = (bytes: number): number => Math.ceil(bytes / 64) * 64;
