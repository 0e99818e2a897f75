/** The addresses of the portal. */
import { expect, it } from 'vitest';
import { placeOf, slugOf } from './view.js';

it('reads a page from its address, and anything unknown as the first page', () => {
  const nothing = { view: 'record', of: null, year: null, survey: null, topic: null, asked: null };
  expect(placeOf('?of=7&v=land&year=2024')).toEqual({ ...nothing, view: 'land', of: '7', year: 2024 });
  expect(placeOf('?v=correct&of=7&asked=a1')).toEqual({ ...nothing, view: 'correct', of: '7', asked: 'a1' });
  expect(placeOf('?v=moon&year=soon')).toEqual(nothing);
});

it.each([
  ['/portal/haian', 'haian'],
  ['/portal/haian/', 'haian'],
  ['/portal', null],
  ['/portal/enter', null],
  ['/portal/Haian', null],
  ['/portal/a/b', null],
])('the office of %s is %s', (path, slug) => {
  expect(slugOf(path)).toBe(slug);
});
