import { textIn, type InputOf } from '@qantara/kernel';
import { directoryRoutes, type MatchingService } from '@qantara/directory/contract';
import { peopleRoutes, RecordClass, type Person, type PersonId } from '@qantara/people/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  isFormAnswer,
  PageTitle,
  Pagination,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { Priority, referralsRoutes } from '../contract/index.ts';
import { AskAll } from './open/AskAll.tsx';
import { AskConsent } from './AskConsent.tsx';
import { AskFields } from './asking/AskFields.tsx';
import { partnersWithoutConsent } from './missing-consent.ts';
import { ServiceChoices } from './matching/ServiceChoices.tsx';
import { ReferFilters } from './matching/ReferFilters.tsx';
import workCss from './work.css?url';

export const handle: PageHandle = { formId: 'refer' };

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

type Search = InputOf<typeof referralsRoutes.findServicesFor>;

/** What is known of the person that makes one service suit better than another. */
function searchFor(person: Person, query: URLSearchParams): Search {
  const { areaId, birthYear } = person;
  return {
    needCode: query.get('need') ?? '',
    areaId: areaId ?? undefined,
    language: person.languages[0],
    age: birthYear === null ? undefined : new Date().getFullYear() - birthYear,
    wheelchair: query.get('wheelchair') ?? undefined,
    page: query.get('page') ?? '1',
  };
}

/** The person, what they agreed to, and the services that answer this need. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const query = new URL(request.url).searchParams;
  if (!query.has('need')) return redirect(`/${params['locale']}/work/people/${personId}`);
  const { person, ...said } = await apiOf(context, peopleRoutes).getPerson({ personId });
  // A referral stands with this record, and so does the consent that it needs.
  const ofRecord = <T extends { personId: string }>(all: T[]) => all.filter((one) => one.personId === person.personId);
  const words = { consents: ofRecord(said.consents), overrides: ofRecord(said.overrides) };
  const directory = apiOf(context, directoryRoutes);
  const found = await apiOf(context, referralsRoutes).findServicesFor(searchFor(person, query));
  const { needs } = await directory.listNeeds({});
  const need = needs.find(({ needCode }) => needCode === query.get('need'));
  return { person, words, found, needName: need?.name ?? null, now: new Date().toISOString() };
}

/** Sends to all that were chosen, or to none. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = params['personId'] ?? '';
    const query = new URL(request.url).searchParams;
    const given: InputOf<typeof referralsRoutes.sendReferrals> = {
      personId,
      needCode: query.get('need') ?? '',
      followsReferralId: query.get('follows'),
      screeningId: query.get('screening'),
      serviceIds: values.all('serviceIds'),
      priority: Priority.catch('routine').parse(values.text('priority')),
      recordClass: RecordClass.catch('ordinary').parse(values.text('recordClass')),
      note: values.text('note') ?? '',
    };
    const api = apiOf(context, referralsRoutes);
    if (values.text('intent') === 'ask_all') await api.sendOpen(given, { commandId });
    else await api.sendReferrals(given, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}#referrals`);
  });
}

function Fields({ services }: { services: MatchingService[] }) {
  const { words, now } = useLoaderData<typeof loader>();
  const sharing = { categories: ['identity' as const, 'need' as const], at: new Date(now) };
  return (
    <>
      <ServiceChoices
        services={services}
        hasConsent={(organisationId) => partnersWithoutConsent(words, [organisationId], sharing).length === 0}
      />
      <AskFields rows={3} />
    </>
  );
}

/** One need of a person, and the services that may answer it, with the reasons for and against each. */
export default function ReferPage() {
  const { person, words, found, needName, now } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const answer = useActionData<unknown>();
  const lacksConsent = isFormAnswer(answer) && answer.form === 'refer' && answer.refusal?.code === 'consent_missing';
  const name = person.displayName ?? t('people.card.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('referrals.refer.title', { need: textIn(needName, locale).text })}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('referrals.refer.lead')}</p>}
      />
      {lacksConsent ? (
        <AskConsent personId={person.personId} typed={answer.typed} words={words} services={found.items} now={now} />
      ) : null}
      <ReferFilters />
      {found.items.length === 0 ? (
        <EmptyState title={t('referrals.refer.none')} />
      ) : (
        <CommandForm
          id="refer"
          labels={{ serviceIds: t('referrals.field.serviceIds'), note: t('referrals.field.note') }}
        >
          <Fields services={found.items} />
          <SubmitButton>{t('referrals.refer.send')}</SubmitButton>
        </CommandForm>
      )}
      <Pagination {...found} />
      <AskAll />
    </>
  );
}
