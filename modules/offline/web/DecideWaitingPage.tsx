import type { Answers, FormBody } from '@qantara/forms/contract';
import { AnswersInWords } from '@qantara/forms/web';
import { peopleRoutes, type PersonCard } from '@qantara/people/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DateText,
  Notice,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { offlineRoutes, Whose } from '../contract/index.ts';
import offlineCss from './offline.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: offlineCss }];
}

type Found = { kind: 'found'; people: PersonCard[] };
const OTHER = 'other:';

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'found';

/** Answers that wait, in words, and how today's form would take them. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const waiting = await apiOf(context, offlineRoutes).getWaiting({ waitingId: params['waitingId'] ?? '' });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { waiting, areas };
}

/** Looks for whose they are, takes them again for whoever was chosen, or throws them away for a reason. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const waitingId = params['waitingId'] ?? '';
  const api = apiOf(context, offlineRoutes);
  const base = `/${params['locale']}/work`;
  return answerForm(request, async (values, commandId) => {
    const form = values.text('_form');
    if (form === 'find') {
      const { people } = await apiOf(context, peopleRoutes).searchPeople({ name: values.text('name') ?? '' });
      return { kind: 'found', people } satisfies Found;
    }
    if (form === 'throw') {
      await api.throwAway({ waitingId, reason: values.text('reason') ?? '' }, { commandId });
      return redirect(`${base}/offline/waiting?became=gone`);
    }
    const said = values.text('whose') ?? 'same';
    const whose = Whose.catch(said.startsWith(OTHER) ? 'other' : 'same').parse(said);
    const personId = whose === 'other' ? said.slice(OTHER.length) : null;
    const taken = await api.takeAgain({ waitingId, whose, personId }, { commandId });
    if (taken.state === 'whole') return redirect(`${base}/offline/waiting?became=whole`);
    return redirect(`${base}/people/${taken.personId}/forms/${taken.formCode}?response=${taken.responseId}`);
  });
}

/** Of the form what was answered: a page to decide on is not one of empty lines. */
function answeredOf({ sections }: FormBody, answers: Answers): FormBody {
  const kept = sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ code }) => Object.hasOwn(answers, code)),
  }));
  return { sections: kept.filter(({ questions }) => questions.length > 0) };
}

/** The ways in which they may be somebody's: nobody is offered whom one may not know. */
function useWays() {
  const { waiting } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const answered = useActionData();
  const found = isFound(answered) ? answered.people : null;
  const asSaid = waiting.displayName ?? waiting.mark ?? t('offline.person.unnamed');
  const ways = [
    ...(waiting.isReachable ? [{ value: 'same', label: t('offline.whose.same', { name: asSaid }) }] : []),
    ...(found ?? []).map(({ personId, displayName }) => ({
      value: `${OTHER}${personId}`,
      label: t('offline.whose.other', { name: displayName ?? t('offline.person.unnamed') }),
    })),
    { value: 'new', label: t('offline.whose.new') },
  ];
  return { found, ways };
}

function TakeForms() {
  const { t } = usePage();
  const { found, ways } = useWays();
  return (
    <section>
      <h2>{t('offline.take_again.title')}</h2>
      <CommandForm id="take" begin={{ whose: ways[0]?.value ?? 'new' }}>
        <RadioGroup name="whose" label={t('offline.field.whose')} options={ways} required />
        <SubmitButton>{t('offline.take_again.go')}</SubmitButton>
      </CommandForm>
      <FormDetails open={found !== null} className="choice">
        <summary>{t('offline.take_again.find')}</summary>
        {found?.length === 0 ? <p>{t('offline.take.nobody')}</p> : null}
        <CommandForm id="find">
          <TextField name="name" label={t('people.field.name')} width="medium" autoComplete="off" required />
          <SubmitButton kind="plain">{t('people.search.go')}</SubmitButton>
        </CommandForm>
      </FormDetails>
    </section>
  );
}

function ThrowForm() {
  const { t } = usePage();
  return (
    <FormDetails className="choice">
      <summary>{t('offline.throw.title')}</summary>
      <CommandForm id="throw">
        <TextArea name="reason" label={t('offline.field.reason')} hint={t('offline.throw.hint')} required />
        <SubmitButton kind="plain">{t('offline.throw.go')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

/** What today's form would not take of them. */
function LeftOut() {
  const { waiting } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (waiting.left.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{t('offline.waiting.left', { count: waiting.left.length })}</p>
      <p>
        <Bdi latin>{waiting.left.join(' · ')}</Bdi>
      </p>
    </Notice>
  );
}

/** Answers that could not be applied: what they say, why they wait, and what is to become of them. */
export default function DecideWaitingPage() {
  const { waiting, areas } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { form, code, formCode, takenAt, displayName, mark, personId } = waiting;
  const whose = personId === null ? t('offline.person.new') : (displayName ?? mark);
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/offline', label: t('offline.page.title') },
          { path: '/work/offline/waiting', label: t('offline.waiting.title') },
        ]}
      />
      <PageTitle
        title={form === null ? formCode : text(form.title).text}
        eyebrow={<Bdi>{whose}</Bdi>}
        lead={
          <p>
            <DateText value={takenAt} style="dateTime" />
          </p>
        }
      />
      <Notice kind="warning">
        <p>{t('offline.waiting.because', { why: t(`refusal.${code}`) })}</p>
      </Notice>
      {form === null ? null : (
        <AnswersInWords
          body={answeredOf(form.body, waiting.answers)}
          answers={waiting.answers}
          areas={areas}
          paperOf={() => null}
        />
      )}
      <LeftOut />
      <TakeForms />
      <ThrowForm />
    </>
  );
}
