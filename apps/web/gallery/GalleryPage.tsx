import { PageTitle, usePage } from '@qantara/ui';

/** Where everybody begins: danger first, then help. */
export default function GalleryPage() {
  const { t } = usePage();
  return <PageTitle title={t('shell.home.title')} />;
}
