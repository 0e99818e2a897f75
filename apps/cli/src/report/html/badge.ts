/** A class as shape, colour and name; a change as old → new. */
import type { Scheme } from '@muheng/scheme';
import { gradeLook } from '../grades.js';
import type { SubjectLine } from '../subjects.js';
import { escaped } from './markup.js';

export function badge(scheme: Scheme, place: number): string {
  const grade = scheme.grades.classes[place];
  if (grade === undefined) return '<span class="badge none">—</span>';
  const { shape } = gradeLook(place, scheme.grades.classes.length);
  const label = grade.label === undefined ? '' : ` title="${escaped(grade.label)}"`;
  return `<span class="badge g${place}"${label}><i aria-hidden="true">${shape}</i>${escaped(grade.name)}</span>`;
}

/** `◆ D类 → ▲ C类` where the rules changed the class, the class alone where not. */
export function gradeCell(scheme: Scheme, line: SubjectLine): string {
  if (line.rankedOnly && line.grade < 0) return '';
  if (line.grade < 0 && line.computedGrade < 0) return `<span class="status">${escaped(line.status)}</span>`;
  if (line.grade === line.computedGrade || line.statusId === 'merged') return badge(scheme, line.grade);
  const old = line.computedGrade < 0 ? '' : `<s>${badge(scheme, line.computedGrade)}</s><span class="arrow">→</span>`;
  return `${old}${badge(scheme, line.grade)}`;
}

/** Colours of the classes as CSS variables, for a light and for a dark page. */
export function gradeColours(scheme: Scheme): string {
  const looks = scheme.grades.classes.map((_, place) => gradeLook(place, scheme.grades.classes.length));
  const light = looks.map((look, place) => `.g${place}{--c:${look.colour};--b:${look.background}}`).join('');
  const dark = looks.map((look, place) => `.g${place}{--c:${look.dark.colour};--b:${look.dark.background}}`).join('');
  return `${light}@media screen and (prefers-color-scheme:dark){${dark}}`;
}

/** What the class filter of the page compares: the class's place, −1 = not graded, nothing where the scheme has no classes. */
export const filterKey = (line: SubjectLine): string => (line.grade < 0 && line.rankedOnly ? '' : String(line.grade));
