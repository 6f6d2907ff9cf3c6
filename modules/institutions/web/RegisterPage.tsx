import {
  apiOf,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  NumberText,
  PageTitle,
  Pagination,
  SelectField,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import {
  ComplianceStatus,
  institutionsRoutes,
  LicenceStanding,
  type InstitutionKind,
  type RegisteredInstitution,
} from '../contract/index.ts';
import { askedOf, oneOf } from './asked-of.ts';
import { ComplianceBadge } from './ComplianceBadge.tsx';
import institutionsCss from './institutions.css?url';
import { kindChoices, kindName } from './kind-name.ts';
import { LicenceBadge } from './LicenceBadge.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: institutionsCss }];
}

/** The register as it is asked for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context, institutionsRoutes);
  const register = await api.listRegister({
    ...askedOf(request),
    perPage: 50,
    compliance: oneOf(request, 'compliance', ComplianceStatus.options),
    licence: oneOf(request, 'licence', LicenceStanding.options),
  });
  const { kinds } = await api.listKinds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { register, kinds, areas };
}

function useColumns(kinds: InstitutionKind[]): Column<RegisteredInstitution>[] {
  const { t, href } = usePage();
  return [
    {
      key: 'name',
      heading: t('institutions.field.name'),
      cell: (one) => (
        <>
          <Link to={href(`/work/institutions/${one.institutionId}`)}>
            <LocalText value={one.name} quiet />
          </Link>{' '}
          {one.isConfidential ? <StatusBadge tone="neutral" label={t('institutions.register.confidential')} /> : null}
        </>
      ),
    },
    { key: 'kind', heading: t('field.kind'), cell: (one) => <LocalText value={kindName(kinds, one.kindCode)} quiet /> },
    {
      key: 'compliance',
      heading: t('institutions.fact.compliance'),
      cell: (one) => (
        <>
          <ComplianceBadge status={one.compliance} />
          <br />
          <span className="age">{t(`institutions.compliance_reason.${one.reason}`)}</span>
        </>
      ),
    },
    { key: 'licence', heading: t('institutions.fact.licence'), cell: (one) => <LicenceBadge standing={one.licence} /> },
    {
      key: 'inspected',
      heading: t('institutions.register.inspected'),
      cell: (one) =>
        one.lastInspectedOn === null ? t('institutions.register.never') : <DateText value={one.lastInspectedOn} />,
    },
    {
      key: 'open',
      heading: t('institutions.register.open'),
      isNumber: true,
      cell: (one) => <NumberText value={one.openShortcomings} />,
    },
    {
      key: 'overdue',
      heading: t('institutions.register.overdue'),
      isNumber: true,
      cell: (one) => <NumberText value={one.overdueShortcomings} />,
    },
  ];
}

/** The register of care institutions: who is licensed, who complies, what is open. */
export default function RegisterPage() {
  const { register, kinds, areas } = useLoaderData<typeof loader>();
  const { t, locale, href, can } = usePage();
  const columns = useColumns(kinds);
  const any = t('institutions.register.any');
  return (
    <>
      <PageTitle title={t('institutions.register.title')} lead={<p>{t('institutions.register.lead')}</p>}>
        {can('institution:register') ? (
          <ButtonLink to={href('/work/institutions/new')} kind="action">
            {t('institutions.register.add')}
          </ButtonLink>
        ) : null}
        <ButtonLink to={href('/work/institutions/deadlines')}>{t('institutions.deadlines.title')}</ButtonLink>
      </PageTitle>
      <Filters id="filters" label={t('institutions.list.filter')} inline>
        <SelectField name="kindCode" label={t('field.kind')} emptyLabel={any} options={kindChoices(kinds, locale)} />
        <SelectField name="areaId" label={t('field.areaId')} emptyLabel={any} options={areaChoices(areas, locale)} />
        <SelectField
          name="compliance"
          label={t('institutions.fact.compliance')}
          emptyLabel={any}
          options={ComplianceStatus.options.map((value) => ({ value, label: t(`institutions.compliance.${value}`) }))}
        />
        <SelectField
          name="licence"
          label={t('institutions.fact.licence')}
          emptyLabel={any}
          options={LicenceStanding.options.map((value) => ({ value, label: t(`institutions.licence.${value}`) }))}
        />
      </Filters>
      <p>{t('institutions.list.count', { count: register.total ?? 0 })}</p>
      <DataTable<RegisteredInstitution>
        caption={t('institutions.register.title')}
        hidesCaption
        rows={register.items}
        keyOf={(one) => one.institutionId}
        columns={columns}
        empty={
          <EmptyState title={t('institutions.register.empty')}>
            <p>{t('institutions.register.empty_text')}</p>
          </EmptyState>
        }
      />
      <Pagination {...register} />
    </>
  );
}
