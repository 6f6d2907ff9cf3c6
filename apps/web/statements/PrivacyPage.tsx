import { ButtonLink, PageTitle, usePage } from '@qantara/ui';

const PROMISES = ['look', 'share', 'who', 'account'] as const;

/** What happens with a resident's information, in four promises. */
export default function PrivacyPage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('shell.privacy.title')} lead={<p>{t('shell.privacy.lead')}</p>} />
      {PROMISES.map((promise) => (
        <section key={promise}>
          <h2>{t(`shell.privacy.${promise}`)}</h2>
          <p>{t(`shell.privacy.${promise}_text`)}</p>
        </section>
      ))}
      <ButtonLink to={href('/follow')}>{t('shell.nav.follow')}</ButtonLink>
    </>
  );
}
