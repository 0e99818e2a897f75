/** 文件清单的一行 — what became of a department's file. */
export interface FileLine {
  readonly path: string;
  readonly department: string;
  readonly sheet: string;
  readonly what: string;
  readonly year: number | null;
  readonly rows: number;
  readonly taken: number;
  readonly sha256: string;
}
