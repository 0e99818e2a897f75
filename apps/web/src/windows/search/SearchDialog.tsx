/** 搜索 — enterprises by name, former name, code, pinyin; parcels by number; pages by title. Ctrl+K, arrows, Enter. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { TroubleLine } from '../../furniture/states.js';
import { rooms } from '../../office/rooms.zh.js';
import { type Permission, useWho } from '../../office/session.js';
import { sidePages } from '../../office/sidePages.js';
import { statusWords } from '../../rooms/registry/words.zh.js';
import './SearchDialog.css';

interface Hit {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  open(): void;
}

export function SearchDialog({ open, onClose }: { readonly open: boolean; onClose(): void }): ReactNode {
  return (
    <Dialog open={open} title="搜索" onClose={onClose}>
      <Search onClose={onClose} />
    </Dialog>
  );
}

function Search({ onClose }: { onClose(): void }): ReactNode {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(text.trim());
  const { hits, waiting, error } = useHits(wanted, onClose);
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : hits.length - 1;
      setAt(hits.length === 0 ? 0 : (at + step) % hits.length);
    }
    if (event.key === 'Enter') hits[at]?.open();
  };
  return (
    <div className="search">
      <input
        className="search-input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `search-hit-${at}` : undefined}
        aria-label="搜索"
        placeholder="名称、曾用名、信用代码、户号、拼音首字母，至少两个字"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <TroubleLine error={error} />
      <div id="search-hits" role="listbox" aria-label="搜索结果" className="search-hits">
        {hits.map((hit, place) => (
          <button
            key={hit.key}
            id={`search-hit-${place}`}
            type="button"
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            className={place === at ? 'search-at' : ''}
            onMouseEnter={() => setAt(place)}
            onClick={hit.open}
          >
            <small>{hit.kind}</small>
            <span>{hit.title}</span>
            <small className="quiet">{hit.note}</small>
          </button>
        ))}
      </div>
      {hits.length === 0 && (
        <p className="quiet">
          {wanted.length < 2
            ? '输入两个字即开始搜索。'
            : waiting
              ? '正在搜索…'
              : '没有找到。请换曾用名、信用代码或拼音首字母再试；只能搜到您管辖范围内的企业。'}
        </p>
      )}
    </div>
  );
}

function useHits(
  wanted: string,
  onClose: () => void,
): { readonly hits: readonly Hit[]; readonly waiting: boolean; readonly error: unknown } {
  const navigate = useNavigate();
  const { permissions } = useWho();
  const may = (permission: Permission): boolean => permissions.includes(permission);
  const reads = may('registry.read');
  const enabled = reads && wanted.length >= 2;
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => ask('search', { query: { q: wanted, limit: 12 }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
  const go = (to: () => unknown) => (): void => {
    onClose();
    to();
  };
  const openSubject = (subjectId: string) =>
    go(() => navigate({ to: '/registry/enterprises/$subjectId', params: { subjectId } }));
  const openParcel = (parcelId: string) => go(() => navigate({ to: '/registry/parcels/$parcelId', params: { parcelId } }));
  const open = [
    ...(reads ? rooms.flatMap((room) => room.pages).filter((page) => page.may === undefined || may(page.may)) : []),
    ...sidePages.filter((page) => page.may === null || page.may.some(may)),
  ];
  const pages = open.filter((page) => wanted !== '' && page.title.includes(wanted));
  const hits: Hit[] = [
    ...(enabled ? (found.data?.items ?? []) : []).flatMap((one): Hit[] => {
      const note = [one.detail, one.regionName, one.status === null || one.status === 'normal' ? null : statusWords[one.status]]
        .filter((word) => word !== null && word !== '')
        .join(' · ');
      const common = { key: one.id, title: one.title, note };
      if (one.kind === 'subject') {
        const kind = one.subjectKind === 'enterprise' || one.subjectKind === null ? '企业' : shortKinds[one.subjectKind];
        return [{ ...common, kind, open: openSubject(one.id) }];
      }
      return one.kind === 'parcel' ? [{ ...common, kind: '宗地', open: openParcel(one.id) }] : [];
    }),
    ...pages.map((page) => ({
      key: page.to,
      kind: '页面',
      title: page.title,
      note: '',
      open: go(() => navigate({ to: page.to })),
    })),
  ];
  return { hits, waiting: found.isFetching, error: enabled ? found.error : null };
}

const shortKinds: Readonly<Record<NonNullable<Item<'search'>['subjectKind']>, string>> = {
  enterprise: '企业',
  workshop: '作坊',
  person: '个人',
  land_holder: '单位',
  park: '园区',
  small_park: '小微园',
  town: '镇街',
  department: '部门',
};
