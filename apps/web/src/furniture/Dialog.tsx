/** 对话框 — the browser's own modal dialog: focus stays inside, Esc closes, what is behind is inert. `side` makes it the drawer from the right. */
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import './Dialog.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  onClose(): void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly foot?: ReactNode;
  readonly shape?: 'middle' | 'wide' | 'side' | 'broad-side';
  /** Cannot be closed by Esc or outside: only by its buttons. */
  readonly firm?: boolean;
}

const openList = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';

export function Dialog({ title, open, onClose, children, foot, shape = 'middle', firm = false }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A press that begins in a popup and ends elsewhere is a click on the dialog, too: only one that begins outside closes it.
  const pressedOutside = useRef(false);
  // What is inside comes when the dialog stands: a field that asks for the focus could not have it before.
  const [stands, setStands] = useState(false);
  useLayoutEffect(() => {
    const own = dialog.current;
    if (own === null) return;
    if (open && !own.open) own.showModal();
    if (!open && own.open) own.close();
    setStands(open);
    // Taken off the page while it stands, it is closed first: closing gives the focus back to where it was.
    return () => {
      if (open) own.close();
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way out, given by the dialog itself
    <dialog
      ref={dialog}
      className={`dialog ${shape === 'broad-side' ? 'dialog-side dialog-broad' : `dialog-${shape}`}`}
      aria-labelledby={titleId}
      onKeyDownCapture={(event) => {
        // Esc closes the open list of a select first, the dialog only when there is none.
        if (event.key === 'Escape' && event.currentTarget.querySelector(openList) !== null) event.preventDefault();
      }}
      onCancel={(event) => {
        event.preventDefault();
        if (!firm) onClose();
      }}
      onClose={(event) => {
        // A browser closes by Esc without asking when nobody has touched the page since the last time. Word of an earlier closing may
        // come when it is open again.
        if (!open || event.currentTarget.open || event.target !== event.currentTarget) return;
        if (firm) event.currentTarget.showModal();
        else onClose();
      }}
      onMouseDown={(event) => {
        pressedOutside.current = event.target === event.currentTarget && isOutside(event);
      }}
      onClick={(event) => {
        if (pressedOutside.current && isOutside(event) && !firm) onClose();
      }}
    >
      {open && stands && (
        <div className="dialog-inside">
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            {!firm && (
              <button type="button" className="dialog-close" aria-label="关闭（Esc）" onClick={onClose}>
                ×
              </button>
            )}
          </header>
          <div className="dialog-body">{children}</div>
          {foot !== undefined && <footer className="dialog-foot">{foot}</footer>}
        </div>
      )}
    </dialog>
  );
}

function isOutside({ clientX, clientY, currentTarget }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
