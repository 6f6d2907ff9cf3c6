import {
  apiOf,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  Pagination,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, SuggestionState, type Suggestion } from '../contract/index.ts';
import curationCss from './curation.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One page of the suggestions in one state. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = SuggestionState.safeParse(searchParams.get('state')).data ?? 'waiting';
  const page = searchParams.get('page') ?? '1';
  return { state, found: await apiOf(context, curationRoutes).listSuggestions({ state, page, perPage: 20 }) };
}

function States({ state }: { state: SuggestionState }) {
  const { t, href } = usePage();
  return (
    <nav className="states" aria-label={t('curation.suggestions.states')}>
      <ul>
        {SuggestionState.options.map((one) => (
          <li key={one}>
            <Link
              to={href(one === 'waiting' ? '/curation/suggestions' : `/curation/suggestions?state=${one}`)}
              aria-current={one === state ? 'page' : undefined}
            >
              {t(`curation.suggestion_state.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What it is about: an entry, or the name of one that is missing. */
function About({ suggestion }: { suggestion: Suggestion }) {
  const named = suggestion.proposals.find(({ field }) => field === 'name')?.value;
  if (suggestion.serviceName !== null) return <LocalText value={suggestion.serviceName} quiet />;
  return <bdi lang={suggestion.locale}>{named}</bdi>;
}

/** The queue of suggestions, the oldest first while they wait. */
export default function SuggestionsPage() {
  const { state, found } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle title={t('curation.suggestions.title')} lead={<p>{t('curation.suggestions.lead')}</p>} />
      <States state={state} />
      <DataTable<Suggestion>
        caption={t('curation.suggestions.title')}
        hidesCaption
        rows={found.items}
        keyOf={({ suggestionId }) => suggestionId}
        empty={<EmptyState title={t('curation.suggestions.none')} />}
        columns={[
          {
            key: 'about',
            heading: t('curation.answer.about'),
            cell: (suggestion) => (
              <Link to={href(`/curation/suggestions/${suggestion.suggestionId}`)}>
                <About suggestion={suggestion} />
              </Link>
            ),
          },
          {
            key: 'kind',
            heading: t('curation.answer.kind'),
            cell: ({ kind }) => t(`curation.suggestion_kind.${kind}`),
          },
          {
            key: 'organisation',
            heading: t('field.organisationId'),
            cell: ({ organisationName }) =>
              organisationName === null ? '–' : <LocalText value={organisationName} quiet />,
          },
          {
            key: 'from',
            heading: t('curation.suggestion.from'),
            cell: ({ isFromKeeper }) =>
              t(isFromKeeper ? 'curation.suggestion.from_keeper' : 'curation.suggestion.from_anyone'),
          },
          {
            key: 'sent',
            heading: t('curation.answer.sent'),
            cell: ({ createdAt }) => <DateText value={createdAt} />,
          },
        ]}
      />
      <Pagination {...found} />
    </>
  );
}
