/** 顶栏 — whose data (region), which year, who I am; search and help beside them. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dropdown, Select } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';
import { ask } from '../api/ask.js';
import { JobIndicator } from '../corridors/jobs/JobIndicator.js';
import { chooseTheme, onTheme, themeChoice } from '../theme/preference.js';
import { NoticeBell } from './NoticeBell.js';
import { useWho } from './session.js';
import { useYear } from './year.js';

interface BarProps {
  onSearch(): void;
  onHelp(): void;
  onMenu(): void;
}

export function TopBar({ onSearch, onHelp, onMenu }: BarProps): ReactNode {
  const who = useWho();
  return (
    <header className="top-bar screen-only">
      <button type="button" className="top-menu" aria-label="菜单" onClick={onMenu}>
        ☰
      </button>
      <span className="top-name">
        <img src="/mark.svg" alt="亩衡" width={22} height={22} />
        <b>{who.office.name}</b>
        {who.demonstration && <span className="top-demo">演示数据</span>}
      </span>
      <span className="top-reach" title="您能看到和办理的范围">
        {who.reach.words}
      </span>
      <YearChoice />
      <button type="button" className="top-search" onClick={onSearch}>
        <span>
          搜索<span className="top-search-more">企业名称、代码、拼音</span>
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <JobIndicator />
      <NoticeBell />
      <button type="button" className="top-icon" aria-label="帮助（?）" title="帮助（?）" onClick={onHelp}>
        ?
      </button>
      <Me />
    </header>
  );
}

function YearChoice(): ReactNode {
  const { cycles, cycle, choose } = useYear();
  if (cycle === undefined) return null;
  return (
    <Select
      className="top-year"
      size="small"
      variant="borderless"
      popupMatchSelectWidth={false}
      aria-label="年度"
      value={cycle.cycleId}
      options={cycles.map((one) => ({ value: one.cycleId, label: `${one.name}（数据年度 ${one.dataYear}）` }))}
      labelRender={() => (
        <>
          <span className="top-year-word">数据年度 </span>
          {cycle.dataYear}
        </>
      )}
      onChange={choose}
    />
  );
}

const themes = [
  { key: 'light', label: '浅色' },
  { key: 'dark', label: '深色' },
  { key: 'system', label: '随系统' },
] as const;

function Me(): ReactNode {
  const who = useWho();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const theme = useSyncExternalStore(onTheme, themeChoice);
  const leave = async (): Promise<void> => {
    await ask('signOut', {}).catch(() => undefined);
    queries.clear();
    location.assign('/');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [theme],
        items: [
          { key: 'account', label: '我的账号', onClick: () => void navigate({ to: '/account' }) },
          {
            key: 'theme',
            label: '外观',
            type: 'group',
            children: themes.map(({ key, label }) => ({ key, label, onClick: () => chooseTheme(key) })),
          },
          { type: 'divider' },
          { key: 'leave', label: '退出登录', onClick: () => void leave() },
        ],
      }}
    >
      <button type="button" className="top-me" aria-haspopup="menu">
        <b>{who.name}</b>
        <small>{who.roles.map((role) => role.title).join('、')}</small>
      </button>
    </Dropdown>
  );
}
