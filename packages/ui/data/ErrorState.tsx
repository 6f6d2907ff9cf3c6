import type { ReactNode } from 'react';
import { usePage } from '../page/use-page.ts';
import { Notice } from './Notice.tsx';

/** A part of a page that could not be shown, while the rest stands. */
export function ErrorState({ children }: { children?: ReactNode }) {
  const { t, pathname, search } = usePage();
  return (
    <Notice kind="danger" title={t('ui.data.part_failed')}>
      <p>{children ?? t('ui.data.rest_stands')}</p>
      <p>
        <a href={`${pathname}${search}`}>{t('ui.data.try_again')}</a>
      </p>
    </Notice>
  );
}
