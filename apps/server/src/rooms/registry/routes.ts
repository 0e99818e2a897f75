/** 企业用地库的接口 — each route bound to its action or read. */
import { acts, type Bound, reads } from '../../forms/route.js';
import { refuseForm } from '../../forms/texts.zh.js';
import { bulkAction, previewOf } from './actions/bulk.js';
import { decideClaimAction, proposeMoveAction } from './actions/claims.js';
import { addContactAction, editContactAction, unmaskAction } from './actions/contacts.js';
import { exportAction } from './actions/export.js';
import { beginImportAction, lookAgainAction, startImportAction } from './actions/imports.js';
import { setLandRuleAction } from './actions/landRule.js';
import { ledgerActions } from './actions/ledgers.js';
import { mergeAction, splitAction } from './actions/merge.js';
import { applyMergedAction, decideMergedAction, signMergedAction } from './actions/merged.js';
import { addOwnContactAction, answerCorrectionAction, askCorrectionAction, editOwnContactAction } from './actions/own.js';
import { addParcelAction, editParcelAction } from './actions/parcels.js';
import { startUndoImportAction } from './actions/startUndoImport.js';
import { editAction, registerAction, renameAction } from './actions/subjects.js';
import { archiveSurveyScanAction, signSurveyAction } from './actions/surveys.js';
import { undoAction } from './actions/undo.js';
import * as contract from './contract.js';
import { blankTable } from './imports/template.js';
import { findIndustries, industryChain, industryEdition } from './industries.js';
import { findLandRule } from './queries/land.js';
import { readChecks, readDuplicates } from './reads/checks.js';
import { readHistory } from './reads/history.js';
import { readFindings, readImport, readImports } from './reads/imports.js';
import { readLand, readParcel } from './reads/land.js';
import { readClaims, readParcels, readSubjects, readTotals } from './reads/lists.js';
import { readMergedSheet } from './reads/merged.js';
import {
  ownSubject,
  readCorrections,
  readOwnCorrections,
  readOwnPage,
  readOwnSubjects,
  readOwnSurveySheet,
} from './reads/own.js';
import { readSubjectPage } from './reads/subjectPage.js';
import { openSurveyScan, readSurveySheet } from './reads/surveySheet.js';

const ledgerRoutes = [...ledgerActions].flatMap(([name, actions]): Bound[] => {
  const { add, edit, close, remove } = contract.ledgerRoutes[name];
  return [
    acts(add, actions.add, ({ body }) => fieldsOf(body)),
    acts(edit, actions.edit, ({ params, body }) => ({ ...fieldsOf(params), ...fieldsOf(body) })),
    ...(close === null ? [] : [acts(close, actions.close, ({ params, body }) => ({ ...fieldsOf(params), ...fieldsOf(body) }))]),
    acts(remove, actions.remove, ({ params, body }) => ({ ...fieldsOf(params), ...fieldsOf(body) })),
  ];
});
const fieldsOf = (given: unknown): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(given ?? {}));

export const registryRoutes: readonly Bound[] = [
  reads(contract.listSubjects, (reading, { query }) => readSubjects(reading, query)),
  reads(contract.subjectTotals, (reading, { query }) => readTotals(reading, query)),
  reads(contract.getSubject, (reading, { params }) => readSubjectPage(reading, params.subjectId)),
  reads(contract.listOwnSubjects, (reading) => readOwnSubjects(reading)),
  reads(contract.getOwnSubject, (reading, { query }) => readOwnPage(reading, query.subjectId)),
  reads(contract.explainOwnLand, async (reading, { query }) =>
    readLand(reading, { ...query, subjectId: await ownSubject(reading, query.subjectId) }),
  ),
  reads(contract.getOwnSurveySheet, (reading, { params }) => readOwnSurveySheet(reading, params.surveyId)),
  acts(contract.addOwnContact, addOwnContactAction, ({ body }) => body),
  acts(contract.editOwnContact, editOwnContactAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.askCorrection, askCorrectionAction, ({ body }) => body),
  reads(contract.listOwnCorrections, (reading, { query }) => readOwnCorrections(reading, query)),
  reads(contract.listCorrections, (reading, { query: { state, ...query } }) =>
    readCorrections(reading, { ...query, ...(state === undefined ? {} : { open: state === 'open' }) }),
  ),
  acts(contract.answerCorrection, answerCorrectionAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.subjectHistory, (reading, { params }) => readHistory(reading, params.subjectId)),
  reads(contract.explainSubjectLand, (reading, { params, query }) => readLand(reading, { ...params, ...query })),
  reads(contract.listIndustryClasses, async (_reading, { query }) => ({
    edition: industryEdition,
    items: findIndustries(query.q, query.limit).map((one) => ({ ...one, chain: [...(industryChain(one.code) ?? [])] })),
  })),
  acts(contract.registerSubject, registerAction, ({ body }) => body),
  acts(contract.editSubject, editAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.renameSubject, renameAction, ({ params, body }) => ({ ...params, ...body })),
  ...ledgerRoutes,
  acts(contract.addEnterpriseContact, addContactAction, ({ body }) => body),
  acts(contract.editEnterpriseContact, editContactAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.unmaskEnterpriseContact, unmaskAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.proposeMove, proposeMoveAction, ({ body }) => body),
  reads(contract.listClaims, (reading, { query }) => readClaims(reading, query)),
  acts(contract.decideClaim, decideClaimAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.mergeSubjects, mergeAction, ({ body }) => body),
  acts(contract.splitSubject, splitAction, ({ body }) => body),
  reads(contract.previewBulk, (reading, { body }) => previewOf(reading, body, body.change)),
  acts(contract.applyBulk, bulkAction, ({ body }) => body),
  acts(contract.undoAction, undoAction, ({ body }) => body),
  reads(contract.listDuplicates, (reading, { query }) => readDuplicates(reading, query)),
  acts(contract.beginImport, beginImportAction, ({ query, file }) => {
    if (file === undefined) throw refuseForm('not_found');
    return { file, kind: query.kind, again: query.again === 'true' };
  }),
  reads(contract.listImports, (reading, { query }) => readImports(reading, query)),
  reads(contract.getImport, (reading, { params }) => readImport(reading, params.importId)),
  acts(contract.lookAgain, lookAgainAction, ({ params }) => params),
  acts(contract.runImport, startImportAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.undoImport, startUndoImportAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.importFindings, (reading, { params }) => readFindings(reading, params.importId)),
  reads(contract.importTemplate, (_reading, { params }) => blankTable(params.kind)),
  acts(contract.exportSubjects, exportAction, ({ body }) => body),
  reads(contract.listParcels, (reading, { query }) => readParcels(reading, query)),
  reads(contract.getParcel, (reading, { params }) => readParcel(reading, params.parcelId)),
  acts(contract.addParcel, addParcelAction, ({ body }) => body),
  acts(contract.editParcel, editParcelAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.getSurveySheet, (reading, { params }) => readSurveySheet(reading, params.surveyId)),
  acts(contract.signSurvey, signSurveyAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.archiveSurveyScan, archiveSurveyScanAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.downloadSurveyScan, (reading, { params }) => openSurveyScan(reading, params.surveyId)),
  acts(contract.applyMergedEvaluation, applyMergedAction, ({ body }) => body),
  reads(contract.readMergedSheet, (reading, { params }) => readMergedSheet(reading, params.mergedEvaluationId)),
  acts(contract.signMergedEvaluation, signMergedAction, ({ params, body }) => ({ ...params, ...body })),
  acts(contract.decideMergedEvaluation, decideMergedAction, ({ params, body }) => ({ ...params, ...body })),
  reads(contract.listChecks, (reading, { query }) => readChecks(reading, query)),
  reads(contract.getLandRule, async ({ tx, actor }, { params }) => {
    const rule = await findLandRule(tx, actor.officeId, params.year);
    if (rule === undefined) return null;
    const { round_to, round_by } = rule;
    return {
      ...{ muDivisor: rule.mu_divisor, round: round_to === null || round_by === null ? null : { to: round_to, by: round_by } },
      ...{ basis: rule.basis, monthsBy: rule.months_by, floorPerMu: rule.floor_per_mu, excess: rule.excess, method: rule.method },
      ...{ collective: rule.collective, overdueAfterMonths: rule.overdue_after_months, sumCheck: rule.sum_check },
      ...{ clause: rule.clause, version: rule.version },
    };
  }),
  acts(contract.setLandRule, setLandRuleAction, ({ params, body }) => ({ ...params, ...body })),
];
