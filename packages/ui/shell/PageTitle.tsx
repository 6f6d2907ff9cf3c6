import type { ReactNode } from 'react';
import { useActionData } from 'react-router';
import { isFormAnswer } from '../form/answer-form.ts';
import { usePage } from '../page/use-page.ts';

type PageTitleProps = { title: string; lead?: ReactNode; eyebrow?: ReactNode; children?: ReactNode };

/** What the page is, as the window's title and as its first heading; `children` are what can be done with the whole. */
export function PageTitle({ title, lead, eyebrow, children }: PageTitleProps) {
  const { t } = usePage();
  const answer = useActionData();
  const isRefused = isFormAnswer(answer) && answer.refusal !== null;
  const page = isRefused ? `${t('ui.form.error')} ${title}` : title;
  return (
    <header className="page-title">
      <title>{t('ui.shell.window_title', { page })}</title>
      {eyebrow === undefined ? null : <p className="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead === undefined ? null : <div className="lead">{lead}</div>}
      {children === undefined ? null : <div className="actions">{children}</div>}
    </header>
  );
}
