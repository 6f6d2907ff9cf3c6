import { textIn, type InputOf } from '@qantara/kernel';
import { listAllOrganisations, organisationChoices } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DateField,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  pageContext,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { agreementsRoutes, type Agreement, type AgreementId } from '../contract/index.ts';
import { AgreementBadge } from './AgreementBadge.tsx';
import { DraftForms, Notes, RenewForm, Succession } from './AgreementLife.tsx';
import { PartyItem } from './PartyItem.tsx';

const idOf = (params: Record<string, string | undefined>): AgreementId => (params['agreementId'] ?? '') as AgreementId;

/** The agreement, and who may still become a party. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const agreement = await apiOf(context, agreementsRoutes).getAgreement({ agreementId: idOf(params) });
  const mayChange = context.get(pageContext).account?.permissions.includes('agreement:write') ?? false;
  const parties = new Set(agreement.parties.map(({ organisationId }) => organisationId));
  const organisations = mayChange ? await listAllOrganisations(context) : [];
  const others = organisations.filter(({ organisationId }) => !parties.has(organisationId));
  return { agreement, organisations, others, mayChange };
}

type Doing = {
  api: ReturnType<typeof apiOf<typeof agreementsRoutes>>;
  agreementId: AgreementId;
  values: FormValues;
  command: { commandId: string };
};

/** What each button of the page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  sign: ({ api, agreementId, values, command }) =>
    api.signAgreement({ agreementId, ...(values.toObject() as SignInput) }, command),
  leave: ({ api, agreementId, values, command }) =>
    api.leaveAgreement({ agreementId, ...(values.toObject() as LeaveInput) }, command),
  add: ({ api, agreementId, values, command }) =>
    api.addParty({ agreementId, organisationId: values.text('organisationId') ?? '' }, command),
  end: ({ api, agreementId, values, command }) =>
    api.endAgreement({ agreementId, ...(values.toObject() as EndInput) }, command),
  draft: ({ api, agreementId, values, command }) =>
    api.changeDraft({ agreementId, ...(values.toObject() as DraftInput) }, command),
  offer: ({ api, agreementId, values, command }) =>
    api.offerAgreement({ agreementId, version: values.text('version') ?? '' }, command),
  renew: ({ api, agreementId, values, command }) =>
    api.renewAgreement({ agreementId, ...(values.toObject() as RenewInput) }, command),
  note: ({ api, agreementId, values, command }) =>
    api.noteAgreement({ agreementId, words: values.text('words') ?? '' }, command),
};
type SignInput = { organisationId: string; signedOn: string; signatory: string };
type LeaveInput = { organisationId: string; leftOn: string };
type DraftInput = Omit<InputOf<typeof agreementsRoutes.changeDraft>, 'agreementId'>;
type RenewInput = Omit<InputOf<typeof agreementsRoutes.renewAgreement>, 'agreementId'>;
type EndInput = { endedOn: string; reason: string; version: number };

/** Signs, leaves, ends, adds a party, writes the draft, renews, or says something of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const step = STEPS[values.text('intent') ?? ''];
    const doing = { api: apiOf(context, agreementsRoutes), agreementId: idOf(params), values, command: { commandId } };
    const answer = await step?.(doing);
    const isRenewed = values.text('intent') === 'renew' && isAgreement(answer);
    return redirect(
      isRenewed ? `/${params['locale']}/work/agreements/${answer.agreementId}` : new URL(request.url).pathname,
    );
  });
}

const isAgreement = (answer: unknown): answer is Agreement =>
  typeof answer === 'object' && answer !== null && 'agreementId' in answer;

function Facts({ agreement }: { agreement: Agreement }) {
  const { t } = usePage();
  const words = (prefix: string, codes: readonly string[]) =>
    codes.map((code) => t(`${prefix}.${code}`)).join(t('agreements.comma'));
  const { lastDay, endedOn, endReason } = agreement;
  return (
    <DescriptionList
      items={[
        { label: t('agreements.field.kind'), value: t(`agreements.kind.${agreement.kind}`) },
        { label: t('agreements.field.purposes'), value: words('agreements.purpose', agreement.purposes) },
        { label: t('agreements.field.categories'), value: words('agreements.category', agreement.categories) },
        { label: t('agreements.field.startsOn'), value: <DateText value={agreement.startsOn} /> },
        {
          label: t('agreements.field.lastDay'),
          value: lastDay === null ? t('agreements.no_end') : <DateText value={lastDay} />,
        },
        ...(endedOn === null
          ? []
          : [
              { label: t('agreements.field.endedOn'), value: <DateText value={endedOn} /> },
              { label: t('agreements.field.reason'), value: <bdi>{endReason}</bdi> },
            ]),
      ]}
    />
  );
}

function EndForm({ version }: { version: number }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('agreements.end')} title={t('agreements.end_title')} kind="danger">
      <p>{t('agreements.end_text')}</p>
      <CommandForm id="end">
        <input type="hidden" name="version" value={version} />
        <DateField name="endedOn" label={t('agreements.field.endedOn')} hint={t('agreements.ended_hint')} required />
        <TextField name="reason" label={t('agreements.field.reason')} maxLength={500} required />
        <SubmitButton intent="end">{t('agreements.end')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

type PartiesProps = { agreement: Agreement; others: OrganisationNames; mayChange: boolean };
type OrganisationNames = Parameters<typeof organisationChoices>[0];

/** Who it is between, and who may become a party. */
function Parties({ agreement, others, mayChange }: PartiesProps) {
  const { t, locale } = usePage();
  return (
    <>
      <h2>{t('agreements.field.organisationIds')}</h2>
      <ul className="plain-list">
        {agreement.parties.map((party) => (
          <PartyItem key={party.organisationId} party={party} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && others.length > 0 ? (
        <CommandForm id="add">
          <SelectField
            name="organisationId"
            label={t('agreements.add_party')}
            options={organisationChoices(others, locale)}
            required
          />
          <SubmitButton intent="add">{t('agreements.add_party')}</SubmitButton>
        </CommandForm>
      ) : null}
    </>
  );
}

/** One agreement: what may pass by it, between whom, until when. */
export default function AgreementPage() {
  const { agreement, organisations, others, mayChange } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const isLiving = mayChange && agreement.status !== 'ended';
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/agreements', label: t('agreements.title') }]} />
      <PageTitle title={textIn(agreement.title, locale).text} lead={<AgreementBadge status={agreement.status} />} />
      {agreement.summary === null ? null : (
        <p>
          <LocalText value={agreement.summary} />
        </p>
      )}
      <Facts agreement={agreement} />
      <Succession agreement={agreement} />
      {mayChange && agreement.isDraft ? <DraftForms agreement={agreement} organisations={organisations} /> : null}
      <Parties agreement={agreement} others={others} mayChange={isLiving && !agreement.isDraft} />
      <Notes notes={agreement.notes} />
      {mayChange && !agreement.isDraft && agreement.followedById === null ? <RenewForm /> : null}
      {isLiving ? <EndForm version={agreement.version} /> : null}
    </>
  );
}
