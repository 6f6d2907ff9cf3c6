import {
  apiOf,
  EmptyState,
  Filters,
  LocalText,
  PageTitle,
  Pagination,
  Phone,
  ResultItem,
  ResultList,
  SelectField,
  usePage,
} from '@qantara/ui';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { areaChoices, areaName } from '@qantara/territory/web';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes, type InstitutionKind, type PublicInstitution } from '../contract/index.ts';
import { askedOf } from './asked-of.ts';
import institutionsCss from './institutions.css?url';
import { kindChoices, kindName } from './kind-name.ts';
import { ComplianceSaid, LicenceSaid, PlacesSaid } from './PublicFacts.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: institutionsCss }];
}

/** The institutions that fit, and what can be chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context, institutionsRoutes);
  const { kinds } = await api.listKinds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { found: await api.findInstitutions({ ...askedOf(request), perPage: 12 }), kinds, areas };
}

function Lines({ one, kinds, areas }: { one: PublicInstitution; kinds: InstitutionKind[]; areas: Area[] }) {
  const { t } = usePage();
  const area = areaName(areas, one.areaId);
  return (
    <>
      <p>
        <LocalText value={kindName(kinds, one.kindCode)} quiet />
        {' · '}
        {area === null ? (
          t(one.isConfidential ? 'institutions.said.secret' : 'institutions.said.no_area')
        ) : (
          <LocalText value={area} quiet />
        )}
      </p>
      <ul className="institution-facts">
        <li>
          <LicenceSaid institution={one} />
        </li>
        <li>
          <ComplianceSaid institution={one} />
        </li>
        <li>
          <PlacesSaid institution={one} />
        </li>
      </ul>
      {one.phone === null ? null : <Phone number={one.phone} />}
    </>
  );
}

/** Care institutions, for whoever looks for one to rely on: without script and without an account. */
export default function InstitutionsPage() {
  const { found, kinds, areas } = useLoaderData<typeof loader>();
  const { t, locale, href } = usePage();
  const label = t('institutions.list.count', { count: found.total ?? 0 });
  return (
    <>
      <PageTitle title={t('institutions.list.title')} lead={<p>{t('institutions.list.lead')}</p>} />
      <Filters id="search" label={t('institutions.list.filter')}>
        <SelectField
          name="kindCode"
          label={t('field.kind')}
          emptyLabel={t('institutions.list.any_kind')}
          options={kindChoices(kinds, locale)}
        />
        <SelectField
          name="areaId"
          label={t('field.areaId')}
          emptyLabel={t('institutions.list.anywhere')}
          options={areaChoices(areas, locale)}
        />
      </Filters>
      <h2>{label}</h2>
      {found.items.length === 0 ? (
        <EmptyState title={t('institutions.list.none')}>
          <p>{t('institutions.list.none_text')}</p>
          <p className="actions">
            <a href={href('/institutions')}>{t('institutions.list.all')}</a>
            <a href={href('/ask')}>{t('institutions.list.ask')}</a>
          </p>
        </EmptyState>
      ) : (
        <ResultList label={label}>
          {found.items.map((one) => (
            <ResultItem
              key={one.institutionId}
              to={href(`/institutions/${one.institutionId}`)}
              title={<LocalText value={one.name} quiet />}
            >
              <Lines one={one} kinds={kinds} areas={areas} />
            </ResultItem>
          ))}
        </ResultList>
      )}
      <Pagination {...found} />
    </>
  );
}
