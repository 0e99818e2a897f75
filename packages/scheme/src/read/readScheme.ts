/**
 * 读评价办法 — scheme.yaml, source.yaml and the fact catalogue → the model the engine computes with, and everything wrong with them.
 * A scheme with an error is not given out. Pure: the caller reads the files.
 */
import { type Finding, hasErrors } from '@muheng/finding';
import type { z } from 'zod';
import { checkScheme } from '../check/index.js';
import { jsonSchemaOf } from '../make/jsonSchema.js';
import type { Scheme } from '../model.js';
import { catalogueShape } from '../shape/facts.js';
import { schemeShape } from '../shape/scheme.js';
import { sourceShape } from '../shape/source.js';
import { type Positions, readYaml } from '../yaml/document.js';
import { findingsOfIssues } from '../yaml/issues.js';
import { documentsFrom } from './documents.js';
import { readParts } from './parts.js';
import { Reading } from './reading.js';

export interface SchemeInput {
  readonly file: string;
  readonly text: string;
  readonly sourceFile: string;
  readonly sourceText: string;
  readonly catalogueText: string;
  readonly catalogueFile?: string;
}

export interface SchemeRead {
  /** Only when no finding is an error. */
  readonly scheme?: Scheme;
  readonly findings: readonly Finding[];
}

export function readScheme(input: SchemeInput): SchemeRead {
  const scheme = readShaped(input.file, input.text, schemeShape);
  const source = readShaped(input.sourceFile, input.sourceText, sourceShape);
  const catalogue = readShaped(input.catalogueFile ?? 'facts.yaml', input.catalogueText, catalogueShape);
  const unread = [...scheme.findings, ...source.findings, ...catalogue.findings];
  if (scheme.value === undefined || source.value === undefined || catalogue.value === undefined) return { findings: unread };
  const reading = new Reading(scheme.value, scheme.positions, documentsFrom(source.value));
  const parts = readParts(reading, catalogue.value);
  const findings = inOrder(
    [...reading.findings, ...checkScheme({ ...parts, reading, sourcePositions: source.positions })],
    input.file,
  );
  return hasErrors(findings) ? { findings } : { scheme: parts.scheme, findings };
}

/** As they stand in the files, the scheme first; equal places keep their order. */
function inOrder(findings: readonly Finding[], first: string): Finding[] {
  const order = ({ where }: Finding): readonly number[] => [where.file === first ? 0 : 1, where.line ?? 0, where.column ?? 0];
  return [...findings].sort((a, b) => {
    const [before, after] = [order(a), order(b)];
    return before.map((value, index) => value - (after[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

interface Shaped<T> {
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
}

function readShaped<T>(file: string, text: string, shape: z.ZodType<T>): Shaped<T> {
  const yaml = readYaml(file, text);
  if (yaml.findings.length > 0) return { value: undefined, findings: yaml.findings, positions: yaml.positions };
  const parsed = shape.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, findings: [], positions: yaml.positions };
  const findings = findingsOfIssues({
    issues: parsed.error.issues,
    value: yaml.value,
    positions: yaml.positions,
    schema: jsonSchemaOf(shape),
  });
  return { value: undefined, findings, positions: yaml.positions };
}
