/** 企业页 — the window on one enterprise: everything known of it, on one page, each part where it can be worked on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { Contacts } from './Contacts.js';
import { EditSubject, Rename } from './EditSubject.js';
import { LandBlock } from './LandBlock.js';
import { LedgerTable } from './LedgerTable.js';
import { ledgerForms } from './ledgers.zh.js';
import { Merged } from './Merged.js';
import { ProposeMove } from './ProposeMove.js';
import './registry.css';
import { SplitSubject } from './SplitSubject.js';
import { StatusMark } from './StatusMark.js';
import { SubjectTimeLine } from './SubjectTimeLine.js';
import { blockWords, claimWords, kindWords, meterWords, placeWords, scaleWords } from './words.zh.js';

type Full = Answer<'getSubject'>;

export function EnterprisePage(): ReactNode {
  const { subjectId } = useParams({ from: '/office/registry/enterprises/$subjectId' });
  const page = useQuery({
    queryKey: ['registry', 'subject', subjectId],
    queryFn: () => ask('getEnterprisePage', { path: { subjectId } }),
  });
  if (page.isPending) return <Loading what="企业登记" />;
  if (page.data === undefined) return <Trouble error={page.error} again={() => void page.refetch()} />;
  return <Loaded page={page.data} key={subjectId} />;
}

const parts = [
  ['places', '四地'],
  ['identifiers', '证照'],
  ['land', '用地'],
  ['meters', '户号'],
  ['standing', '状态与称号'],
  ['people', '联系人'],
  ['relations', '关联'],
  ['history', '时间线'],
] as const;

function Loaded({ page }: { readonly page: Answer<'getEnterprisePage'> }): ReactNode {
  const full = page.registry;
  const { subject } = full;
  const { subjectId } = subject;
  const queries = useQueryClient();
  const tell = useTell();
  const edits = useMay('registry.edit');
  const merges = useMay('registry.merge');
  const stands = subject.mergedInto === null;
  const [doing, setDoing] = useState<'edit' | 'rename' | 'move' | 'split' | null>(null);
  const changed = (): void => void queries.invalidateQueries({ queryKey: ['registry'] });
  const done = (words: string): void => {
    setDoing(null);
    tell({ words });
    changed();
  };
  const own = { ownerId: subjectId, onChanged: changed };
  const meters = full.meters.map((meter) => ({ value: meter.id, label: `${meterWords[meter.kind]} ${meter.account}` }));

  return (
    <Page
      title={subject.name}
      help="enterprise"
      note={
        full.formerNames.length > 0
          ? `曾用名：${full.formerNames.map((one) => `${one.name}（至 ${one.until === null ? '今' : formatDate(one.until)}）`).join('、')}`
          : undefined
      }
      actions={
        edits &&
        stands && (
          <>
            {merges && <Button onClick={() => setDoing('split')}>拆分</Button>}
            <Button onClick={() => setDoing('move')}>提出属地划转</Button>
            <Button onClick={() => setDoing('rename')}>更名</Button>
            <Button onClick={() => setDoing('edit')}>修改基本情况</Button>
          </>
        )
      }
    >
      <Identity full={full} />
      <nav className="anchors screen-only" aria-label="本页各部分">
        {parts.map(([id, title]) => (
          <a key={id} href={`#${id}`} onClick={(event) => jump(event, id)}>
            {title}
          </a>
        ))}
      </nav>
      {(subject.kind === 'park' || subject.kind === 'small_park') && (
        <LedgerTable form={ledgerForms.parkProfile} rows={full.parkProfiles} {...own} />
      )}
      <div id="places">
        <LedgerTable
          form={ledgerForms.place}
          rows={inOrder(full.places)}
          draw={(row, field) => {
            const place = full.places.find((one) => one.id === row.id);
            return field.key === 'role' && place !== undefined && place.state !== 'claimed' ? (
              <>
                {ledgerForms.place.fields[0]?.choices?.find((one) => one.value === place.role)?.label}{' '}
                <span className="status-mark">{claimWords[place.state]}</span>
              </>
            ) : undefined;
          }}
          {...own}
        />
      </div>
      <div id="identifiers" className="columns-2">
        <LedgerTable form={ledgerForms.identifier} rows={full.identifiers} {...own} />
        <LedgerTable form={ledgerForms.industry} rows={full.industries} {...own} />
      </div>
      <LandBlock full={full} onChanged={changed} />
      <div id="meters" className="columns-2">
        <LedgerTable form={ledgerForms.meter} rows={full.meters} {...own} />
        <LedgerTable form={ledgerForms.meterShare} rows={full.meterShares} meters={meters} {...own} />
      </div>
      <div id="standing" className="columns-2">
        <LedgerTable form={ledgerForms.status} rows={full.statuses} {...own} />
        <LedgerTable form={ledgerForms.scale} rows={full.scales} {...own} />
        <LedgerTable form={ledgerForms.title} rows={full.titles} {...own} />
        <LedgerTable
          form={ledgerForms.transition}
          rows={full.transitions}
          head={
            full.transitions.some((one) => one.warns) && <p className="warn-line">过渡期将在 60 天内届满，请研究是否延期。</p>
          }
          {...own}
        />
      </div>
      <div id="people">
        <Contacts contacts={full.contacts} subjectId={subjectId} onChanged={changed} />
      </div>
      <div id="relations" className="columns-2">
        <LedgerTable form={ledgerForms.relation} rows={full.relations} {...own} />
        <Merged merged={full.merged} subject={subject} onChanged={changed} />
      </div>
      <SubjectTimeLine page={page} subjectId={subjectId} />
      {doing === 'split' && <SplitSubject full={full} onClose={() => setDoing(null)} />}
      {doing === 'move' && <ProposeMove subject={subject} onDone={done} onClose={() => setDoing(null)} />}
      {doing === 'edit' && <EditSubject subject={subject} onDone={done} onClose={() => setDoing(null)} />}
      {doing === 'rename' && <Rename subject={subject} onDone={done} onClose={() => setDoing(null)} />}
    </Page>
  );
}

/** 注册地, 生产地, 税收入库地, 统计在库地. */
function inOrder(places: Full['places']): Full['places'] {
  const order = Object.keys(placeWords);
  return [...places].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

function jump(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
}

function Identity({ full }: { readonly full: Full }): ReactNode {
  const { subject } = full;
  const scale = [...full.scales].sort((a, b) => b.year - a.year)[0];
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['统一社会信用代码', subject.creditCode ?? <Lacking key="lacking" />],
    ['种类', kindWords[subject.kind]],
    ['经营状态', <StatusMark key="status" status={subject.status} />],
    ['所属区域', subject.regionName ?? <Lacking key="lacking" />],
    ['园区', subject.parkName ?? '—'],
    ['行业', subject.industryCode === null ? '—' : `${subject.industryCode} ${subject.industryName ?? ''}`],
    [
      '规模',
      scale === undefined ? (
        <span key="scale" className="absent absent-not_reported">
          未报
        </span>
      ) : (
        `${scaleWords[scale.scale]}（${scale.year} 年）`
      ),
    ],
    ['地址', subject.address ?? '—'],
    ['成立', subject.foundedOn === null ? '—' : formatDate(subject.foundedOn)],
    ['投产', subject.productionFrom === null ? '—' : formatDate(subject.productionFrom)],
  ];
  return (
    <section className="block">
      {subject.mergedInto !== null && <p className="warn-line">此户已合并到另一户，仅供查阅。</p>}
      {subject.blocks.length > 0 && (
        <p className="warn-line">注意：{subject.blocks.map((block) => blockWords[block]).join('；')}</p>
      )}
      <dl className="strip">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {subject.note !== null && <p className="quiet">备注：{subject.note}</p>}
    </section>
  );
}

const Lacking = (): ReactNode => <span className="absent absent-missing">缺</span>;
