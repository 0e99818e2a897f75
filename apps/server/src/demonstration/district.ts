/** 演示区的文件 — what a demonstration is built from: a place, its parks and towns, and files as departments would hand them in. */
import type { ImportKind } from '../rooms/registry/imports/vocabulary.js';

export interface DemonstrationPlace {
  readonly name: string;
  readonly code: string;
}

export interface DemonstrationTown extends DemonstrationPlace {
  readonly kind: 'town';
  readonly villages: readonly DemonstrationPlace[];
}

export interface DemonstrationFile {
  readonly kind: ImportKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DemonstrationDistrict extends DemonstrationPlace {
  readonly towns: readonly DemonstrationTown[];
  readonly parks: readonly { readonly name: string; readonly small: boolean; readonly town: string }[];
  /** In the order in which they are imported. */
  readonly files: readonly DemonstrationFile[];
  /** Data years for which land is counted. */
  readonly years: readonly number[];
}
