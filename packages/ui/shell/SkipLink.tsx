import { usePage } from '../page/use-page.ts';

/** The first thing the keyboard reaches: past the header, to what the page is about. */
export function SkipLink() {
  const { t } = usePage();
  return (
    <a className="skip-link" href="#content">
      {t('ui.shell.skip')}
    </a>
  );
}
