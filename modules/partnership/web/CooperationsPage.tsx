import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  PageTitle,
  SelectField,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { CooperationKind, CooperationState, partnershipRoutes, type Cooperation } from '../contract/index.ts';
import { cooperationsAsked } from './cooperations-asked.ts';
import { PartnershipLinks } from './PartnershipLinks.tsx';
import { useBudgetText } from './use-budget-text.ts';

/** The register, of one kind or state where that was chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  return apiOf(context, partnershipRoutes).listCooperations(cooperationsAsked(request));
}

/** With whom the region works together beyond its own organisations (M8). */
export default function CooperationsPage() {
  const { cooperations } = useLoaderData<typeof loader>();
  const { t, href, can, search } = usePage();
  const budgetText = useBudgetText();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('partnership.crumb.governance') }]} />
      <PageTitle title={t('partnership.cooperations.title')} lead={<p>{t('partnership.cooperations.lead')}</p>} />
      <PartnershipLinks />
      {can('governance:write') ? (
        <p>
          <ButtonLink to={href('/work/partnership/cooperations/new')}>{t('partnership.cooperations.new')}</ButtonLink>
        </p>
      ) : null}
      <Filters id="cooperations" label={t('partnership.filter')}>
        <SelectField
          name="kind"
          label={t('partnership.field.cooperationKind')}
          options={CooperationKind.options.map((value) => ({
            value,
            label: t(`partnership.cooperation_kind.${value}`),
          }))}
        />
        <SelectField
          name="state"
          label={t('partnership.field.state')}
          options={CooperationState.options.map((value) => ({
            value,
            label: t(`partnership.cooperation_state.${value}`),
          }))}
        />
      </Filters>
      <p>
        <Link to={href(`/work/partnership/cooperations.csv${search}`)} reloadDocument>
          {t('partnership.csv')}
        </Link>
      </p>
      <DataTable<Cooperation>
        caption={t('partnership.cooperations.title')}
        hidesCaption
        rows={cooperations}
        keyOf={({ cooperationId }) => cooperationId}
        empty={<EmptyState title={t('partnership.cooperations.none')} />}
        columns={[
          {
            key: 'partner',
            heading: t('partnership.field.partner'),
            cell: ({ cooperationId, partner }) => (
              <Link to={href(`/work/partnership/cooperations/${cooperationId}`)} dir="auto">
                {partner}
              </Link>
            ),
          },
          {
            key: 'kind',
            heading: t('partnership.field.cooperationKind'),
            cell: ({ kind, frame }) =>
              frame === null ? t(`partnership.cooperation_kind.${kind}`) : t(`partnership.frame.${frame}`),
          },
          { key: 'place', heading: t('partnership.field.place'), cell: ({ place }) => <bdi>{place}</bdi> },
          {
            key: 'subject',
            heading: t('partnership.field.subject'),
            cell: ({ subject }) => <LocalText value={subject} quiet />,
          },
          {
            key: 'from',
            heading: t('partnership.field.startsOn'),
            cell: ({ startsOn }) => <DateText value={startsOn} />,
          },
          {
            key: 'budget',
            heading: t('partnership.field.budget'),
            isNumber: true,
            cell: (one) => <bdi>{budgetText(one)}</bdi>,
          },
          {
            key: 'state',
            heading: t('partnership.field.state'),
            cell: ({ state }) => t(`partnership.cooperation_state.${state}`),
          },
        ]}
      />
    </>
  );
}
