import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import {
  answerForm,
  apiOf,
  CommandForm,
  EmptyState,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
  type PageHandle,
  type StatusTone,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { disclosureRoutes, type Quote, type QuoteState } from '../contract/index.ts';
import { QuoteForm } from './QuoteForm.tsx';
import { QuoteText } from './QuoteText.tsx';

export const handle: PageHandle = { formId: 'propose' };

const TONES: Record<QuoteState, StatusTone> = { proposed: 'waiting', released: 'done', withdrawn: 'stopped' };

/** All quotes, those that wait first. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'quote:write');
  const [{ quotes }, { areas }] = await Promise.all([
    apiOf(context, disclosureRoutes).listQuotes({}),
    apiOf(context, territoryRoutes).listAreas({}),
  ]);
  return { quotes, areas };
}

type Proposed = InputOf<typeof disclosureRoutes.proposeQuote>;

/** Proposes a quote, tells one to everybody, or takes one back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, disclosureRoutes);
    const intent = values.text('intent');
    const quoteId = values.text('quoteId') ?? '';
    if (intent === 'release') await api.releaseQuote({ quoteId }, { commandId });
    else if (intent === 'withdraw') await api.withdrawQuote({ quoteId }, { commandId });
    else await api.proposeQuote(values.toObject() as Proposed, { commandId });
    return redirect(`/${params['locale']}/work/quotes`);
  });
}

function QuoteItem({ quote, areas }: { quote: Quote; areas: Area[] }) {
  const { t, can } = usePage();
  const { quoteId, state, isOwn } = quote;
  return (
    <section>
      <QuoteText quote={quote} areas={areas} />
      <StatusBadge tone={TONES[state]} label={t(`disclosure.quote_state.${state}`)} />
      {state === 'proposed' && isOwn ? <p className="hint">{t('disclosure.quotes.own')}</p> : null}
      {state === 'withdrawn' ? null : (
        <CommandForm id={`quote-${quoteId}`}>
          <input type="hidden" name="quoteId" value={quoteId} />
          {state === 'proposed' && !isOwn && can('quote:release') ? (
            <SubmitButton intent="release">{t('disclosure.quotes.release')}</SubmitButton>
          ) : null}
          <SubmitButton intent="withdraw" kind="plain">
            {t('disclosure.quotes.withdraw')}
          </SubmitButton>
        </CommandForm>
      )}
    </section>
  );
}

/** What people said, proposed by one and told to everybody by another. */
export default function QuotesPage() {
  const { quotes, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('disclosure.quotes.title')} lead={<p>{t('disclosure.quotes.lead')}</p>} />
      {quotes.length === 0 ? (
        <EmptyState title={t('disclosure.quotes.none')} />
      ) : (
        <>
          {quotes.map((quote) => (
            <QuoteItem key={quote.quoteId} quote={quote} areas={areas} />
          ))}
        </>
      )}
      <QuoteForm areas={areas} />
    </>
  );
}
