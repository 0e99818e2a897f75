/** 路由 — every page of the office by its address; what is not on the first screen is loaded when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Todo } from '../windows/todo/Todo.js';
import { Enter } from './Enter.js';
import { Office } from './Office.js';
import { Broken, NotFound } from './Shell.js';

/** Fetched one by one when the first screen stands, so that a page still opens when the network has gone. */
const pages = {
  Account: () => import('./Account.js'),
  Checks: () => import('../rooms/registry/Checks.js'),
  Claims: () => import('../rooms/registry/Claims.js'),
  CorrectionList: () => import('../rooms/registry/CorrectionList.js'),
  DocumentList: () => import('../corridors/documents/DocumentList.js'),
  DocumentPage: () => import('../corridors/documents/DocumentPage.js'),
  Duplicates: () => import('../rooms/registry/Duplicates.js'),
  EnterprisePage: () => import('../rooms/registry/EnterprisePage.js'),
  FilesPage: () => import('../corridors/files/FilesPage.js'),
  Import: () => import('../rooms/registry/Import.js'),
  JobsPage: () => import('../corridors/jobs/JobsPage.js'),
  LandRule: () => import('../rooms/registry/LandRule.js'),
  LeadingGroup: () => import('../corridors/people/LeadingGroup.js'),
  Ledger: () => import('../corridors/audit/Ledger.js'),
  NoticesPage: () => import('../corridors/notices/NoticesPage.js'),
  ParcelList: () => import('../rooms/registry/ParcelList.js'),
  ParcelPage: () => import('../rooms/registry/ParcelPage.js'),
  Places: () => import('../corridors/people/Places.js'),
  SettingsPage: () => import('../corridors/settings/SettingsPage.js'),
  SignInIdentity: () => import('./SignInIdentity.js'),
  SubjectList: () => import('../rooms/registry/SubjectList.js'),
  SurveySheet: () => import('../rooms/registry/SurveySheet.js'),
  Users: () => import('../corridors/people/Users.js'),
  YearPage: () => import('../corridors/year/YearPage.js'),
} as const;

const root = createRootRoute({ notFoundComponent: NotFound });
const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: Enter });
const identity = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/identity',
  component: lazyRouteComponent(pages.SignInIdentity, 'SignInIdentity'),
});
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

const desk = [
  createRoute({
    getParentRoute: under,
    path: '/documents',
    component: lazyRouteComponent(pages.DocumentList, 'DocumentList'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/$documentId',
    component: lazyRouteComponent(pages.DocumentPage, 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/files',
    component: lazyRouteComponent(pages.FilesPage, 'FilesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/jobs',
    component: lazyRouteComponent(pages.JobsPage, 'JobsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/notices',
    component: lazyRouteComponent(pages.NoticesPage, 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/settings',
    component: lazyRouteComponent(pages.SettingsPage, 'SettingsPage'),
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
    path: '/registry/corrections',
    component: lazyRouteComponent(pages.CorrectionList, 'CorrectionList'),
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
    path: '/registry/import/$importId',
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

const tree = root.addChildren([
  enter,
  identity,
  office.addChildren([start, todo, account, year, ...people, ...desk, ...registry, elsewhere]),
]);

export async function fetchPages(): Promise<void> {
  for (const fetchPage of Object.values(pages)) await fetchPage().catch(() => undefined);
}

export function makeRouter() {
  return createRouter({ routeTree: tree, defaultPreload: 'intent', defaultErrorComponent: Broken });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
