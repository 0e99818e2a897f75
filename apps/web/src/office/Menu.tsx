/** 菜单 — 待办, then the rooms in the order of the year; a room that is not open yet says so and what will be there. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './Menu.css';
import { rooms } from './rooms.zh.js';
import { useWho } from './session.js';
import { sidePages } from './sidePages.js';

export function Menu({ open, onChosen }: { readonly open: boolean; onChosen(): void }): ReactNode {
  const { permissions } = useWho();
  const reads = permissions.includes('registry.read');
  const side = sidePages.filter((page) => page.may === null || page.may.some((permission) => permissions.includes(permission)));
  return (
    <nav className={`menu screen-only${open ? ' menu-open' : ''}`} aria-label="主菜单">
      <ul>
        <li>
          <Link to="/todo" onClick={onChosen} className="menu-link">
            待办
          </Link>
        </li>
      </ul>
      <ol className="menu-rooms">
        {rooms.map((room, place) => (
          <li key={room.title}>
            {room.pages.length > 0 && reads ? (
              <>
                <span className="menu-room">
                  <i>{place + 1}</i>
                  {room.title}
                </span>
                <ul>
                  {room.pages
                    .filter(({ may }) => may === undefined || permissions.includes(may))
                    .map((page) => (
                      <li key={page.to}>
                        <Link to={page.to} onClick={onChosen} activeOptions={{ exact: true }} className="menu-link menu-inner">
                          {page.title}
                        </Link>
                      </li>
                    ))}
                </ul>
              </>
            ) : (
              <span className="menu-room menu-closed" aria-disabled="true" title={room.purpose}>
                <i>{place + 1}</i>
                <span>
                  {room.title}
                  <small>{room.pages.length > 0 ? '不涉及' : '尚未开通'}</small>
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <ul>
        {side.map((page) => (
          <li key={page.to}>
            <Link to={page.to} onClick={onChosen} className="menu-link">
              {page.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
