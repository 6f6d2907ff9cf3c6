import { useEffect } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';

// A page that anyone may have open, in the reader's language, and that loads fast.
const ELSEWHERE = 'https://www.google.com/search?q=';
const TWICE_WITHIN_MS = 700;

function useEscapeTwice(address: string): void {
  useEffect(() => {
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (event.timeStamp - last < TWICE_WITHIN_MS) window.location.replace(address);
      last = event.timeStamp;
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [address]);
}

/** Leaves at once for a page that tells nothing: by a touch, or with script by Escape twice, and Back does not return. */
export function SafeExit() {
  const { t } = usePage();
  const address = `${ELSEWHERE}${encodeURIComponent(t('ui.safe_exit.search'))}`;
  useEscapeTwice(address);
  return (
    <a
      className="safe-exit"
      href={address}
      rel="noreferrer noopener"
      onClick={(event) => {
        event.preventDefault();
        window.location.replace(address);
      }}
    >
      <Icon name="leave" />
      <span>{t('ui.safe_exit.label')}</span>
    </a>
  );
}
