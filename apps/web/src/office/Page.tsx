/** 页面 — title, what can be done here, and the help that belongs to it. Every page of the office begins with this. */
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import './Page.css';
import type { HelpTopic } from './help.zh.js';

export const HelpSetter = createContext<(topic: HelpTopic) => void>(() => {});

interface PageProps {
  readonly title: string;
  readonly help: HelpTopic;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Fills the height: the grid inside scrolls, not the page. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, help, note, actions, full = false, children }: PageProps): ReactNode {
  const setHelp = useContext(HelpSetter);
  useEffect(() => {
    document.title = `${title} · 亩衡`;
    setHelp(help);
  }, [title, help, setHelp]);
  return (
    <div className={`page${full ? ' page-full' : ''}`}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {note !== undefined && <p className="quiet">{note}</p>}
        </div>
        {actions !== undefined && <div className="page-actions screen-only">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A titled block of a page. */
export function Block({
  title,
  actions,
  children,
  id,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}): ReactNode {
  return (
    <section className="block" id={id}>
      <header>
        <h2>{title}</h2>
        {actions !== undefined && <div className="page-actions screen-only">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
