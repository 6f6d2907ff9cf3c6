import { apiOf, Bdi, DescriptionList, LocalText, LOCALE_NAMES, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';

/** The account that is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, identityRoutes).getMe({});
}

/** Who one is here, and what one's role lets one do. */
export default function OwnAccountPage() {
  const { account } = useLoaderData<typeof loader>();
  const { t, account: card } = usePage();
  return (
    <>
      <PageTitle title={t('identity.account.title')} />
      <DescriptionList
        items={[
          { label: t('identity.field.displayName'), value: <Bdi>{account.displayName}</Bdi> },
          { label: t('identity.field.email'), value: <Bdi latin>{account.email}</Bdi> },
          { label: t('identity.account.role'), value: t(`identity.role.${account.role}`) },
          { label: t('identity.account.means'), value: t(`identity.role_means.${account.role}`) },
          {
            label: t('identity.account.organisation'),
            value: card?.organisationName ? <LocalText value={card.organisationName} /> : t('identity.account.none'),
          },
          { label: t('identity.field.locale'), value: LOCALE_NAMES[account.locale] },
          {
            label: t('identity.account.second'),
            value: account.hasSecondFactor ? t('identity.account.linked') : t('identity.account.not_linked'),
          },
        ]}
      />
    </>
  );
}
