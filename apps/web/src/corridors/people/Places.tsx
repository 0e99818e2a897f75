/** 区域与单位 — the region tree with its dated codes; organisations with their contacts by role. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { today } from '../../rooms/registry/ledgerRow.js';
import { regionChoices, useRegions } from '../../rooms/registry/regions.js';
import type { Organisation } from './organisations.js';
import { contactRoleWords, organisationKindWords, regionKindWords } from './words.zh.js';

type Region = Item<'listRegions'>;
type Doing = 'region' | 'organisation' | { readonly contactOf: Organisation };

export function Places(): ReactNode {
  const administers = useMay('office.administer');
  const edits = useMay('people.edit');
  const regions = useQuery({ queryKey: ['regions'], queryFn: () => ask('listRegions', {}) });
  const organisations = useQuery({ queryKey: ['people', 'organisations'], queryFn: () => ask('listOrganisations', {}) });
  const [doing, setDoing] = useState<Doing | null>(null);
  return (
    <Page title="区域与单位" help="people">
      <div className="columns-2">
        <Block
          title="区域"
          actions={
            administers && (
              <Button size="small" onClick={() => setDoing('region')}>
                新增区域
              </Button>
            )
          }
        >
          {regions.isPending ? (
            <Loading what="区域" />
          ) : regions.data === undefined ? (
            <Trouble error={regions.error} />
          ) : (
            <Tree regions={regions.data.items} parentId={null} />
          )}
        </Block>
        <Block
          title="单位与联系人"
          actions={
            administers && (
              <Button size="small" onClick={() => setDoing('organisation')}>
                新增单位
              </Button>
            )
          }
        >
          {organisations.isPending ? (
            <Loading what="单位" />
          ) : organisations.data === undefined ? (
            <Trouble error={organisations.error} />
          ) : (
            <div className="table-scroll">
              <table className="plain-table">
                <thead>
                  <tr>
                    {['单位', '类别', '联系人'].map((title) => (
                      <th key={title}>{title}</th>
                    ))}
                    <th aria-label="办理" />
                  </tr>
                </thead>
                <tbody>
                  {organisations.data.items.map((one) => (
                    <tr key={one.organisationId}>
                      <td>
                        {one.name}
                        {one.closedOn !== null && <span className="quiet">（已撤销）</span>}
                      </td>
                      <td>{organisationKindWords[one.kind]}</td>
                      <td>
                        {one.contacts
                          .map(
                            (contact) =>
                              `${contactRoleWords[contact.role]} ${contact.name}${contact.phoneMasked === null ? '' : ` ${contact.phoneMasked}`}`,
                          )
                          .join('；') || '—'}
                      </td>
                      <td className="row-actions">
                        {edits && (
                          <Button size="small" type="link" onClick={() => setDoing({ contactOf: one })}>
                            指定联系人
                          </Button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Block>
      </div>
      {doing === 'region' && <AddRegion onClose={() => setDoing(null)} />}
      {doing === 'organisation' && <AddOrganisation onClose={() => setDoing(null)} />}
      {doing !== null && typeof doing === 'object' && (
        <AddContact organisation={doing.contactOf} onClose={() => setDoing(null)} />
      )}
    </Page>
  );
}

function Tree({ regions, parentId }: { readonly regions: readonly Region[]; readonly parentId: string | null }): ReactNode {
  const known = new Set(regions.map((one) => one.regionId));
  const own = regions.filter((one) =>
    parentId === null ? one.parentId === null || !known.has(one.parentId) : one.parentId === parentId,
  );
  if (own.length === 0) return null;
  return (
    <ul className="region-tree">
      {own.map((region) => (
        <li key={region.regionId}>
          {region.name}{' '}
          <span className="quiet">{[regionKindWords[region.kind], region.code].filter((word) => word !== null).join(' · ')}</span>
          <Tree regions={regions} parentId={region.regionId} />
        </li>
      ))}
    </ul>
  );
}

interface AddProps<Given> {
  readonly title: string;
  readonly ready: boolean;
  readonly told: string;
  readonly given: Given;
  send(given: Given): Promise<unknown>;
  onClose(): void;
  readonly children: ReactNode;
}

/** One frame for the three dialogs of this page. */
function Add<Given>({ title, ready, told, given, send, onClose, children }: AddProps<Given>): ReactNode {
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const save = async (): Promise<void> => {
    const done = await run(() => send(given).then(() => true));
    if (done !== true) return;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'people' || queryKey[0] === 'regions' });
    tell({ words: told });
    onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
          保存
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        {children}
      </Fields>
    </Dialog>
  );
}

function AddRegion({ onClose }: { onClose(): void }): ReactNode {
  const regions = useRegions();
  const [given, setGiven] = useState<Body<'addRegion'>>({ parentId: '', kind: 'town', name: '', sort: 0, from: today() });
  return (
    <Add
      title="新增区域"
      told="已新增区域。"
      ready={given.parentId !== '' && given.name.trim() !== ''}
      given={given}
      send={(body) => ask('addRegion', { body })}
      onClose={onClose}
    >
      <Field label="上级区域" name="parent" needed>
        <Select
          id="parent"
          value={given.parentId || null}
          options={regionChoices(regions)}
          onChange={(parentId) => setGiven({ ...given, parentId: parentId ?? '' })}
        />
      </Field>
      <Field label="类别" name="regionKind" needed>
        <Select
          id="regionKind"
          value={given.kind}
          options={pairs(regionKindWords)}
          onChange={(kind) => setGiven({ ...given, kind })}
        />
      </Field>
      <Field label="名称" name="regionName" needed>
        <Input
          id="regionName"
          maxLength={80}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.target.value })}
        />
      </Field>
      <Field label="区划代码" name="regionCode" help="片区、园区可不填">
        <Input
          id="regionCode"
          inputMode="numeric"
          value={given.code ?? ''}
          onChange={(event) => {
            const { code: _, ...rest } = given;
            setGiven(event.target.value === '' ? rest : { ...rest, code: event.target.value });
          }}
        />
      </Field>
    </Add>
  );
}

function AddOrganisation({ onClose }: { onClose(): void }): ReactNode {
  const regions = useRegions();
  const [given, setGiven] = useState<Body<'addOrganisation'>>({
    name: '',
    shortName: '',
    kind: 'department',
    regionId: null,
    sort: 0,
  });
  return (
    <Add
      title="新增单位"
      told="已新增单位。"
      ready={given.name.trim() !== '' && given.shortName.trim() !== ''}
      given={given}
      send={(body) => ask('addOrganisation', { body })}
      onClose={onClose}
    >
      <Field label="全称" name="organisationName" needed>
        <Input
          id="organisationName"
          maxLength={80}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.target.value })}
        />
      </Field>
      <Field label="简称" name="shortName" needed>
        <Input
          id="shortName"
          maxLength={20}
          value={given.shortName}
          onChange={(event) => setGiven({ ...given, shortName: event.target.value })}
        />
      </Field>
      <Field label="类别" name="organisationKind" needed>
        <Select
          id="organisationKind"
          value={given.kind}
          options={pairs(organisationKindWords)}
          onChange={(kind) => setGiven({ ...given, kind })}
        />
      </Field>
      <Field label="所在区域" name="organisationRegion">
        <Select
          id="organisationRegion"
          allowClear
          value={given.regionId ?? null}
          options={regionChoices(regions)}
          onChange={(regionId) => setGiven({ ...given, regionId: regionId ?? null })}
        />
      </Field>
    </Add>
  );
}

function AddContact({ organisation, onClose }: { readonly organisation: Organisation; onClose(): void }): ReactNode {
  const [given, setGiven] = useState<Body<'addContact'>>({
    role: 'backbone',
    name: '',
    postTitle: '',
    from: today(),
    replaces: true,
  });
  const path = { organisationId: organisation.organisationId };
  return (
    <Add
      title={`${organisation.shortName}：指定联系人`}
      told="已指定联系人，原联系人同日截止。"
      ready={given.name.trim() !== ''}
      given={given}
      send={(body) => ask('addContact', { path, body })}
      onClose={onClose}
    >
      <Field label="职责" name="contactRole" needed>
        <Select
          id="contactRole"
          value={given.role}
          options={pairs(contactRoleWords)}
          onChange={(role) => setGiven({ ...given, role })}
        />
      </Field>
      <Field label="姓名" name="contactName" needed>
        <Input
          id="contactName"
          maxLength={40}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.target.value })}
        />
      </Field>
      <Field label="电话" name="contactPhone" help="保存后默认遮盖">
        <Input
          id="contactPhone"
          inputMode="tel"
          value={given.phone ?? ''}
          onChange={(event) => {
            const { phone: _, ...rest } = given;
            setGiven(event.target.value === '' ? rest : { ...rest, phone: event.target.value });
          }}
        />
      </Field>
      <Field label="起" name="contactFrom" needed>
        <Input
          id="contactFrom"
          type="date"
          value={given.from}
          onChange={(event) => setGiven({ ...given, from: event.target.value })}
        />
      </Field>
    </Add>
  );
}

function pairs<Key extends string>(words: Readonly<Record<Key, string>>): { value: Key; label: string }[] {
  const keys = Object.keys(words).filter((key): key is Key => Object.hasOwn(words, key));
  return keys.map((value) => ({ value, label: words[value] }));
}
