import { ButtonLink, PageTitle, usePage } from '@qantara/ui';

/** What everyone can count on, and what to do when it fails. */
export default function AccessibilityPage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('shell.accessibility.title')} lead={<p>{t('shell.accessibility.lead')}</p>} />
      <h2>{t('shell.accessibility.works')}</h2>
      <p>{t('shell.accessibility.works_text')}</p>
      <h2>{t('shell.accessibility.tell')}</h2>
      <p>{t('shell.accessibility.tell_text')}</p>
      <ButtonLink to={href('/ask')} kind="action">
        {t('shell.nav.ask')}
      </ButtonLink>
    </>
  );
}
