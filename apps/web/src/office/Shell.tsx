/** 外框 — region ▸ year ▸ who I am on top, the eight rooms in their order on the left, the page in the middle, help from the right. */
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Trouble } from '../furniture/states.js';
import { useOnline } from '../furniture/useOnline.js';
import { SearchDialog } from '../windows/search/SearchDialog.js';
import { HelpPanel } from './HelpPanel.js';
import type { HelpTopic } from './help.zh.js';
import { Menu } from './Menu.js';
import { HelpSetter } from './Page.js';
import './Shell.css';
import { StageStrip } from './StageStrip.js';
import { TopBar } from './TopBar.js';

export function Shell(): ReactNode {
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const [topic, setTopic] = useState<HelpTopic>('other');
  const closeMenu = useCallback(() => setMenuOpen(false), []);
  const online = useOnline();
  useKeys({ search: () => setSearching(true), help: () => setHelping((open) => !open) });
  return (
    <HelpSetter.Provider value={setTopic}>
      <div className="shell">
        <a className="skip" href="#page">
          跳到正文
        </a>
        <TopBar onSearch={() => setSearching(true)} onHelp={() => setHelping(!helping)} onMenu={() => setMenuOpen(!menuOpen)} />
        <StageStrip />
        {!online && (
          <div className="shell-offline" role="alert">
            网络已断开。可以继续查看和填写本页；恢复之后再保存。
          </div>
        )}
        <div className="shell-middle">
          <Menu open={menuOpen} onChosen={closeMenu} />
          <main id="page" className="shell-page" tabIndex={-1}>
            <Outlet />
          </main>
          {helping && <HelpPanel topic={topic} onClose={() => setHelping(false)} />}
        </div>
        <SearchDialog open={searching} onClose={() => setSearching(false)} />
      </div>
    </HelpSetter.Provider>
  );
}

/** Ctrl+K anywhere; the rest only where nobody is typing. */
function useKeys({ search, help }: { search(): void; help(): void }): void {
  const navigate = useNavigate();
  useEffect(() => {
    let afterG = 0;
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        search();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?' || event.key === '？') help();
      else if (event.key === 'g') afterG = event.timeStamp;
      else if (event.timeStamp - afterG < 1500) {
        afterG = 0;
        if (event.key === 't') void navigate({ to: '/todo' });
        if (event.key === 'r') void navigate({ to: '/registry' });
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** What breaks in a page takes that page only, the menu stays; a part of a page that was replaced since is fetched by a reload. */
export function Broken({ error }: { readonly error: unknown }): ReactNode {
  return <Trouble error={error} again={() => location.reload()} />;
}

export function NotFound(): ReactNode {
  return (
    <section className="state">
      <span className="state-mark" aria-hidden="true">
        无
      </span>
      <h2>没有这个页面</h2>
      <p className="state-words">链接可能不完整，或这一项已被删除。请核对链接，或从左侧菜单重新进入。</p>
      <Link to="/todo">回到待办</Link>
    </section>
  );
}
