import { dayIn } from '@qantara/kernel';
import { RefusalNotice } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  isFormAnswer,
  LocalText,
  Notice,
  pageContext,
  PageTitle,
  Timeline,
  usePage,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes, type InstitutionId, type OpenInstitution, type Requirement } from '../contract/index.ts';
import { actOnInstitution } from './act-on-institution.ts';
import { ComplianceBadge } from './ComplianceBadge.tsx';
import { NewInspectionForms } from './InspectionForms.tsx';
import { InspectionItem } from './InspectionItem.tsx';
import { InstitutionFacts } from './InstitutionFacts.tsx';
import institutionsCss from './institutions.css?url';
import { kindName } from './kind-name.ts';
import { LicenceSection } from './LicenceSection.tsx';
import { ShortcomingItem } from './ShortcomingItem.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: institutionsCss }];
}

/** The institution with its story, if it is ours to see. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const api = apiOf(context, institutionsRoutes);
  const institutionId = (params['institutionId'] ?? '') as InstitutionId;
  const institution = await api.getInstitution({ institutionId });
  const { kinds, requirements } = await api.listKinds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const today = dayIn(context.get(pageContext).region.timeZone, new Date());
  return {
    institution,
    kind: kindName(kinds, institution.kindCode),
    area: areaName(areas, institution.areaId),
    requirements,
    today,
  };
}

/** Does what was pressed, and shows what came of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const institutionId = params['institutionId'] ?? '';
    await actOnInstitution(apiOf(context, institutionsRoutes), institutionId, { values, commandId });
    return redirect(`/${params['locale']}/work/institutions/${institutionId}`);
  });
}

function Shortcomings({ institution, requirements }: { institution: OpenInstitution; requirements: Requirement[] }) {
  const { t } = usePage();
  const settled = institution.shortcomings.filter(({ standing }) => standing === 'verified');
  const open = institution.shortcomings.filter(({ standing }) => standing !== 'verified');
  const item = (one: OpenInstitution['shortcomings'][number]) => (
    <ShortcomingItem key={one.shortcomingId} shortcoming={one} requirements={requirements} />
  );
  return (
    <section aria-labelledby="shortcomings">
      <h2 id="shortcomings">{t('institutions.shortcomings.title')}</h2>
      {open.length === 0 ? <p>{t('institutions.shortcomings.none')}</p> : open.map(item)}
      {settled.length === 0 ? null : (
        <details className="step">
          <summary>{t('institutions.shortcomings.settled', { count: settled.length })}</summary>
          {settled.map(item)}
        </details>
      )}
    </section>
  );
}

function Story({ story }: { story: OpenInstitution['story'] }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('institutions.open.story')}</h2>
      <Timeline
        label={t('institutions.open.story')}
        entries={story.map((entry) => ({
          key: entry.entryId,
          at: entry.at,
          title: t(`institutions.story.${entry.what}`),
          by: entry.organisationName === null ? undefined : <LocalText value={entry.organisationName} quiet />,
          body:
            entry.note === null ? undefined : (
              <p>
                <Bdi>{entry.note}</Bdi>
              </p>
            ),
        }))}
      />
    </section>
  );
}

/** The forms that are on the page now: a refusal of another one is said above all. */
function shownForms(institution: OpenInstitution): string[] {
  return [
    'visit',
    'plan',
    'places',
    ...institution.licenceSteps.map((step) => `licence-${step}`),
    ...institution.shortcomings.flatMap(({ may, shortcomingId }) => may.map((step) => `${step}-${shortcomingId}`)),
    ...institution.inspections.flatMap(({ inspectionId, state }) =>
      state === 'planned' ? [`record-${inspectionId}`, `cancel-${inspectionId}`] : [`shortcoming-${inspectionId}`],
    ),
  ];
}

/** One institution as staff work with it: how it stands and why, its licence, inspections, what falls short, its story. */
export default function OpenInstitutionPage() {
  const { institution, kind, area, requirements, today } = useLoaderData<typeof loader>();
  const { t, text, can, href } = usePage();
  const isRefused = isFormAnswer(useActionData<unknown>());
  const { compliance, inspections } = institution;
  const newest = inspections.find(({ state }) => state === 'done')?.inspectionId;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/institutions', label: t('institutions.register.title') }]} />
      <PageTitle
        title={text(institution.name).text}
        lead={
          <p>
            <LocalText value={kind} quiet /> <ComplianceBadge status={compliance.status} />
          </p>
        }
      >
        {can('institution:register') ? (
          <ButtonLink to={href(`/work/institutions/${institution.institutionId}/edit`)}>
            {t('institutions.open.correct')}
          </ButtonLink>
        ) : null}
        <ButtonLink to={href(`/institutions/${institution.institutionId}`)}>{t('institutions.open.public')}</ButtonLink>
      </PageTitle>
      <RefusalNotice title={t('institutions.open.changed')} shownForms={shownForms(institution)} />
      <Notice kind={compliance.status === 'not_compliant' ? 'warning' : 'info'}>
        <p>{t(`institutions.compliance_reason.${compliance.reason}`)}</p>
      </Notice>
      <div className="two-sides">
        <div>
          <Shortcomings institution={institution} requirements={requirements} />
          <section aria-labelledby="inspections">
            <h2 id="inspections">{t('institutions.inspect.title')}</h2>
            {can('institution:inspect') ? <NewInspectionForms today={today} /> : null}
            {inspections.length === 0 ? <p>{t('institutions.said.never_inspected')}</p> : null}
            {inspections.map((inspection) => (
              <InspectionItem
                key={inspection.inspectionId}
                inspection={inspection}
                requirements={requirements}
                today={today}
                isNewest={inspection.inspectionId === newest && !isRefused}
              />
            ))}
          </section>
        </div>
        <div>
          <InstitutionFacts institution={institution} area={area} today={today} />
          <LicenceSection institution={institution} />
          <Story story={institution.story} />
        </div>
      </div>
    </>
  );
}
