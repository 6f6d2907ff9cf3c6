import { Refusal } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  DataTable,
  DateText,
  DescriptionList,
  LOCALE_NAMES,
  LocalText,
  Notice,
  PageTitle,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import type { ConsentId } from '@qantara/people/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ownfileRoutes, type OwnFile, type OwnOpening } from '../contract/index.ts';
import { OwnConsentList } from './OwnConsentList.tsx';

export const handle: PageHandle = { safeExit: true };

/** The file of whoever opened it with their code; without one, the place to write the code. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    return { file: await apiOf(context, ownfileRoutes).getOwnFile({}) };
  } catch (fault) {
    if (fault instanceof Refusal && ['not_signed_in', 'not_allowed'].includes(fault.code))
      return redirect(`/${params['locale']}/follow`);
    throw fault;
  }
}

/** Takes a consent back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const consentId = (values.text('consentId') ?? '') as ConsentId;
    await apiOf(context, ownfileRoutes).withdrawOwnConsent({ consentId }, { commandId });
    return redirect(`/${params['locale']}/my-file`);
  });
}

function Held({ file }: { file: OwnFile }) {
  const { t, formats } = usePage();
  const missing = t('ui.data.missing');
  return (
    <DescriptionList
      items={[
        { label: t('ownfile.name'), value: file.displayName === null ? missing : <Bdi>{file.displayName}</Bdi> },
        { label: t('ownfile.birth_year'), value: file.birthYear === null ? missing : String(file.birthYear) },
        {
          label: t('ownfile.languages'),
          value: file.languages.length === 0 ? missing : formats.list(file.languages.map((one) => LOCALE_NAMES[one])),
        },
        {
          label: t('ownfile.area'),
          value: file.areaName === null ? missing : <LocalText value={file.areaName} quiet />,
        },
        { label: t('ownfile.contact'), value: t(file.mayContact ? 'ownfile.may_contact' : 'ownfile.no_contact') },
        ...file.contactPoints.map(({ kind, value, isSafe, note }) => ({
          label: t(`people.contactKind.${kind}`),
          value: (
            <>
              <Bdi>{value}</Bdi> {t(isSafe ? 'ownfile.safe' : 'ownfile.unsafe')}{' '}
              {note === null ? null : <Bdi>{note}</Bdi>}
            </>
          ),
        })),
        {
          label: t('ownfile.looked_after'),
          value: file.lookedAfterBy === null ? t('ownfile.nobody_yet') : <LocalText value={file.lookedAfterBy} quiet />,
        },
        { label: t('ownfile.since'), value: <DateText value={file.since} /> },
      ]}
    />
  );
}

function Openings({ openings, hasMore }: { openings: OwnOpening[]; hasMore: boolean }) {
  const { t } = usePage();
  return (
    <>
      <DataTable<OwnOpening & { key: string }>
        caption={t('ownfile.openings')}
        hidesCaption
        rows={openings.map((opening, index) => ({ ...opening, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={[
          { key: 'at', heading: t('ownfile.when'), cell: ({ at }) => <DateText value={at} style="dateTime" /> },
          {
            key: 'who',
            heading: t('ownfile.who'),
            cell: ({ organisationName, by }) =>
              organisationName === null ? (
                t(by === 'own' ? 'ownfile.you' : 'ownfile.this_service')
              ) : (
                <LocalText value={organisationName} quiet />
              ),
          },
          { key: 'what', heading: t('ownfile.opened'), cell: ({ what }) => t(`ownfile.what.${what}`) },
          { key: 'by', heading: t('ownfile.why'), cell: ({ by }) => t(`ownfile.by.${by}`) },
        ]}
      />
      {hasMore ? <p>{t('ownfile.older')}</p> : null}
    </>
  );
}

/** What is held of a person, what they agreed to, who opened it and when: their own page. */
export default function OwnFilePage() {
  const { file } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('ownfile.title')} lead={<p>{t('ownfile.lead')}</p>} />
      <p className="actions">
        <ButtonLink to={href('/follow')}>{t('ownfile.back')}</ButtonLink>
        <a href={href('/my-file.json')} download>
          {t('ownfile.download')}
        </a>
      </p>
      <h2>{t('ownfile.held')}</h2>
      <Held file={file} />
      <Notice title={t('ownfile.correct_title')}>
        <p>{t('ownfile.correct')}</p>
      </Notice>
      <h2>{t('ownfile.consents')}</h2>
      <OwnConsentList consents={file.consents} />
      <h2>{t('ownfile.openings')}</h2>
      <p>{t('ownfile.openings_lead')}</p>
      <Openings openings={file.openings} hasMore={file.hasMore} />
    </>
  );
}
