import { textIn, type LocalizedText } from '@qantara/kernel';
import { RefusalNotice } from '@qantara/identity/web';
import { cohortsRoutes } from '@qantara/cohorts/contract';
import { PersonCohorts } from '@qantara/cohorts/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { peopleRoutes, type ConsentId, type OverrideId, type PersonId } from '@qantara/people/contract';
import { isLive, isOverrideLive } from '@qantara/people/domain';
import {
  birthText,
  languageName,
  MergedRecords,
  PersonHouseholds,
  personLabel,
  SafeContact,
} from '@qantara/people/web';
import { screeningRoutes, type ScreeningId } from '@qantara/screening/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes } from '../contract/index.ts';
import { PersonReferrals } from './PersonReferrals.tsx';
import { SharingWords } from './SharingWords.tsx';
import { WantedHelp } from './WantedHelp.tsx';
import workCss from './work.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: workCss }];
}

/** Everything about one person that their navigator needs on one page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const opened = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { person } = opened;
  if (person.mergedInto !== null) throw redirect(`/${params['locale']}/work/people/${person.mergedInto}`);
  const { screenings } = await apiOf(context, screeningRoutes).listScreeningsOf({ personId });
  const { referrals } = await apiOf(context, referralsRoutes).listReferralsOf({ personId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const organisations = await listAllOrganisations(context);
  const names: Record<string, LocalizedText> = Object.fromEntries(
    organisations.map(({ organisationId, name }) => [organisationId, name]),
  );
  return {
    ...opened,
    cohorts: await apiOf(context, cohortsRoutes).listCohortsOf({ personId }),
    households: (await apiOf(context, peopleRoutes).listHouseholdsOf({ personId })).households,
    screenings,
    referrals,
    area: areaName(areas, person.areaId),
    names,
    now: new Date().toISOString(),
  };
}

/** Takes a consent back, ends what stands in its place, or closes a request whose needs are on their way. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = (params['personId'] ?? '') as PersonId;
    if (values.text('intent') === 'withdraw') {
      const consentId = (values.text('consentId') ?? '') as ConsentId;
      // Of two records that are one person each keeps its own consents.
      const ofRecord = (values.text('personId') ?? personId) as PersonId;
      await apiOf(context, peopleRoutes).withdrawConsent({ personId: ofRecord, consentId }, { commandId });
    } else if (values.text('intent') === 'end_override') {
      const overrideId = (values.text('overrideId') ?? '') as OverrideId;
      const ofRecord = (values.text('personId') ?? personId) as PersonId;
      await apiOf(context, peopleRoutes).endOverride({ personId: ofRecord, overrideId }, { commandId });
    } else {
      const screeningId = (values.text('screeningId') ?? '') as ScreeningId;
      await apiOf(context, screeningRoutes).closeScreening({ screeningId }, { commandId });
    }
    return redirect(`/${params['locale']}/work/people/${personId}`);
  });
}

function Facts() {
  const { person, area } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const birth = birthText(person.birth, { t, formats });
  const gender = [person.gender === null ? null : t(`people.gender.${person.gender}`), person.genderWords];
  const names = person.names.filter(({ words }) => words !== person.displayName);
  return (
    <section>
      <h2>{t('referrals.person.facts')}</h2>
      <DescriptionList
        dense
        items={[
          {
            label: t('people.merge.names'),
            value: names.length === 0 ? null : <Bdi>{names.map(({ words }) => words).join(' · ')}</Bdi>,
          },
          { label: t('people.form.birth'), value: birth === null ? null : <Bdi>{birth}</Bdi> },
          {
            label: t('people.field.gender'),
            value: gender.every((one) => one === null) ? null : (
              <Bdi>{gender.filter((one) => one !== null).join(' · ')}</Bdi>
            ),
          },
          {
            label: t('people.field.languages'),
            value:
              person.languages.length === 0 ? null : person.languages.map((one) => languageName(one, t)).join(' · '),
          },
          ...(person.needsInterpreter
            ? [{ label: t('people.field.needsInterpreter'), value: t('people.merge.yes') }]
            : []),
          { label: t('field.areaId'), value: area === null ? null : <LocalText value={area} quiet /> },
          { label: t('referrals.person.added'), value: <DateText value={person.createdAt} /> },
        ]}
      />
    </section>
  );
}

/** A person's story: how to reach them safely, what they want help with, where it went, and what they agreed to. */
export default function PersonPage() {
  const opened = useLoaderData<typeof loader>();
  const { person, consents, overrides, screenings, referrals, now, area, safeContact, standsFor } = opened;
  const { households, cohorts } = opened;
  const { t, href, formats, locale, can } = usePage();
  const at = (path: string) => href(`/work/people/${person.personId}${path}`);
  const shownForms = [
    ...consents.filter((one) => isLive(one, new Date(now))).map(({ consentId }) => `withdraw-${consentId}`),
    ...overrides.filter((one) => isOverrideLive(one, new Date(now))).map(({ overrideId }) => `end-${overrideId}`),
    ...screenings.filter((one) => one.status === 'taken').map(({ screeningId }) => `close-${screeningId}`),
  ];
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/people', label: t('people.search.title') }]} />
      <PageTitle title={personLabel(person, area === null ? null : textIn(area, locale).text, { t, formats })}>
        <ButtonLink to={at('/screening')} kind={screenings.length === 0 ? 'action' : 'plain'}>
          {t('referrals.person.record_needs')}
        </ButtonLink>
        {can('form:answer') ? <ButtonLink to={at('/forms')}>{t('referrals.person.forms')}</ButtonLink> : null}
        <ButtonLink to={at('/plan')}>{t('referrals.plan.title')}</ButtonLink>
        <ButtonLink to={at('/messages')}>{t('referrals.messages.staff_title')}</ButtonLink>
        {can('attachment:read') ? <ButtonLink to={at('/papers')}>{t('referrals.person.papers')}</ButtonLink> : null}
        <ButtonLink to={at('/shortlists')}>{t('referrals.person.shortlists')}</ButtonLink>
        <ButtonLink to={at('/consent')}>{t('people.consents.record')}</ButtonLink>
        <ButtonLink to={at('/names')}>{t('people.names.title')}</ButtonLink>
        {can('person:classify') ? <ButtonLink to={at('/protection')}>{t('people.protection.title')}</ButtonLink> : null}
        <ButtonLink to={at('/keepers')}>{t('people.keepers.title')}</ButtonLink>
        <ButtonLink to={at('/edit')}>{t('referrals.person.edit')}</ButtonLink>
      </PageTitle>
      <RefusalNotice title={t('referrals.person.not_done_title')} shownForms={shownForms} />
      <SafeContact contact={safeContact} />
      {person.recordClass === 'ordinary' ? null : (
        <Notice title={t(`people.class.${person.recordClass}`)}>
          <p>{t(`people.class_means.${person.recordClass}`)}</p>
        </Notice>
      )}
      {person.isRestricted ? (
        <Notice>
          <p>{t('people.restricted')}</p>
        </Notice>
      ) : null}
      <MergedRecords merges={standsFor} personId={person.personId} />
      <div className="two-sides">
        <div>
          <WantedHelp personId={person.personId} screenings={screenings} referrals={referrals} />
          <PersonReferrals referrals={referrals} />
          <PersonHouseholds households={households} personId={person.personId} />
        </div>
        <div>
          <Facts />
          <PersonCohorts of={cohorts} personId={person.personId} />
          <SharingWords {...opened} />
        </div>
      </div>
    </>
  );
}
