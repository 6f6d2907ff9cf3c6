import { textIn, type InputOf, type LocalizedText } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  pageContext,
  PageTitle,
  ResultItem,
  ResultList,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { directoryRoutes, type ServiceId } from '@qantara/directory/contract';
import { Link, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { codeAnswer, codeIn } from './suggest/code-answer.ts';
import { standsNow } from './suggest/stands-now.ts';
import { SuggestDone } from './suggest/SuggestDone.tsx';
import {
  ContactFields,
  MessageField,
  OtherFields,
  suggestLabels,
  UsualFields,
  type StandsNow,
} from './suggest/SuggestFields.tsx';

export const handle: PageHandle = { formId: 'suggest' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

const KINDS = ['change', 'closed', 'claim'] as const;
type Kind = (typeof KINDS)[number];

/** The entry, and what is to be said of it, once that was chosen. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const service = await apiOf(context, directoryRoutes).getService({ serviceId });
  const asked = new URL(request.url).searchParams.get('kind');
  const kind = KINDS.find((one) => one === asked) ?? null;
  const { locale } = context.get(pageContext);
  return { serviceId, name: service.name, kind, now: standsNow(service, locale) };
}

/** Sends what was said, once, and shows the code by which its answer is read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { locale } = context.get(pageContext);
    const input = { ...values.toObject(), serviceId: params['serviceId'], locale };
    const { code } = await apiOf(context, curationRoutes).suggest(input as InputOf<typeof curationRoutes.suggest>, {
      commandId,
    });
    return codeAnswer('suggest', code);
  });
}

function Kinds({ serviceId }: { serviceId: string }) {
  const { t, href } = usePage();
  return (
    <ResultList label={t('curation.suggest.kinds')}>
      {KINDS.map((kind) => (
        <ResultItem
          key={kind}
          to={href(`/services/${serviceId}/suggest?kind=${kind}`)}
          title={t(`curation.suggest_kind.${kind}`)}
        >
          <p>{t(`curation.suggest_kind_text.${kind}`)}</p>
        </ResultItem>
      ))}
    </ResultList>
  );
}

function HaveAnswer() {
  const { t, href } = usePage();
  return (
    <p>
      <Link to={href('/suggestions')}>{t('curation.answer.have')}</Link>
    </p>
  );
}

function KindForm({ kind, now }: { kind: Kind; now: StandsNow }) {
  const { t } = usePage();
  return (
    <CommandForm id="suggest" labels={suggestLabels(t)}>
      <input type="hidden" name="kind" value={kind} />
      <MessageField purpose={kind} />
      {kind === 'change' ? (
        <>
          <UsualFields now={now} />
          <OtherFields now={now} withName />
        </>
      ) : null}
      <ContactFields isClaim={kind === 'claim'} />
      <SubmitButton>{t('curation.suggest.send')}</SubmitButton>
      <p className="hint">{t('curation.suggest.nothing_changes')}</p>
    </CommandForm>
  );
}

function Trail({ serviceId, name }: { serviceId: string; name: LocalizedText }) {
  const { t, locale } = usePage();
  return (
    <Breadcrumbs
      items={[
        { label: t('curation.suggest.services'), path: '/services' },
        { label: textIn(name, locale).text, path: `/services/${serviceId}` },
      ]}
    />
  );
}

/** Anyone says that something in an entry is wrong, that it has closed, or that it is theirs. */
export default function SuggestPage() {
  const { serviceId, name, kind, now } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const code = codeIn(useActionData<unknown>());
  const back = { to: href(`/services/${serviceId}`), label: t('curation.sent.to_service') };
  if (code !== null) return <SuggestDone formId="suggest" code={code} back={back} />;
  return (
    <>
      <Trail serviceId={serviceId} name={name} />
      <PageTitle
        title={t(kind === null ? 'curation.suggest.title' : `curation.suggest_kind.${kind}`)}
        lead={<p>{t(kind === null ? 'curation.suggest.lead' : `curation.suggest_lead.${kind}`)}</p>}
      />
      {kind === null ? <Kinds serviceId={serviceId} /> : <KindForm kind={kind} now={now} />}
      <HaveAnswer />
    </>
  );
}
