import { textIn, type LocalizedText } from '@qantara/kernel';
import { Breadcrumbs, usePage } from '@qantara/ui';

type EntryTrailProps = { serviceId: string; name: LocalizedText; more?: { label: string; path: string }[] };

/** The way back from what belongs to an entry. */
export function EntryTrail({ serviceId, name, more = [] }: EntryTrailProps) {
  const { t, locale } = usePage();
  return (
    <Breadcrumbs
      items={[
        { label: t('curation.freshness.title'), path: '/curation' },
        { label: textIn(name, locale).text, path: `/curation/services/${serviceId}` },
        ...more,
      ]}
    />
  );
}
