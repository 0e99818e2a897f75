/** 帮助 — of the page that is open, and the keys. */
import { Fragment, type ReactNode } from 'react';
import { type HelpTopic, help, keys } from './help.zh.js';

export function HelpPanel({ topic, onClose }: { readonly topic: HelpTopic; onClose(): void }): ReactNode {
  const { title, purpose, steps, questions } = help[topic];
  return (
    <aside className="help-panel screen-only" aria-label="帮助">
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label="关闭帮助" onClick={onClose}>
          ×
        </button>
      </header>
      <p>{purpose}</p>
      {steps.length > 0 && <h3>怎么做</h3>}
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {questions.length > 0 && <h3>常见问题</h3>}
      <dl>
        {questions.map((question) => (
          <Fragment key={question.ask}>
            <dt>{question.ask}</dt>
            <dd>{question.answer}</dd>
          </Fragment>
        ))}
      </dl>
      <h3>键盘</h3>
      <ul className="help-keys">
        {keys.map((key) => (
          <li key={key.does}>
            <span>{key.does}</span>
            <span>
              {key.keys.map((one) => (
                <Fragment key={one}>
                  <kbd>{one}</kbd>{' '}
                </Fragment>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
