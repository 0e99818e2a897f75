/** 新办法 — a template that passes the check: every rule stands there, marked `assumed` until the office fills in its own. */
import { schemeTemplate, sourceTemplate } from './template.zh.js';

export interface NewSchemeWish {
  readonly id: string;
  readonly title: string;
  readonly place: { readonly region: string; readonly name: string; readonly work: string; readonly office: string };
  readonly dataYear: number;
}

export interface NewScheme {
  /** scheme.yaml */
  readonly scheme: string;
  /** source.yaml */
  readonly source: string;
}

export function newScheme(wish: NewSchemeWish): NewScheme {
  const words: Readonly<Record<string, string>> = {
    id: wish.id,
    title: JSON.stringify(wish.title),
    region: JSON.stringify(wish.place.region),
    name: JSON.stringify(wish.place.name),
    work: JSON.stringify(wish.place.work),
    office: JSON.stringify(wish.place.office),
    dataYear: String(wish.dataYear),
    workYear: String(wish.dataYear + 1),
  };
  const filled = (template: string): string => template.replace(/<<(\w+)>>/g, (blank, key: string) => words[key] ?? blank);
  return { scheme: filled(schemeTemplate), source: filled(sourceTemplate) };
}
