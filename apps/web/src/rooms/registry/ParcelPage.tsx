/** 宗地页 — one piece of land: certificate and areas, buildings, who uses it, how it is let on, what was promised. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { ValueCell } from '../../furniture/ValueCell.js';
import { formatDate, formatNumber, type Value } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { LedgerTable } from './LedgerTable.js';
import { ledgerForms } from './ledgers.zh.js';
import { ParcelForm } from './ParcelForm.js';
import './registry.css';
import {
  buildWords,
  contractWords,
  idleWords,
  landUseWords,
  measureWords,
  occupancyWords,
  siteWords,
  tenureWords,
} from './words.zh.js';

type Full = Answer<'getParcel'>;

export function ParcelPage(): ReactNode {
  const { parcelId } = useParams({ from: '/office/registry/parcels/$parcelId' });
  const page = useQuery({ queryKey: ['registry', 'parcel', parcelId], queryFn: () => ask('getParcel', { path: { parcelId } }) });
  if (page.isPending) return <Loading what="宗地" />;
  if (page.data === undefined) return <Trouble error={page.error} again={() => void page.refetch()} />;
  return <Loaded full={page.data} key={parcelId} />;
}

function Loaded({ full }: { readonly full: Full }): ReactNode {
  const { parcel } = full;
  const queries = useQueryClient();
  const edits = useMay('registry.edit');
  const [editing, setEditing] = useState(false);
  const changed = (): void => void queries.invalidateQueries({ queryKey: ['registry'] });
  return (
    <Page
      title={`宗地 ${parcel.number}`}
      help="parcel"
      note={parcel.certificateNo ?? '没有登记不动产权证号'}
      actions={edits && <Button onClick={() => setEditing(true)}>修改</Button>}
    >
      <Areas full={full} />
      <LedgerTable
        form={ledgerForms.building}
        ownerId={parcel.parcelId}
        rows={full.buildings}
        head={<Floor floor={full.floorSqm} />}
        onChanged={changed}
      />
      <Users occupancies={full.occupancies} />
      <Block title="出租层级">
        {full.leaseTree.length === 0 ? <p className="quiet">没有登记租约。</p> : <LeaseTree leases={full.leaseTree} />}
      </Block>
      <Contracts contracts={full.contracts} />
      {editing && <ParcelForm parcel={parcel} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />}
    </Page>
  );
}

function Areas({ full }: { readonly full: Full }): ReactNode {
  const { parcel } = full;
  const area = (value: string | null | undefined): ReactNode => (
    <>
      <ValueCell value={value ?? { absent: 'missing' }} kind="number" decimals={2} />
      {value != null && ' ㎡'}
    </>
  );
  const word = (value: Value): ReactNode => <ValueCell value={value} kind="text" />;
  const day = (value: string | null | undefined): ReactNode => (value == null ? '—' : formatDate(value));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      '权利人',
      parcel.holderId == null ? (
        '—'
      ) : (
        <Link key="holder" to="/registry/enterprises/$subjectId" params={{ subjectId: parcel.holderId }}>
          {parcel.holderName}
        </Link>
      ),
    ],
    ['所属区域', word(parcel.regionName)],
    ['坐落', word(parcel.location ?? null)],
    ['用途', landUseWords[parcel.use]],
    ['权属', tenureWords[parcel.tenure]],
    ['证载面积', area(parcel.certificateAreaSqm)],
    ['实际面积', area(parcel.actualAreaSqm)],
    ['供地面积', parcel.suppliedAreaSqm == null ? '—' : area(parcel.suppliedAreaSqm)],
    ['实测面积', parcel.surveyedAreaSqm == null ? '—' : area(parcel.surveyedAreaSqm)],
    ['建设状态', buildWords[parcel.buildState]],
    ['取得日期', day(parcel.acquiredOn)],
    ['所在区块', parcel.siteKind == null ? '—' : siteWords[parcel.siteKind]],
    [
      '闲置类型',
      parcel.idleKind == null
        ? '—'
        : `${idleWords[parcel.idleKind]}${parcel.idleSince == null ? '' : `（${formatDate(parcel.idleSince)}起）`}`,
    ],
    ['措施分组', parcel.measureGroup == null ? '—' : measureWords[parcel.measureGroup]],
    ['腾退', parcel.vacatedOn == null ? '—' : `${formatDate(parcel.vacatedOn)} ${parcel.laterUse ?? ''}`],
  ];
  return (
    <section className="block">
      <dl className="strip">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Floor({ floor }: { readonly floor: Full['floorSqm'] }): ReactNode {
  if (floor.total === null) return null;
  const over = floor.left?.startsWith('-') === true;
  return (
    <p className={over ? 'warn-line' : 'quiet'}>
      建筑面积合计 {formatNumber(floor.total, 2)} ㎡，已出租 {formatNumber(floor.let, 2)} ㎡，
      {over
        ? `超出 ${formatNumber(floor.left?.slice(1) ?? '0', 2)} ㎡，请核对租约面积`
        : `余 ${formatNumber(floor.left ?? '0', 2)} ㎡`}
      。
    </p>
  );
}

function Users({ occupancies }: { readonly occupancies: Full['occupancies'] }): ReactNode {
  return (
    <Block title="谁在用">
      {occupancies.length === 0 ? (
        <p className="quiet">没有企业登记使用这宗地。请在企业页的“用地”中登记。</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>企业</th>
                <th>种类</th>
                <th>对方</th>
                <th className="number">土地面积（㎡）</th>
                <th className="number">建筑面积（㎡）</th>
                <th>起</th>
                <th>止</th>
              </tr>
            </thead>
            <tbody>
              {occupancies.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to="/registry/enterprises/$subjectId" params={{ subjectId: one.subjectId }}>
                      {one.subjectName}
                    </Link>
                  </td>
                  <td>{occupancyWords[one.kind]}</td>
                  <td>{one.counterpart ?? '—'}</td>
                  <td className="number">{one.landAreaSqm == null ? '—' : formatNumber(one.landAreaSqm, 2)}</td>
                  <td className="number">{one.floorAreaSqm == null ? '—' : formatNumber(one.floorAreaSqm, 2)}</td>
                  <td>{one.from == null ? '—' : formatDate(one.from)}</td>
                  <td>{one.until == null ? '至今' : formatDate(one.until)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}

function LeaseTree({ leases }: { readonly leases: Full['leaseTree'] }): ReactNode {
  return (
    <ul className="lease-tree">
      {leases.map((lease) => (
        <li key={lease.leaseId} style={{ paddingLeft: lease.depth * 28 }} className={lease.current ? '' : 'quiet'}>
          {lease.depth > 0 && <span aria-hidden="true">└ </span>}
          {lease.lessor} → <b>{lease.lessee}</b>{' '}
          <span className="quiet">
            {lease.floorAreaSqm !== null && `建筑 ${formatNumber(lease.floorAreaSqm, 2)} ㎡ `}
            {lease.landAreaSqm !== null && `土地 ${formatNumber(lease.landAreaSqm, 2)} ㎡ `}
            {lease.from === null ? '' : formatDate(lease.from)}–{lease.until === null ? '至今' : formatDate(lease.until)}
            {!lease.current && '（已到期）'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Contracts({ contracts }: { readonly contracts: Full['contracts'] }): ReactNode {
  return (
    <Block title="用地合同与约定">
      {contracts.length === 0 && <p className="quiet">没有登记合同。请在权利人的企业页登记出让合同、“标准地”协议。</p>}
      {contracts.map((contract) => (
        <p key={contract.id}>
          {contractWords[contract.kind]} {contract.number}
          {contract.overdue.length > 0 && <span className="status-mark status-grave">逾期：{contract.overdue.join('、')}</span>}
        </p>
      ))}
    </Block>
  );
}
