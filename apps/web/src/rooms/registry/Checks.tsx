/** 用地核对 — what contradicts itself or runs out, worked down in place: the enterprise opens beside the list, the list stays. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Item } from '../../api/ask.js';
import { ChartFrame } from '../../furniture/ChartFrame.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { FindingList, type Found, type Severity } from '../../furniture/FindingList.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { Block, Page } from '../../office/Page.js';
import { useYear } from '../../office/year.js';
import { LedgerTable } from './LedgerTable.js';
import { ledgerForms } from './ledgers.zh.js';
import './registry.css';
import { checkWords } from './words.zh.js';

type Check = Item<'listChecks'>;
type Kind = Check['kind'];

const severityOf: Readonly<Record<Kind, Severity>> = {
  occupancy_overlaps: 'error',
  parcel_over_let: 'error',
  building_over_let: 'error',
  parcel_sum: 'error',
  meter_over_shared: 'error',
  subject_without_code: 'error',
  subject_without_region: 'error',
  lease_without_parent: 'warning',
  lease_one_sided: 'warning',
  lease_without_contract: 'warning',
  occupancy_expired: 'warning',
  contract_overdue: 'warning',
  place_disputed: 'warning',
  transition_ends: 'note',
  title_ends: 'note',
};

export function Checks(): ReactNode {
  const { dataYear } = useYear();
  const [kind, setKind] = useState<Kind | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['registry', 'checks', kind, dataYear],
    queryFn: () => ask('listChecks', { query: { year: dataYear, limit: 1000, ...(kind === null ? {} : { kind }) } }),
  });
  const again = (): void => void queries.invalidateQueries({ queryKey: ['registry', 'checks'] });
  return (
    <Page
      title="用地核对"
      help="checks"
      note="登记之间互相矛盾、或将要到期的事项；点名称在右侧处理，不离开本页。"
      actions={
        <>
          <Select<Kind | ''>
            aria-label="种类"
            className="check-kind"
            value={kind ?? ''}
            options={[{ value: '', label: '全部种类' }, ...choicesOf(checkWords)]}
            onChange={(next) => setKind(next === '' ? null : next)}
          />
          <Button onClick={again} loading={list.isFetching}>
            重新核对
          </Button>
        </>
      }
    >
      {list.isPending ? (
        <Loading what="核对结果" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : (
        <div className="check-columns">
          <Block title="逐条处理">
            <FindingList
              found={graveFirst(list.data.items).map((check, place) => foundOf(check, place, setBeside))}
              none="没有需要处理的事项。"
            />
          </Block>
          <Block title="分布">
            <ChartFrame
              title="核对事项"
              unit="条"
              bars={barsOf(list.data.counts)}
              source="按当前登记即时核对"
              onOpen={(bar) => setKind(kindOf(bar.label))}
            />
          </Block>
        </div>
      )}
      {beside !== null && <Beside subjectId={beside} onClose={() => setBeside(null)} onChanged={again} />}
    </Page>
  );
}

const graveFirst = (checks: readonly Check[]): Check[] => {
  const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
  return [...checks].sort((a, b) => weights[severityOf[a.kind]] - weights[severityOf[b.kind]]);
};
const isKind = (value: string): value is Kind => Object.hasOwn(checkWords, value);
const kindOf = (label: string): Kind | null => choicesOf(checkWords).find((one) => one.label === label)?.value ?? null;

function barsOf(counts: Answer<'listChecks'>['counts']): { label: string; value: number }[] {
  const bars = Object.entries(counts).flatMap(([key, value]) =>
    isKind(key) && value !== undefined ? [{ label: checkWords[key], value }] : [],
  );
  return bars.sort((a, b) => b.value - a.value);
}

function foundOf(check: Check, place: number, open: (subjectId: string) => void): Found {
  const { subjectId, subjectName, parcelId, parcelNumber } = check;
  return {
    id: `${place} ${check.kind} ${check.rowIds.join(' ')}`,
    severity: severityOf[check.kind],
    place: (
      <>
        {checkWords[check.kind]}
        {subjectId !== null && (
          <>
            {' · '}
            <button type="button" className="link-button" onClick={() => open(subjectId)}>
              {subjectName ?? '企业'}
            </button>
          </>
        )}
        {parcelId !== null && (
          <>
            {' · '}
            <Link to="/registry/parcels/$parcelId" params={{ parcelId }}>
              宗地 {parcelNumber}
            </Link>
          </>
        )}
      </>
    ),
    message: check.message,
    remedy: check.remedy,
    ...(subjectId === null
      ? {}
      : {
          action: (
            <Button size="small" onClick={() => open(subjectId)}>
              处理
            </Button>
          ),
        }),
  };
}

/** The enterprise's land, leases and meters from the right: what most checks are about. */
function Beside({
  subjectId,
  onClose,
  onChanged,
}: {
  readonly subjectId: string;
  onClose(): void;
  onChanged(): void;
}): ReactNode {
  const queries = useQueryClient();
  const page = useQuery({
    queryKey: ['registry', 'subject', subjectId],
    queryFn: () => ask('getSubject', { path: { subjectId } }),
  });
  const changed = (): void => {
    void queries.invalidateQueries({ queryKey: ['registry', 'subject', subjectId] });
    onChanged();
  };
  const own = { ownerId: subjectId, onChanged: changed };
  return (
    <Dialog open shape="broad-side" title={page.data?.subject.name ?? '处理'} onClose={onClose}>
      {page.isPending ? (
        <Loading what="登记" />
      ) : page.data === undefined ? (
        <Trouble error={page.error} />
      ) : (
        <div className="columns-land">
          <p>
            <Link to="/registry/enterprises/$subjectId" params={{ subjectId }}>
              打开企业页
            </Link>
          </p>
          <LedgerTable form={ledgerForms.occupancy} rows={page.data.occupancies} {...own} />
          <LedgerTable form={ledgerForms.identifier} rows={page.data.identifiers} {...own} />
          <LedgerTable
            form={ledgerForms.meterShare}
            rows={page.data.meterShares}
            meters={page.data.meters.map((meter) => ({ value: meter.id, label: meter.account }))}
            {...own}
          />
          <LedgerTable form={ledgerForms.transition} rows={page.data.transitions} {...own} />
          <LedgerTable form={ledgerForms.title} rows={page.data.titles} {...own} />
          <LedgerTable form={ledgerForms.contract} rows={page.data.contracts} {...own} />
        </div>
      )}
    </Dialog>
  );
}
