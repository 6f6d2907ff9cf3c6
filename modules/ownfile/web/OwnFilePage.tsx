import { Refusal } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  DataTable,
  DateText,
  LocalText,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import type { InputOf } from '@qantara/kernel';
import { peopleRoutes, type ConsentId } from '@qantara/people/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ownfileRoutes, type OwnOpening } from '../contract/index.ts';
import { ConsentList, OverrideList, RefusalList } from '@qantara/people/web';
import { AskedCorrections } from './AskedCorrections.tsx';
import { HeldFacts } from './HeldFacts.tsx';
import { SentReferrals } from './SentReferrals.tsx';

export const handle: PageHandle = { safeExit: true };

/** The file of whoever opened it with their code; without one, the place to write the code. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    return { file: await apiOf(context, ownfileRoutes).getOwnFile({}), now: new Date().toISOString() };
  } catch (fault) {
    if (fault instanceof Refusal && ['not_signed_in', 'not_allowed'].includes(fault.code))
      return redirect(`/${params['locale']}/follow`);
    throw fault;
  }
}

/** Takes a consent back, asks for a correction, or says whether others may find that they are known. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    if (values.text('intent') === 'hide') {
      const isRestricted = values.text('isRestricted') === 'true';
      await apiOf(context, peopleRoutes).restrictMyRecord({ isRestricted }, { commandId });
    } else if (values.text('intent') === 'correct') {
      const asked = values.toObject() as InputOf<typeof peopleRoutes.askCorrection>;
      await apiOf(context, peopleRoutes).askCorrection(asked, { commandId });
      return redirect(`/${params['locale']}/my-file#corrections`);
    } else {
      const consentId = (values.text('consentId') ?? '') as ConsentId;
      await apiOf(context, ownfileRoutes).withdrawOwnConsent({ consentId }, { commandId });
    }
    return redirect(`/${params['locale']}/my-file`);
  });
}

/** Whether others who look for them are told that nobody is there: the person's own word. */
function Hiding({ isRestricted }: { isRestricted: boolean }) {
  const { t } = usePage();
  return (
    <CommandForm id="hide" action="?">
      <p>{t(isRestricted ? 'ownfile.hidden' : 'ownfile.findable')}</p>
      <input type="hidden" name="isRestricted" value={String(!isRestricted)} />
      <SubmitButton kind="plain" intent="hide">
        {t(isRestricted ? 'ownfile.show_me' : 'ownfile.hide_me')}
      </SubmitButton>
    </CommandForm>
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
  const { file, now } = useLoaderData<typeof loader>();
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
      <HeldFacts file={file} />
      <Hiding isRestricted={file.isRestricted} />
      <AskedCorrections corrections={file.corrections} />
      <h2>{t('ownfile.consents')}</h2>
      <p className="hint">{t('ownfile.withdraw_text')}</p>
      <ConsentList consents={file.consents} names={file.partnerNames} now={now} />
      <RefusalList refusals={file.refusals} names={file.partnerNames} now={now} title={t('ownfile.refused')} />
      <OverrideList overrides={file.overrides} names={file.partnerNames} now={now} title={t('ownfile.overridden')} />
      <SentReferrals sent={file.sent} />
      <h2>{t('ownfile.openings')}</h2>
      <p>{t('ownfile.openings_lead')}</p>
      <Openings openings={file.openings} hasMore={file.hasMore} />
    </>
  );
}
