import { formsRoutes, type ListedResponse } from '@qantara/forms/contract';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';

/** What can be asked of this person, and what was. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const api = apiOf(context, formsRoutes);
  const { forms } = await api.listAskedForms({});
  return { person, forms, responses: (await api.listResponsesOf({ personId })).responses };
}

function Answered() {
  const { person, responses } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const base = `/work/people/${person.personId}`;
  const addressOf = ({ state, code, responseId }: ListedResponse) =>
    state === 'partial' ? `${base}/forms/${code}?response=${responseId}` : `${base}/responses/${responseId}`;
  const columns: Column<ListedResponse>[] = [
    {
      key: 'form',
      heading: t('screening.forms.form'),
      cell: (response) => (
        <Link to={href(addressOf(response))}>
          <LocalText value={response.title} />
        </Link>
      ),
    },
    {
      key: 'state',
      heading: t('screening.forms.state'),
      cell: ({ state }) => (
        <StatusBadge tone={state === 'partial' ? 'waiting' : 'done'} label={t(`forms.responseState.${state}`)} />
      ),
    },
    { key: 'channel', heading: t('screening.field.channel'), cell: ({ channel }) => t(`forms.channel.${channel}`) },
    { key: 'at', heading: t('screening.forms.at'), cell: ({ answeredAt }) => <DateText value={answeredAt} /> },
  ];
  return (
    <DataTable
      caption={t('screening.forms.answered')}
      columns={columns}
      rows={responses}
      keyOf={({ responseId }) => responseId}
      empty={<EmptyState title={t('screening.forms.none_answered')} />}
    />
  );
}

/** The forms of one person: those to fill in with them, those begun, and those given. */
export default function PersonFormsPage() {
  const { person, forms } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const name = person.displayName ?? t('screening.record.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('screening.forms.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('screening.forms.lead')}</p>}
      />
      <ul className="plain-list">
        {forms.map((form) => (
          <li key={form.code}>
            <Link to={href(`/work/people/${person.personId}/forms/${form.code}`)}>
              <LocalText value={form.title} />
            </Link>
            <span className="hint"> {t(`forms.purpose.${form.purpose}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={href(`/work/people/${person.personId}/screenings`)}>{t('screening.compare.title')}</Link>
      </p>
      <p>
        <Link to={href(`/work/people/${person.personId}/sheets`)}>{t('screening.forms.on_paper')}</Link>
      </p>
      <Answered />
    </>
  );
}
