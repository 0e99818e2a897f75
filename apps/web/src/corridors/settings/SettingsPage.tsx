/** 单位设置 — names, the work's own rules, sign-in, what may leave the house, and whether the system is well. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading, Trouble } from '../../furniture/states.js';
import { Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { Channels } from './Channels.js';
import { HealthBlock } from './HealthBlock.js';
import { Names } from './Names.js';
import { Security } from './Security.js';
import { officeKey, readOffice } from './useSetting.js';
import { WorkRules } from './WorkRules.js';

export function SettingsPage(): ReactNode {
  const administers = useMay('office.administer');
  const office = useQuery({ queryKey: officeKey, queryFn: readOffice });
  return (
    <Page title="单位设置" help="settings" note="每一次改动都记入审计台账；系统管理员管名称和业务，安全管理员管登录。">
      {office.isPending ? (
        <Loading what="设置" />
      ) : office.data === undefined ? (
        <Trouble error={office.error} again={() => void office.refetch()} />
      ) : (
        <>
          <HealthBlock />
          <Names office={office.data} />
          <WorkRules office={office.data} />
          <Security office={office.data} />
          {administers && <Channels />}
        </>
      )}
    </Page>
  );
}
