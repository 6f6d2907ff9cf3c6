import { usePage } from '../page/use-page.ts';

/** The shape of what is coming, and in words that it is coming. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const { t } = usePage();
  return (
    <output className="loading">
      <span className="vh">{t('ui.data.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" aria-hidden="true" />
      ))}
    </output>
  );
}
