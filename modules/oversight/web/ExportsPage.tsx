import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  DateText,
  DescriptionList,
  EmptyState,
  Notice,
  NumberText,
  PageTitle,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
  type StatusTone,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes, type AssentId, type AssentState, type LogExport, type LogFilter } from '../contract/index.ts';
import { filterOf } from './filter-of.ts';
import { SecondWord } from './SecondWord.tsx';
import { kindWord, markOf } from './words-of.ts';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** What was asked for, and what could be asked for now: the openings that the address names. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:agree');
  const { exports } = await apiOf(context, oversightRoutes).listExports({});
  return { exports, filter: filterOf(new URL(request.url).search) };
}

/** Asks, or gives the second word. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, oversightRoutes);
    const intent = values.text('intent');
    const input = values.toObject();
    if (intent === 'ask') await api.askExport(input as InputOf<typeof oversightRoutes.askExport>, { commandId });
    else
      await api.answerExport(
        {
          assentId: (values.text('assentId') ?? '') as AssentId,
          agrees: intent === 'agree',
          note: values.text('note'),
        },
        { commandId },
      );
    return redirect(`/${params['locale']}/oversight/exports`);
  });
}

const TONE_OF: Record<AssentState, StatusTone> = {
  asked: 'waiting',
  agreed: 'active',
  refused: 'stopped',
  used: 'done',
  expired: 'neutral',
};

function Scope({ filter }: { filter: LogFilter }) {
  const { t, formats } = usePage();
  const { personId, accountId, organisationId, kind, from, until } = filter;
  const parts = [
    personId === undefined ? null : t('oversight.person', { mark: markOf(personId) }),
    accountId === undefined ? null : t('oversight.exports.account', { mark: markOf(accountId) }),
    organisationId === undefined ? null : t('oversight.exports.organisation', { mark: markOf(organisationId) }),
    kind === undefined ? null : kindWord(t, kind),
    from === undefined ? null : t('oversight.exports.from', { day: formats.date(from) }),
    until === undefined ? null : t('oversight.exports.until', { day: formats.date(until) }),
  ].filter((part) => part !== null);
  return <>{parts.length === 0 ? t('oversight.exports.everything') : formats.list(parts)}</>;
}

function Ask({ filter }: { filter: LogFilter }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="ask-title">
      <h2 id="ask-title">{t('oversight.exports.ask')}</h2>
      <p>
        <Scope filter={filter} />
      </p>
      <CommandForm id="ask">
        {Object.entries(filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="reason"
          label={t('oversight.field.reason')}
          hint={t('oversight.exports.reason_hint')}
          required
        />
        <SubmitButton intent="ask">{t('oversight.exports.ask_go')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

function Steps({ one }: { one: LogExport }) {
  const { t, href, can } = usePage();
  if (one.state === 'asked' && one.isOwn) return <p>{t('oversight.second.waiting')}</p>;
  if (one.state === 'asked') return <SecondWord assentId={one.assentId} />;
  if (one.state !== 'agreed' || !one.isOwn || !can('oversight:export')) return null;
  return (
    <CommandForm id={`fetch-${one.assentId}`} action={href(`/oversight/exports/${one.assentId}/file`)}>
      <SubmitButton>{t('oversight.exports.fetch')}</SubmitButton>
    </CommandForm>
  );
}

function AskedFile({ one }: { one: LogExport }) {
  const { t } = usePage();
  const { file } = one;
  return (
    <li>
      <h3>
        <Scope filter={one.filter} />{' '}
        <StatusBadge tone={TONE_OF[one.state]} label={t(`oversight.assent.${one.state}`)} />
      </h3>
      <DescriptionList
        dense
        items={[
          { label: t('oversight.field.reason'), value: <p dir="auto">{one.reason}</p> },
          { label: t('oversight.exports.asked_by'), value: <Bdi>{one.askedBy ?? '–'}</Bdi> },
          { label: t('oversight.exports.asked_at'), value: <DateText value={one.askedAt} style="dateTime" /> },
          { label: t('oversight.exports.answered_by'), value: <Bdi>{one.answeredBy ?? '–'}</Bdi> },
          ...(one.answerNote === null
            ? []
            : [{ label: t('oversight.field.note'), value: <p dir="auto">{one.answerNote}</p> }]),
          ...(file === null
            ? []
            : [
                { label: t('oversight.exports.rows'), value: <NumberText value={file.rows} /> },
                {
                  label: t('oversight.exports.digest'),
                  value: (
                    <code className="long" dir="ltr">
                      {file.digest}
                    </code>
                  ),
                },
              ]),
        ]}
      />
      <Steps one={one} />
    </li>
  );
}

/** Files of the log: asked by one, agreed to by another, fetched once. */
export default function ExportsPage() {
  const { exports, filter } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  return (
    <>
      <PageTitle title={t('oversight.exports.title')} lead={<p>{t('oversight.exports.lead')}</p>} />
      <Notice>
        <p>{t('oversight.exports.two')}</p>
      </Notice>
      {exports.length === 0 ? (
        <EmptyState title={t('oversight.exports.none')} />
      ) : (
        <ul className="cards">
          {exports.map((one) => (
            <AskedFile key={one.assentId} one={one} />
          ))}
        </ul>
      )}
      {can('oversight:export') ? <Ask filter={filter} /> : null}
    </>
  );
}
