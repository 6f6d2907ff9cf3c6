import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalText,
  pageContext,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { directoryRoutes, type ServiceId } from '@qantara/directory/contract';
import { data, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { LinkNotValid } from './keep/LinkNotValid.tsx';
import { openKept } from './keep/open-kept.ts';
import { codeAnswer, codeIn } from './suggest/code-answer.ts';
import { standsNow } from './suggest/stands-now.ts';
import { SuggestDone } from './suggest/SuggestDone.tsx';
import { MessageField, OtherFields, suggestLabels, UsualFields } from './suggest/SuggestFields.tsx';

export const handle: PageHandle = { formId: 'suggest' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One entry of the organisation whose link this is; another's is answered as a link that is not valid. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { token = '' } = params;
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const kept = await openKept(context, token);
  const entry = kept?.entries.find((one) => one.serviceId === serviceId);
  if (entry === undefined) return data({ entry: null, token: '', now: {} }, { status: 404 });
  const service = await apiOf(context, directoryRoutes).getService({ serviceId });
  return data({ entry, token, now: standsNow(service, context.get(pageContext).locale) });
}

/** Sends what the organisation says, once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { locale } = context.get(pageContext);
    const { token, serviceId } = params;
    const input = { ...values.toObject(), token, serviceId, locale };
    const { code } = await apiOf(context, curationRoutes).suggestByLink(
      input as InputOf<typeof curationRoutes.suggestByLink>,
      { commandId },
    );
    return codeAnswer('suggest', code);
  });
}

/** The organisation says what changed in one of its entries. */
export default function KeepChangePage() {
  const { entry, token, now } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const code = codeIn(useActionData<unknown>());
  if (entry === null) return <LinkNotValid />;
  const back = { to: href(`/keep/${token}`), label: t('curation.sent.to_entries') };
  if (code !== null) return <SuggestDone formId="suggest" code={code} back={back} />;
  return (
    <>
      <meta name="robots" content="noindex" />
      <Breadcrumbs items={[{ label: t('curation.keep.entries'), path: `/keep/${token}` }]} />
      <PageTitle
        title={t('curation.keep.changed')}
        eyebrow={<LocalText value={entry.name} quiet />}
        lead={<p>{t('curation.keep.change_lead')}</p>}
      />
      <CommandForm id="suggest" labels={suggestLabels(t)}>
        <RadioGroup
          name="kind"
          label={t('curation.keep.kind')}
          options={(['change', 'closed'] as const).map((value) => ({ value, label: t(`curation.keep_kind.${value}`) }))}
          defaultValue="change"
          required
        />
        <MessageField purpose="change" />
        <UsualFields now={now} />
        <OtherFields now={now} withName />
        <SubmitButton>{t('curation.suggest.send')}</SubmitButton>
      </CommandForm>
    </>
  );
}
