import { Refusal } from '@qantara/kernel';
import { apiOf, ButtonLink, pageContext, PageTitle, usePage, type PageHandle } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes } from '../contract/index.ts';
import consentCss from './consent/consent.css?url';
import { receiptWords } from './consent/receipt-words.ts';
import { ReceiptSheet } from './consent/ReceiptSheet.tsx';

export const handle: PageHandle = { safeExit: true };

export function links() {
  return [{ rel: 'stylesheet', href: consentCss }];
}

/** What the receipt of an address holds, or nothing where it opens no more. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { locale, region } = context.get(pageContext);
  try {
    const facts = await apiOf(context, peopleRoutes).openReceipt({ token: params['token'] ?? '' });
    return { words: receiptWords(facts, { locale, region }) };
  } catch (fault) {
    if (fault instanceof Refusal && fault.code !== 'too_many_requests') return { words: null };
    throw fault;
  }
}

/** A person's receipt, opened by its square code without an account. It names nobody, and opens nothing once it was taken back. */
export default function ReceiptPage() {
  const { words } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t(words === null ? 'people.receipt.gone_title' : 'people.receipt.page_title')} />
      {words === null ? <p>{t('people.receipt.gone')}</p> : <ReceiptSheet words={words} heading="h2" />}
      <p className="actions screen-only">
        <ButtonLink to={href('/follow')} kind="action">
          {t('people.receipt.to_code')}
        </ButtonLink>
      </p>
    </>
  );
}
