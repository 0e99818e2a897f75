/** 表单项 — label, control, help beside it, and the error as an instruction in the place of the help. */
import { type ReactNode, useEffect, useRef } from 'react';
import './Field.css';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly help?: ReactNode;
  /** 请填 18 位统一社会信用代码 */
  readonly error?: string | undefined;
  readonly needed?: boolean;
  readonly children: ReactNode;
}

export function Field({ label, name, help, error, needed = false, children }: FieldProps): ReactNode {
  return (
    <div className={`field${error === undefined ? '' : ' field-wrong'}`}>
      <label htmlFor={name}>
        {label}
        {needed && (
          <span className="field-needed" title="必填">
            {' '}
            *
          </span>
        )}
      </label>
      <div className="field-control">{children}</div>
      <p className="field-help" id={`${name}-help`} role={error === undefined ? undefined : 'alert'}>
        {error ?? help}
      </p>
    </div>
  );
}

/** A select that has a choice already is passed over. */
const firstField =
  ':is(input:enabled:not([readonly]), textarea:enabled, select:enabled, .ant-select:has(.ant-select-placeholder) input:enabled)';

/**
 * Enter in a field sends, as the dialog's main button does, which stands outside of the form. In a dialog where nothing has the focus yet,
 * the first field takes it: one types at once. Not under a finger, where the focus would bring the keyboard over the dialog. What the main
 * button finds wrong is gone to at once.
 */
export function Fields({ children, onSubmit }: { readonly children: ReactNode; onSubmit?(): void }): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const dialog = form.current?.closest('dialog') ?? null;
    if (dialog === null || document.activeElement !== dialog || matchMedia('(pointer: coarse)').matches) return;
    form.current?.querySelector<HTMLElement>(firstField)?.focus({ preventScroll: true });
  }, []);
  const wrong = useRef(false);
  useEffect(() => {
    const own = form.current;
    const first = own?.querySelector<HTMLElement>(`.field-wrong ${firstField}`) ?? null;
    if (first !== null && !wrong.current && own?.contains(document.activeElement) === false) first.focus();
    wrong.current = first !== null;
  });
  return (
    <form
      ref={form}
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      {children}
      {onSubmit !== undefined && <button type="submit" hidden />}
    </form>
  );
}
