import { LOCALES, type Locale } from '@qantara/kernel';
import { organisationsRoutes } from '@qantara/organisations/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DateText,
  EmptyState,
  LocalText,
  LOCALE_NAMES,
  Notice,
  PageTitle,
  SelectField,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { embedsRoutes, type Embed } from '../contract/index.ts';
import { snippetOf } from '../domain/index.ts';
import embedCss from './embed.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: embedCss }];
}

/** In whose sites a form stands, and the partners in whose it may. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const listed = await apiOf(context, embedsRoutes).listEmbeds({ formCode: params['formCode'] ?? '' });
  const { items } = await apiOf(context, organisationsRoutes).listOrganisations({ perPage: 100 });
  return { ...listed, address: listed.address ?? new URL(request.url).origin, partners: items };
}

/** Makes an embed, or ends one. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const formCode = params['formCode'] ?? '';
  const api = apiOf(context, embedsRoutes);
  return answerForm(request, async (values, commandId) => {
    const embedId = values.text('embedId');
    if (embedId !== undefined) await api.endEmbed({ embedId }, { commandId });
    else {
      const origins = (values.text('origins') ?? '').split(/\s+/).filter((origin) => origin !== '');
      const organisationId = values.text('organisationId') ?? '';
      await api.makeEmbed({ formCode, organisationId, origins }, { commandId });
    }
    return redirect(`/${params['locale']}/forms/${formCode}/embeds`);
  });
}

function Snippet({ embed, locale }: { embed: Embed; locale: Locale }) {
  const { address, form } = useLoaderData<typeof loader>();
  const given = { address, embedKey: embed.embedKey, locale, title: form.title[locale] ?? form.code };
  return (
    <details>
      <summary>{LOCALE_NAMES[locale]}</summary>
      <pre className="snippet" dir="ltr">
        {snippetOf(given)}
      </pre>
    </details>
  );
}

function EmbedItem({ embed }: { embed: Embed }) {
  const { t } = usePage();
  const isLive = embed.endedAt === null;
  return (
    <section>
      <h3>
        <LocalText value={embed.organisationName} />{' '}
        <StatusBadge
          tone={isLive ? 'active' : 'stopped'}
          label={t(isLive ? 'embeds.list.live' : 'embeds.list.ended')}
        />
      </h3>
      <p>
        <DateText value={embed.madeAt} />
        {' · '}
        <Bdi latin>{embed.origins.join(' ')}</Bdi>
      </p>
      {isLive ? (
        <>
          <p>{t('embeds.list.copy')}</p>
          {LOCALES.map((locale) => (
            <Snippet key={locale} embed={embed} locale={locale} />
          ))}
          <CommandForm id={`end-${embed.embedId}`} className="inline">
            <input type="hidden" name="embedId" value={embed.embedId} />
            <SubmitButton kind="plain">{t('embeds.list.end')}</SubmitButton>
          </CommandForm>
        </>
      ) : null}
    </section>
  );
}

function MakeForm() {
  const { partners } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <CommandForm id="make">
      <SelectField
        name="organisationId"
        label={t('embeds.field.organisationId')}
        hint={t('embeds.make.organisation_hint')}
        options={partners.map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }))}
        required
      />
      <TextArea name="origins" label={t('embeds.field.origins')} hint={t('embeds.make.origins_hint')} required />
      <SubmitButton>{t('embeds.make.go')}</SubmitButton>
    </CommandForm>
  );
}

/** The partners in whose own sites a form stands: making and ending it, and what they copy into their page. */
export default function EmbedsPage() {
  const { form, kind, mayBeShown, embeds } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const title = text(form.title).text;
  return (
    <>
      <Breadcrumbs items={[{ path: `/forms/${form.code}`, label: title }]} />
      <PageTitle title={t('embeds.list.title')} eyebrow={title} lead={<p>{t(`embeds.kind.${kind}`)}</p>} />
      {mayBeShown ? (
        <MakeForm />
      ) : (
        <Notice kind="info">
          <p>{t('refusal.form_not_for_embeds')}</p>
        </Notice>
      )}
      <h2>{t('embeds.list.made')}</h2>
      {embeds.length === 0 ? <EmptyState title={t('embeds.list.none')} /> : null}
      {embeds.map((embed) => (
        <EmbedItem key={embed.embedId} embed={embed} />
      ))}
    </>
  );
}
