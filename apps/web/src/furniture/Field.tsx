/** 表单项 — label, control, help beside it, and the error as an instruction in the place of the help. */
import type { ReactNode } from 'react';
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

/** Enter in a field sends, as the dialog's main button does, which stands outside of the form. */
export function Fields({ children, onSubmit }: { readonly children: ReactNode; onSubmit?(): void }): ReactNode {
  return (
    <form
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
