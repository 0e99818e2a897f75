/** 登录之后 — first what must be done before anything else (a new password, a second factor), then which enterprise, then its pages. */
import { type ReactNode, useEffect } from 'react';
import { type Answer, ask } from '../api/ask.js';
import { useAsked } from './asking.js';
import { Corrections } from './Corrections.js';
import { placeOfNotice, type Unread } from './Notices.js';
import { OwnAccount } from './OwnAccount.js';
import { OwnContacts } from './OwnContacts.js';
import { OwnLand } from './OwnLand.js';
import { OwnRecord } from './OwnRecord.js';
import { OwnSheet, OwnSurveys } from './OwnSurveys.js';
import type { Who } from './Portal.js';
import { Card, To, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';
import { usePlace, type View } from './view.js';

export type Mine = Answer<'listOwnSubjects'>;
/** The enterprise that is looked at, among those of this account. */
export interface Chosen {
  readonly who: Who;
  readonly mine: Mine;
  readonly subjectId: string;
  readonly unread: Unread;
}

interface InsideProps {
  readonly who: Who;
  onEntered(who: Who): void;
}

export function Inside({ who, onEntered }: InsideProps): ReactNode {
  const { view } = usePlace();
  if (!who.roles.some(({ role }) => role === 'enterprise_user')) return <Staff />;
  const { secondFactor } = who;
  const first = who.passwordOld || (secondFactor.needed && !secondFactor.used);
  if (first || view === 'account') return <OwnAccount who={who} first={first} onEntered={onEntered} />;
  return <Enterprise who={who} />;
}

const titles: Readonly<Record<View, string>> = {
  record: '本企业登记',
  land: '净用地逐月来历',
  surveys: '用地核查单',
  sheet: '用地核查单',
  contacts: '联系人',
  correct: '更正申请',
  account: '我的账号',
};

function Enterprise({ who }: { readonly who: Who }): ReactNode {
  const { view, of } = usePlace();
  const mine = useAsked(who.userId, () => ask('listOwnSubjects', {}));
  const unread = useAsked(`notices ${who.userId}`, () => ask('readNotices', { query: { unread: 'true', limit: 100 } }));
  useEffect(() => {
    document.title = `${titles[view]} · ${portalTexts.name}`;
  }, [view]);
  if (mine.data === null) return mine.problem === null ? <Waiting /> : <Trouble problem={mine.problem} again={mine.again} />;
  const { items } = mine.data;
  const subjectId =
    items.find((one) => one.subjectId === of)?.subjectId ?? (items.length === 1 ? items[0]?.subjectId : undefined);
  if (items.length === 0) return <Nobody />;
  if (subjectId === undefined) return <Choose items={items} unread={unread} />;
  const chosen: Chosen = { who, mine: mine.data, subjectId, unread };
  const pages: Readonly<Record<Exclude<View, 'account'>, ReactNode>> = {
    record: <OwnRecord {...chosen} />,
    land: <OwnLand {...chosen} />,
    surveys: <OwnSurveys {...chosen} />,
    sheet: <OwnSheet {...chosen} />,
    contacts: <OwnContacts {...chosen} />,
    correct: <Corrections {...chosen} />,
  };
  // A page of one enterprise keeps nothing when another is chosen.
  return <div key={subjectId}>{view === 'account' ? null : pages[view]}</div>;
}

function Choose({ items, unread }: { readonly items: Mine['items']; readonly unread: Unread }): ReactNode {
  const notices = unread.data?.items ?? [];
  const newOf = (subjectId: string): number => notices.filter((one) => placeOfNotice(one)?.of === subjectId).length;
  return (
    <Card title={`您的账号办理 ${items.length} 户，请选择`}>
      <ul className="portal-choose">
        {items.map((one) => (
          <li key={one.subjectId}>
            <To to={{ of: one.subjectId, view: 'record' }}>{one.name}</To>
            {newOf(one.subjectId) > 0 && <b className="portal-new">新通知 {newOf(one.subjectId)}</b>}
            <span className="quiet">
              {[one.creditCode ?? '没有登记信用代码', one.regionName].filter((word) => word !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Nobody(): ReactNode {
  return (
    <Card title={portalTexts.nobodyTitle}>
      <p>{portalTexts.nobody}</p>
      <p>
        <To to={{ view: 'account' }}>我的账号</To>
      </p>
    </Card>
  );
}

/** 工作人员走错了门. */
function Staff(): ReactNode {
  return (
    <Card title={portalTexts.staffTitle}>
      <p>
        {portalTexts.staff} <a href="/">进入办公端</a>
      </p>
    </Card>
  );
}
