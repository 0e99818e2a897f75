/** How a command ends: exit codes, and the troubles that carry their words. */
import type { Finding } from '@muheng/finding';
import type { FileLine } from './district/fileLine.js';

/** Exit codes that scripts may rely on. @source docs/reference/cli.md */
export const exits = { ok: 0, findings: 1, usage: 2, unreadable: 3, mismatch: 4, fault: 70 } as const;

/** The words of a command are off: printed with the command's help, exit 2. */
export class UsageTrouble extends Error {}
/** An input cannot be read: printed with its place and remedy, exit 3. */
export class UnreadableInput extends Error {}

/** Department files have what a person must deal with before they are evaluated: printed by file, exit 1. */
export class StoppedByFindings extends Error {
  constructor(
    readonly findings: readonly Finding[],
    readonly files: readonly FileLine[],
    /** Only questions, and `--strict` stops for them. */
    readonly onlyWarnings: boolean,
  ) {
    super('stopped by findings');
  }
}
