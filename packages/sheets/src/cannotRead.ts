/** A file, or a sheet of it, that cannot be read further: thrown inside the readers, turned into a finding at their edge. */
import type { Blanks, Finding, Place } from '@muheng/finding';
import { found, type SheetsCode } from './texts.zh.js';

export class CannotRead extends Error {
  constructor(
    readonly code: SheetsCode,
    readonly blanks: Blanks = {},
    readonly where: Place = {},
  ) {
    super(code);
  }
}

/** The finding of whatever a reader threw; what is no `CannotRead` came out of a library and is a broken file. */
export function findingOf(error: unknown, place: Place): Finding {
  if (error instanceof CannotRead) return found(error.code, { ...place, ...error.where }, error.blanks);
  return found('file_not_readable', place, { why: '内容不完整或已损坏' });
}
