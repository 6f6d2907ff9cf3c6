import { directionOf, LOCALES, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  LocalizedTextField,
  LOCALE_NAMES,
  NumberText,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
  type StatusTone,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, type NoticePreview, type NoticeText, type NoticeTextState } from '../contract/index.ts';
import noticesCss from './notices.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: noticesCss }];
}

/** One template, its versions, and how it arrives. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'notice:configure');
  return apiOf(context, notificationsRoutes).getTemplate({ template: params['template'] ?? '' });
}

/** Keeps the draft, or sends it from now on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, notificationsRoutes);
    const template = params['template'] ?? '';
    const given = { ...values.toObject(), template };
    if (values.text('intent') === 'publish')
      await api.publishText(given as InputOf<typeof notificationsRoutes.publishText>, { commandId });
    else await api.draftText(given as InputOf<typeof notificationsRoutes.draftText>, { commandId });
    return redirect(`/${params['locale']}/notices/templates/${template}`);
  });
}

const TONES: Record<NoticeTextState, StatusTone> = { drafted: 'waiting', published: 'active', superseded: 'neutral' };

function Preview({ preview }: { preview: NoticePreview }) {
  const { t } = usePage();
  const { locale, subject, body, short, parts, characters, isUnicode, disguised } = preview;
  const written = { lang: locale, dir: directionOf(locale) };
  return (
    <section className="message-preview" aria-labelledby={`preview-${locale}`}>
      <h3 id={`preview-${locale}`} lang={locale}>
        {LOCALE_NAMES[locale]}
      </h3>
      <h4 {...written}>{subject}</h4>
      <div className="message-text" {...written}>
        {body}
      </div>
      <h4>{t('notifications.field.short')}</h4>
      <div className="message-text" {...written}>
        {short}
      </div>
      <p className="hint">
        {t('notifications.sent.parts')} <NumberText value={parts} /> · {t('notifications.template.characters')}{' '}
        <NumberText value={characters} /> ·{' '}
        {t(isUnicode ? 'notifications.template.of_70' : 'notifications.template.of_160')}
      </p>
      {disguised === null ? null : (
        <>
          <h4>{t('notifications.field.disguised')}</h4>
          <div className="message-text" {...written}>
            {disguised}
          </div>
        </>
      )}
    </section>
  );
}

function Placeholders() {
  const { placeholders } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <ul>
      {placeholders.map(({ name, kind }) => (
        <li key={name}>
          <Bdi>{`{${name}}`}</Bdi> {t(`notifications.placeholder.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

const NO_WORDS = { subject: null, body: null, short: null, disguised: null };

function DraftForm({ draft, shown }: { draft: NoticeText | undefined; shown: NoticeText | undefined }) {
  const { to } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { subject, body, short, disguised } = (draft ?? shown)?.words ?? NO_WORDS;
  const label = (name: string) => t(`notifications.field.${name}`);
  return (
    <CommandForm id="draft">
      <input type="hidden" name="version" value={draft?.version ?? 0} />
      <LocalizedTextField name="subject" label={label('subject')} defaultValue={subject} />
      <LocalizedTextField name="body" label={label('body')} rows={8} defaultValue={body} />
      <LocalizedTextField
        name="short"
        label={label('short')}
        hint={t('notifications.template.short_hint')}
        rows={3}
        defaultValue={short}
      />
      {to.includes('person') ? (
        <LocalizedTextField
          name="disguised"
          label={label('disguised')}
          hint={t('notifications.template.disguised_hint')}
          rows={2}
          defaultValue={disguised}
        />
      ) : null}
      <SubmitButton intent="draft">{t('notifications.template.save')}</SubmitButton>
    </CommandForm>
  );
}

function Publish({ draft }: { draft: NoticeText }) {
  const { t } = usePage();
  const whole = LOCALES.every((locale) => (draft.words.body[locale] ?? '') !== '');
  if (!whole) return <p className="hint">{t('notifications.template.not_whole')}</p>;
  return (
    <ConfirmDialog label={t('notifications.template.publish')} title={t('notifications.template.publish_title')}>
      <CommandForm id="publish">
        <p>{t('notifications.template.publish_text')}</p>
        <input type="hidden" name="number" value={draft.number} />
        <input type="hidden" name="version" value={draft.version} />
        <SubmitButton intent="publish">{t('notifications.template.publish')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Versions({ texts }: { texts: NoticeText[] }) {
  const { t } = usePage();
  return (
    <DataTable<NoticeText>
      caption={t('notifications.template.versions')}
      rows={texts}
      keyOf={({ number }) => String(number)}
      columns={[
        {
          key: 'number',
          heading: t('notifications.field.number'),
          cell: ({ number }) =>
            number === 0
              ? t('notifications.template.shipped')
              : t('notifications.template.version', { number: String(number) }),
        },
        {
          key: 'state',
          heading: t('notifications.field.state'),
          cell: ({ state }) => <StatusBadge tone={TONES[state]} label={t(`notifications.textState.${state}`)} />,
        },
        {
          key: 'published',
          heading: t('notifications.template.published'),
          cell: ({ publishedAt }) => (publishedAt === null ? '–' : <DateText value={publishedAt} />),
        },
      ]}
    />
  );
}

/** The words of one template: written, looked at in three languages, and sent from the moment they are published. */
export default function TemplatePage() {
  const { name, texts, previews } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const draft = texts.find(({ state }) => state === 'drafted');
  const shown = texts.find(({ state }) => state === 'published');
  return (
    <>
      <Breadcrumbs items={[{ path: '/notices/templates', label: t('notifications.template.list') }]} />
      <PageTitle title={text(name).text} lead={<p>{t('notifications.template.lead')}</p>} />
      <h2>{t(draft === undefined ? 'notifications.template.preview' : 'notifications.template.preview_draft')}</h2>
      <div className="preview-grid">
        {previews.map((preview) => (
          <Preview key={preview.locale} preview={preview} />
        ))}
      </div>
      {draft === undefined ? null : <Publish draft={draft} />}
      <h2>{t(draft === undefined ? 'notifications.template.begin' : 'notifications.template.go_on')}</h2>
      <p>{t('notifications.template.placeholders')}</p>
      <Placeholders />
      <DraftForm draft={draft} shown={shown} />
      <Versions texts={texts} />
    </>
  );
}
