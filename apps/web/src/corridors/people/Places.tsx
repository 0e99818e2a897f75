/** 区域与单位 — the region tree with its dated codes; organisations with their contacts by role. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { regionChoices, useRegions } from '../../rooms/registry/regions.js';
import { AddDialog, chosenOf } from './AddDialog.js';
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

function AddRegion({ onClose }: { onClose(): void }): ReactNode {
  const regions = useRegions();
  return (
    <AddDialog
      title="新增区域"
      told="已新增区域。"
      entries={[
        { key: 'parentId', label: '上级区域', kind: 'choice', needed: true, options: regionChoices(regions) },
        { key: 'kind', label: '类别', kind: 'choice', needed: true, options: choicesOf(regionKindWords) },
        { key: 'name', label: '名称', kind: 'text', needed: true, maxLength: 80 },
        { key: 'code', label: '区划代码', kind: 'text', help: '片区、园区可不填', inputMode: 'numeric' },
      ]}
      start={{ parentId: '', kind: 'town', name: '', code: '' }}
      codes={{ 'people.code_overlaps': 'code', 'people.region_not_found': 'parentId' }}
      send={({ parentId, kind, name, code }) =>
        ask('addRegion', {
          body: {
            ...{ parentId, name: name.trim(), sort: 0, from: today(), kind: chosenOf(regionKindWords, kind, 'town') },
            ...(code === '' ? {} : { code }),
          },
        })
      }
      onClose={onClose}
    />
  );
}

function AddOrganisation({ onClose }: { onClose(): void }): ReactNode {
  const regions = useRegions();
  return (
    <AddDialog
      title="新增单位"
      told="已新增单位。"
      entries={[
        { key: 'name', label: '全称', kind: 'text', needed: true, maxLength: 80 },
        { key: 'shortName', label: '简称', kind: 'text', needed: true, maxLength: 20 },
        { key: 'kind', label: '类别', kind: 'choice', needed: true, options: choicesOf(organisationKindWords) },
        { key: 'regionId', label: '所在区域', kind: 'choice', options: regionChoices(regions) },
      ]}
      start={{ name: '', shortName: '', kind: 'department', regionId: '' }}
      codes={{ 'people.organisation_name_taken': 'name', 'people.region_not_found': 'regionId' }}
      send={({ name, shortName, kind, regionId }) =>
        ask('addOrganisation', {
          body: {
            ...{ name: name.trim(), shortName: shortName.trim(), sort: 0, regionId: regionId === '' ? null : regionId },
            kind: chosenOf(organisationKindWords, kind, 'department'),
          },
        })
      }
      onClose={onClose}
    />
  );
}

function AddContact({ organisation, onClose }: { readonly organisation: Organisation; onClose(): void }): ReactNode {
  const path = { organisationId: organisation.organisationId };
  return (
    <AddDialog
      title={`${organisation.shortName}：指定联系人`}
      told="已指定联系人，原联系人同日截止。"
      entries={[
        { key: 'role', label: '职责', kind: 'choice', needed: true, options: choicesOf(contactRoleWords) },
        { key: 'name', label: '姓名', kind: 'text', needed: true, maxLength: 40 },
        { key: 'phone', label: '电话', kind: 'text', help: '保存后默认遮盖', inputMode: 'tel' },
        { key: 'from', label: '起', kind: 'day', needed: true },
      ]}
      start={{ role: 'backbone', name: '', phone: '', from: today() }}
      send={({ role, name, phone, from }) =>
        ask('addContact', {
          path,
          body: {
            ...{
              role: chosenOf(contactRoleWords, role, 'backbone'),
              name: name.trim(),
              postTitle: '',
              from,
              replaces: true,
            },
            ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
          },
        })
      }
      onClose={onClose}
    />
  );
}
