/** 审计台账的接口。 */
import { acts, type Bound } from '../../forms/route.js';
import { exportLedgerAction, readLedgerAction, signLedgerAction, verifyLedgerAction } from './actions/ledger.js';
import { exportLedger, readLedger, signLedger, verifyLedger } from './contract.js';

export const auditRoutes: readonly Bound[] = [
  acts(readLedger, readLedgerAction, ({ query }) => query),
  acts(exportLedger, exportLedgerAction, ({ query }) => query),
  acts(verifyLedger, verifyLedgerAction, ({ body }) => body),
  acts(signLedger, signLedgerAction, ({ body }) => body),
];
