import { ButtonLink, Notice, PageTitle, usePage } from '@qantara/ui';

/** A link that opens nothing any more: no reproach, and what to do. */
export function LinkNotValid() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('curation.keep.not_valid')} />
      <Notice>
        <p>{t('curation.keep.not_valid_text')}</p>
        <p>{t('curation.keep.not_valid_new')}</p>
      </Notice>
      <p className="actions">
        <ButtonLink to={href('/services')} kind="action">
          {t('curation.keep.find_entry')}
        </ButtonLink>
      </p>
    </>
  );
}
