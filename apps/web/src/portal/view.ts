/** 企业端的地址 — which page, of which enterprise: kept in the address, so that the phone's back button works and a link can be kept. */
import { type MouseEvent, useSyncExternalStore } from 'react';

export const views = ['record', 'land', 'surveys', 'sheet', 'contacts', 'correct', 'account'] as const;
export type View = (typeof views)[number];

export interface Place {
  readonly view: View;
  /** Which of several enterprises. */
  readonly of: string | null;
  readonly year: number | null;
  readonly survey: string | null;
  readonly topic: string | null;
  /** Which 更正申请 a notice speaks of. */
  readonly asked: string | null;
}

const changed = 'muheng:view';
const listen = (act: () => void): (() => void) => {
  addEventListener('popstate', act);
  addEventListener(changed, act);
  return () => {
    removeEventListener('popstate', act);
    removeEventListener(changed, act);
  };
};

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(listen, () => location.search));
}

export function placeOf(search: string): Place {
  const words = new URLSearchParams(search);
  const year = Number(words.get('year') ?? '');
  return {
    view: views.find((view) => view === words.get('v')) ?? 'record',
    of: words.get('of'),
    year: Number.isInteger(year) && year > 1900 ? year : null,
    survey: words.get('survey'),
    topic: words.get('topic'),
    asked: words.get('asked'),
  };
}

/** Where another page is; the enterprise stays when nothing else is said. */
export function hrefOf(to: Partial<Place>, here: Place = placeOf(location.search)): string {
  const next = { view: 'record' as View, of: here.of, year: null, survey: null, topic: null, asked: null, ...to };
  const words = new URLSearchParams();
  if (next.of !== null) words.set('of', next.of);
  if (next.view !== 'record') words.set('v', next.view);
  for (const name of ['year', 'survey', 'topic', 'asked'] as const) if (next[name] !== null) words.set(name, String(next[name]));
  const said = words.toString();
  return `${location.pathname}${said === '' ? '' : `?${said}`}`;
}

export function go(to: Partial<Place>): void {
  history.pushState(null, '', hrefOf(to));
  dispatchEvent(new Event(changed));
  scrollTo(0, 0);
}

/** For `<a href={hrefOf(to)} onClick={follow(to)}>`: a plain press stays in the page, any other is the browser's. */
export const follow =
  (to: Partial<Place>) =>
  (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };

/** 短链接 /portal/haian — which office, where a server has several. */
export function slugOf(path: string): string | null {
  const slug = /^\/portal\/([a-z][a-z0-9-]{1,30})\/?$/.exec(path)?.[1] ?? null;
  return slug === 'enter' ? null : slug;
}
