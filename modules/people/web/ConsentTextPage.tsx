import { apiOf, DateText, LocalText, Notice, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ConsentPurpose, peopleRoutes } from '../contract/index.ts';
import consentCss from './consent/consent.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

/** One version of what is read to people before they agree. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const purpose = ConsentPurpose.catch('referral').parse(params['purpose']);
  return apiOf(context, peopleRoutes).getConsentText({ purpose, number: Number(params['number'] ?? 0) || 1_000_000 });
}

/** A text as it was read, to read again or to print: everybody may, whoever agreed under it and whoever is asked to. */
export default function ConsentTextPage() {
  const spoken = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle
        title={t(`people.purpose.${spoken.purpose}`)}
        eyebrow={t('people.text.version', { number: String(spoken.number) })}
        lead={<p>{t('people.text.page_lead')}</p>}
      />
      {spoken.state === 'superseded' ? (
        <Notice>
          <p>{t('people.text.superseded_text')}</p>
        </Notice>
      ) : null}
      <div className="consent-text">
        <LocalText value={spoken.words} />
      </div>
      <p className="hint">
        {t('people.text.published_on')} {spoken.publishedAt === null ? null : <DateText value={spoken.publishedAt} />}
      </p>
    </>
  );
}
