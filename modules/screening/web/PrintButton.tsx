import { usePage } from '@qantara/ui';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Prints the page; without script the browser's own menu does, and no button promises what it cannot do. */
export function PrintButton() {
  const { t } = usePage();
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!hasScript) return null;
  return (
    <button type="button" className="button plain" onClick={() => window.print()}>
      {t('screening.code.print')}
    </button>
  );
}
