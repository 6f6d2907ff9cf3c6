import type { LocalizedText } from '@qantara/kernel';
import { Breadcrumbs, usePage } from '@qantara/ui';

/** The way back from what belongs to an organisation. */
export function OrganisationTrail({ organisationId, name }: { organisationId: string; name: LocalizedText }) {
  const { t, text } = usePage();
  return (
    <Breadcrumbs
      items={[
        { label: t('curation.freshness.title'), path: '/curation' },
        { label: t('curation.freshness.all_organisations'), path: '/curation/organisations' },
        { label: text(name).text, path: `/curation/organisations/${organisationId}` },
      ]}
    />
  );
}
