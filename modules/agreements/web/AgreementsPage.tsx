import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  NumberText,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { agreementsRoutes, type Agreement } from '../contract/index.ts';
import { AgreementBadge } from './AgreementBadge.tsx';

/** The agreements that the reader may see: all of them, or those of their own organisation. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'agreement:read');
  return apiOf(context, agreementsRoutes).listAgreements({});
}

const signedBy = ({ parties }: Agreement): number => parties.filter(({ signedOn }) => signedOn !== null).length;

/** What organisations agreed to, and where each agreement stands. */
export default function AgreementsPage() {
  const { agreements } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  return (
    <>
      <PageTitle title={t('agreements.title')} lead={<p>{t('agreements.lead')}</p>} />
      {can('agreement:write') ? (
        <p>
          <ButtonLink to={href('/work/agreements/new')}>{t('agreements.new')}</ButtonLink>
        </p>
      ) : null}
      <DataTable<Agreement>
        caption={t('agreements.title')}
        hidesCaption
        rows={agreements}
        keyOf={({ agreementId }) => agreementId}
        empty={<EmptyState title={t('agreements.none')} />}
        columns={[
          {
            key: 'title',
            heading: t('agreements.field.title'),
            cell: ({ agreementId, title }) => (
              <Link to={href(`/work/agreements/${agreementId}`)}>
                <LocalText value={title} quiet />
              </Link>
            ),
          },
          { key: 'kind', heading: t('agreements.field.kind'), cell: ({ kind }) => t(`agreements.kind.${kind}`) },
          {
            key: 'status',
            heading: t('agreements.standing'),
            cell: ({ status }) => <AgreementBadge status={status} />,
          },
          {
            key: 'signed',
            heading: t('agreements.signed'),
            cell: (agreement) => (
              <>
                <NumberText value={signedBy(agreement)} /> / <NumberText value={agreement.parties.length} />
              </>
            ),
          },
          {
            key: 'end',
            heading: t('agreements.field.lastDay'),
            cell: ({ lastDay, endedOn }) => {
              const end = endedOn ?? lastDay;
              return end === null ? t('agreements.no_end') : <DateText value={end} />;
            },
          },
        ]}
      />
    </>
  );
}
