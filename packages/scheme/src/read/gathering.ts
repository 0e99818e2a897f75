/** 归并 — findings while they are gathered: one slip that shows in several groups is one finding that names the groups. */
import type { Blanks, Finding } from '@muheng/finding';
import { found, type SchemeTextCode } from '../texts.zh.js';
import type { Path, Positions } from '../yaml/document.js';
import { pathInWords } from '../yaml/document.js';

interface Told {
  /** Index among the findings. */
  readonly at: number;
  readonly groups: string[];
}

export class Gathering {
  readonly findings: Finding[] = [];
  private readonly told = new Map<string, Told>();

  constructor(private readonly positions: Positions) {}

  /** The same at the same place is said once; `group` in the blanks grows into the list of groups. */
  report(code: SchemeTextCode, path: Path, blanks: Blanks = {}): void {
    const { group, ...rest } = blanks;
    const key = JSON.stringify([code, pathInWords(path), rest]);
    const told = this.told.get(key) ?? { at: this.findings.length, groups: [] };
    const isNew = !this.told.has(key);
    this.told.set(key, told);
    if (group !== undefined && !told.groups.includes(String(group))) told.groups.push(String(group));
    else if (!isNew) return;
    this.findings[told.at] = found(
      code,
      this.positions.valueAt(path),
      group === undefined ? rest : { ...rest, group: told.groups.join('、') },
    );
  }
}
