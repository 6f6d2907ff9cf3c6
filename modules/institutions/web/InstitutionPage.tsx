import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  Phone,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes, type InstitutionId } from '../contract/index.ts';
import institutionsCss from './institutions.css?url';
import { kindName } from './kind-name.ts';
import { ComplianceSaid, LicenceSaid, PlacesSaid } from './PublicFacts.tsx';

/** Some of them shelter people from violence: whoever reads may have to leave at once. */
export const handle: PageHandle = { safeExit: true };

export function links() {
  return [{ rel: 'stylesheet', href: institutionsCss }];
}

/** What one may rely on of one institution. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const institutionId = (params['institutionId'] ?? '') as InstitutionId;
  const api = apiOf(context, institutionsRoutes);
  const institution = await api.getPublicInstitution({ institutionId });
  const { kinds } = await api.listKinds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { institution, kind: kindName(kinds, institution.kindCode), area: areaName(areas, institution.areaId) };
}

/** One institution as a resident may rely on it. */
export default function InstitutionPage() {
  const { institution, kind, area } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { address, phone, organisationName, compliance } = institution;
  return (
    <>
      <Breadcrumbs items={[{ path: '/institutions', label: t('institutions.list.title') }]} />
      <PageTitle
        title={text(institution.name).text}
        lead={
          <p>
            <LocalText value={kind} quiet />
          </p>
        }
      />
      {institution.isLicensed ? null : (
        <Notice kind="warning" title={t('institutions.said.not_licensed_title')}>
          <p>{t('institutions.said.not_licensed_text')}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { label: t('institutions.fact.phone'), value: phone === null ? null : <Phone number={phone} /> },
          { label: t('institutions.fact.places'), value: <PlacesSaid institution={institution} /> },
          { label: t('institutions.fact.licence'), value: <LicenceSaid institution={institution} /> },
          {
            label: t('institutions.fact.compliance'),
            value: (
              <>
                <ComplianceSaid institution={institution} />
                {t(`institutions.means.${compliance}`)}
              </>
            ),
          },
          {
            label: t('field.areaId'),
            value: area === null ? null : <LocalText value={area} quiet />,
          },
          { label: t('institutions.field.address'), value: address === null ? null : <Bdi>{address}</Bdi> },
          {
            label: t('institutions.fact.run_by'),
            value: organisationName === null ? null : <LocalText value={organisationName} quiet />,
          },
        ].filter(
          ({ label }) =>
            !institution.isConfidential || ![t('field.areaId'), t('institutions.field.address')].includes(label),
        )}
      />
      {institution.isConfidential ? (
        <Notice title={t('institutions.said.secret')}>
          <p>{t('institutions.said.secret_text')}</p>
        </Notice>
      ) : null}
      <p className="hint">{t('institutions.fact.source')}</p>
    </>
  );
}
