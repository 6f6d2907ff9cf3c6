import { Refusal, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  Notice,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type Suggestion, type SuggestionId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { isApplicable } from '../domain/index.ts';
import { DecideForms } from './suggestions/DecideForms.tsx';
import { EnterByHand } from './suggestions/ProposalFields.tsx';
import { SuggestionBadge } from './suggestions/SuggestionBadge.tsx';
import { SuggestionFacts } from './suggestions/SuggestionFacts.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One suggestion, with what stands now beside it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const suggestionId = (params['suggestionId'] ?? '') as SuggestionId;
  return { suggestion: await apiOf(context, curationRoutes).getSuggestion({ suggestionId }) };
}

/** Takes it, whole or in part, or says why not. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, curationRoutes);
    const input = values.toObject();
    const intent = values.text('intent');
    if (intent === 'accept')
      await api.acceptSuggestion(input as InputOf<typeof curationRoutes.acceptSuggestion>, { commandId });
    else if (intent === 'reject')
      await api.rejectSuggestion(input as InputOf<typeof curationRoutes.rejectSuggestion>, { commandId });
    else throw new Refusal('invalid_input');
    return redirect(request.url);
  });
}

function Decided({ suggestion }: { suggestion: Suggestion }) {
  const { t, href } = usePage();
  const { answer, decidedAt, proposals, state } = suggestion;
  return (
    <>
      <Notice kind="success" title={t('curation.moderate.done')} isNews>
        <p>{t('curation.moderate.done_text')}</p>
      </Notice>
      <DescriptionList
        dense
        items={[
          {
            label: t('curation.answer.decided'),
            value: decidedAt === null ? null : <DateText value={decidedAt} style="dateTime" />,
          },
          { label: t('curation.field.answer'), value: answer === null ? '–' : <p dir="auto">{answer}</p> },
          ...proposals.map(({ field, value }) => ({
            label: t(`curation.suggested_field.${field}`),
            value: (
              <>
                <p dir="auto" className="said">
                  {value}
                </p>
                {isApplicable(field) || state === 'rejected' ? null : (
                  <EnterByHand field={field} suggestion={suggestion} />
                )}
              </>
            ),
          })),
        ]}
      />
      <p className="actions">
        <ButtonLink to={href('/curation/suggestions')} kind="action">
          {t('curation.moderate.next')}
        </ButtonLink>
      </p>
    </>
  );
}

/** One suggestion: what is proposed beside what stands, and the answer to it. */
export default function SuggestionPage() {
  const { suggestion } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          { label: t('curation.suggestions.title'), path: '/curation/suggestions' },
        ]}
      />
      <PageTitle
        title={t(`curation.suggestion_kind.${suggestion.kind}`)}
        lead={<SuggestionBadge state={suggestion.state} />}
      />
      <SuggestionFacts suggestion={suggestion} />
      {suggestion.state === 'waiting' ? <DecideForms suggestion={suggestion} /> : <Decided suggestion={suggestion} />}
    </>
  );
}
