import { usePage } from '@qantara/ui';

/** When somebody last made sure that this is true; an old word is shown with its age, and none is said to be none. */
export function Freshness({ assuredAt }: { assuredAt: string | null }) {
  const { t, locale, region } = usePage();
  if (assuredAt === null) return <span className="freshness">{t('directory.checked.never')}</span>;
  const tag = locale === 'ar' ? `ar-u-nu-${region.numberingSystem}` : locale;
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(assuredAt),
  );
  return (
    <span className="freshness">
      <time dateTime={assuredAt.slice(0, 10)}>{t('directory.checked.in', { month })}</time>
    </span>
  );
}
