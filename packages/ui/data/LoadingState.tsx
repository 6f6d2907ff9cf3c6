import { usePage } from '../page/use-page.ts';

/** The shape of what is coming, and in words that it is coming. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const { t } = usePage();
  return (
    <div className="loading" role="status">
      <span className="vh">{t('ui.data.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}
