/** 路由 — every page of the office by its address; what is not on the first screen is loaded when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Todo } from '../windows/todo/Todo.js';
import { Enter } from './Enter.js';
import { Office } from './Office.js';
import { NotFound } from './Shell.js';

/** Fetched one by one when the first screen stands, so that a page still opens when the network has gone. */
const pages = {
  Account: () => import('./Account.js'),
  Checks: () => import('../rooms/registry/Checks.js'),
  Claims: () => import('../rooms/registry/Claims.js'),
  Duplicates: () => import('../rooms/registry/Duplicates.js'),
  EnterprisePage: () => import('../rooms/registry/EnterprisePage.js'),
  Import: () => import('../rooms/registry/Import.js'),
  LandRule: () => import('../rooms/registry/LandRule.js'),
  LeadingGroup: () => import('../corridors/people/LeadingGroup.js'),
  Ledger: () => import('../corridors/audit/Ledger.js'),
  ParcelList: () => import('../rooms/registry/ParcelList.js'),
  ParcelPage: () => import('../rooms/registry/ParcelPage.js'),
  Places: () => import('../corridors/people/Places.js'),
  SubjectList: () => import('../rooms/registry/SubjectList.js'),
  SurveySheet: () => import('../rooms/registry/SurveySheet.js'),
  Users: () => import('../corridors/people/Users.js'),
  YearPage: () => import('../corridors/year/YearPage.js'),
} as const;

const root = createRootRoute({ notFoundComponent: NotFound });
const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: Enter });
const office = createRoute({ getParentRoute: () => root, id: 'office', component: Office });
const start = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/todo', replace: true });
  },
});
const under = () => office;
const todo = createRoute({ getParentRoute: under, path: '/todo', component: Todo });
const account = createRoute({
  getParentRoute: under,
  path: '/account',
  component: lazyRouteComponent(pages.Account, 'Account'),
});
const year = createRoute({
  getParentRoute: under,
  path: '/year',
  component: lazyRouteComponent(pages.YearPage, 'YearPage'),
});

const people = [
  createRoute({
    getParentRoute: under,
    path: '/people/places',
    component: lazyRouteComponent(pages.Places, 'Places'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/people/users',
    component: lazyRouteComponent(pages.Users, 'Users'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/people/leading-group',
    component: lazyRouteComponent(pages.LeadingGroup, 'LeadingGroup'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/audit',
    component: lazyRouteComponent(pages.Ledger, 'Ledger'),
  }),
] as const;

const registry = [
  createRoute({
    getParentRoute: under,
    path: '/registry',
    component: lazyRouteComponent(pages.SubjectList, 'SubjectList'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/enterprises/$subjectId',
    validateSearch: (search: Record<string, unknown>): { why?: 'land' } => (search.why === 'land' ? { why: 'land' } : {}),
    component: lazyRouteComponent(pages.EnterprisePage, 'EnterprisePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/parcels',
    component: lazyRouteComponent(pages.ParcelList, 'ParcelList'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/parcels/$parcelId',
    component: lazyRouteComponent(pages.ParcelPage, 'ParcelPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/checks',
    component: lazyRouteComponent(pages.Checks, 'Checks'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/claims',
    component: lazyRouteComponent(pages.Claims, 'Claims'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/duplicates',
    component: lazyRouteComponent(pages.Duplicates, 'Duplicates'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/import',
    component: lazyRouteComponent(pages.Import, 'Import'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/land-rule',
    component: lazyRouteComponent(pages.LandRule, 'LandRule'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/surveys/$surveyId',
    component: lazyRouteComponent(pages.SurveySheet, 'SurveySheet'),
  }),
] as const;

const elsewhere = createRoute({ getParentRoute: under, path: '/$', component: NotFound });

const tree = root.addChildren([enter, office.addChildren([start, todo, account, year, ...people, ...registry, elsewhere])]);

export async function fetchPages(): Promise<void> {
  for (const fetchPage of Object.values(pages)) await fetchPage().catch(() => undefined);
}

export function makeRouter() {
  return createRouter({ routeTree: tree, defaultPreload: 'intent' });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
