/** What a check sees: the scheme, the file it came from, and where things stand in the text. */
import type { Blanks } from '@muheng/finding';
import type { Parts } from '../read/parts.js';
import type { Reading } from '../read/reading.js';
import type { SchemeTextCode } from '../texts.zh.js';
import type { Path, Positions } from '../yaml/document.js';

export interface CheckInput extends Parts {
  readonly reading: Reading;
  readonly sourcePositions: Positions;
}

/** Says what is wrong at a place of scheme.yaml. */
export type Report = (code: SchemeTextCode, path: Path, blanks?: Blanks) => void;

export type Check = (input: CheckInput, report: Report) => void;
