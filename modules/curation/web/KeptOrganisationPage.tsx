import { Refusal, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  pageContext,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type LinkId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { EntriesTable } from './organisation/EntriesTable.tsx';
import { invitationOf, type Invitation } from './organisation/invitation.ts';
import { InvitationCard } from './organisation/InvitationCard.tsx';
import { KeeperForm } from './organisation/KeeperForm.tsx';
import { LivingLinks } from './organisation/LivingLinks.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** What the address may say was done a moment ago. */
const SAID = ['added', 'saved', 'place'];

/** The organisation's entries, who keeps them, and its living links. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { organisationId = '' } = params;
  const said = new URL(request.url).searchParams.get('said');
  return { kept: await apiOf(context, curationRoutes).getKeptOrganisation({ organisationId }), said };
}

type Args = ActionFunctionArgs;
type Command = { commandId: string };

async function makeInvitation({ context, params, request }: Args, command: Command): Promise<{ made: Invitation }> {
  const { organisationId = '' } = params;
  const api = apiOf(context, curationRoutes);
  const { token, expiresAt } = await api.makeLink({ organisationId }, command);
  const { keeper, organisationName } = await api.getKeptOrganisation({ organisationId });
  const { locale: own, region } = context.get(pageContext);
  const locale = keeper?.locale ?? own;
  const url = `${new URL(request.url).origin}/${locale}/keep/${token}`;
  return { made: invitationOf({ locale, region, organisationName, url, expiresAt }) };
}

async function takeStep({ context, params }: Args, values: FormValues, command: Command): Promise<void> {
  const api = apiOf(context, curationRoutes);
  const intent = values.text('intent');
  const { organisationId = '' } = params;
  if (intent === 'keeper') {
    const keeper = { ...values.toObject(), organisationId } as InputOf<typeof curationRoutes.saveKeeper>;
    await api.saveKeeper(keeper, command);
  } else if (intent === 'revoke') await api.revokeLink({ linkId: (values.text('linkId') ?? '') as LinkId }, command);
  else if (intent === 'confirm')
    await api.confirmService({ serviceId: (values.text('serviceId') ?? '') as ServiceId }, command);
  else throw new Refusal('invalid_input');
}

/** Names the keeper, makes or revokes a link, confirms an entry. A link that was made stands in the answer, once. */
export async function action(args: Args) {
  return answerForm(args.request, async (values, commandId) => {
    if (values.text('intent') === 'link') return makeInvitation(args, { commandId });
    await takeStep(args, values, { commandId });
    return redirect(args.request.url);
  });
}

function madeIn(answer: unknown): Invitation | null {
  return typeof answer === 'object' && answer !== null && 'made' in answer ? (answer.made as Invitation) : null;
}

/** One organisation: its entries and their standing, who keeps them, and the links by which they are confirmed. */
export default function KeptOrganisationPage() {
  const { kept, said } = useLoaderData<typeof loader>();
  const made = madeIn(useActionData<unknown>());
  const { t, text, href } = usePage();
  const here = `/curation/organisations/${kept.organisationId}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          { label: t('curation.freshness.all_organisations'), path: '/curation/organisations' },
        ]}
      />
      <PageTitle title={text(kept.organisationName).text} />
      {SAID.includes(said ?? '') ? (
        <Notice kind="success" title={t(`curation.organisation.said_${said}`)} isNews />
      ) : null}
      <p className="actions">
        <ButtonLink to={href(`${here}/edit`)} kind="plain">
          {t('curation.organisation.edit')}
        </ButtonLink>
        <ButtonLink to={href(`${here}/places/new`)} kind="plain">
          {t('curation.places.new')}
        </ButtonLink>
        <ButtonLink to={href(`/curation/entries/new?organisationId=${kept.organisationId}`)} kind="plain">
          {t('curation.entry_new.title')}
        </ButtonLink>
      </p>
      <section aria-labelledby="links">
        <h2 id="links">{t('curation.link.title')}</h2>
        <p>{t('curation.link.lead')}</p>
        {made === null ? null : <InvitationCard invitation={made} keeper={kept.keeper} />}
        <CommandForm id="link">
          <SubmitButton intent="link">{t('curation.link.make')}</SubmitButton>
        </CommandForm>
        <LivingLinks links={kept.links} />
      </section>
      <section aria-labelledby="entries">
        <h2 id="entries">{t('curation.keep.entries')}</h2>
        <EntriesTable entries={kept.entries} />
      </section>
      <section aria-labelledby="who">
        <h2 id="who">{t('curation.keeper.title')}</h2>
        <p>{t(kept.keeper === null ? 'curation.keeper.nobody' : 'curation.keeper.lead')}</p>
        <KeeperForm keeper={kept.keeper} />
      </section>
    </>
  );
}
