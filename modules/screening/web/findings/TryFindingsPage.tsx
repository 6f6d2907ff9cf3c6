import { directoryRoutes, type Need } from '@qantara/directory/contract';
import { formsRoutes, type WrittenForm } from '@qantara/forms/contract';
import { findNeeds, type FoundNeed } from '@qantara/forms/domain';
import { FormQuestions, stepThrough, useSheet } from '@qantara/forms/web';
import { dayIn } from '@qantara/kernel';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  isFormAnswer,
  LocalText,
  Notice,
  pageContext,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
  type FormAnswer,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { useState } from 'react';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';

export const handle: PageHandle = { formId: 'try' };

function versionOf({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>): Promise<WrittenForm> {
  const version = Number(params['version'] ?? 0);
  return apiOf(context, formsRoutes).getVersion({ formCode: params['formCode'] ?? '', version });
}

/** One version to try out, and the needs that may follow. */
export async function loader(args: LoaderFunctionArgs) {
  const { needs } = await apiOf(args.context, directoryRoutes).listNeeds({});
  const { areas } = await apiOf(args.context, territoryRoutes).listAreas({});
  return { form: await versionOf(args), needs, areas: areaChoices(areas, args.context.get(pageContext).locale) };
}

/** Judges what was tried out and keeps nothing of it. */
export async function action(args: ActionFunctionArgs) {
  const { locale, region } = args.context.get(pageContext);
  return answerForm(args.request, async (values) => {
    const { body } = await versionOf(args);
    const step = stepThrough(values, { body, today: dayIn(region.timeZone, new Date()), locale });
    if ('again' in step) return step.again;
    const again: FormAnswer = { kind: 'form-answer', form: 'try', refusal: null, typed: values.typed() };
    return again;
  });
}

const NOTHING: TypedValues = {};

function Found({ found, needs }: { found: readonly FoundNeed[]; needs: readonly Need[] }) {
  const { t } = usePage();
  const known = found.filter(({ hasNeed, isDanger }) => hasNeed === true || isDanger);
  const wanted = { true: 'is_wanted', false: 'not_wanted', null: 'ask_wanted' } as const;
  return (
    <section aria-live="polite">
      <h2>{t('screening.findings.found')}</h2>
      {known.length === 0 ? <p>{t('screening.findings.nothing')}</p> : null}
      <ul>
        {known.map(({ needCode, wantsHelp, isDanger }) => (
          <li key={needCode}>
            <LocalText value={needs.find((need) => need.needCode === needCode)?.name ?? { en: needCode }} /> ·{' '}
            {t(`screening.findings.${wanted[`${wantsHelp}`]}`)}{' '}
            {isDanger ? <StatusBadge tone="attention" label={t('screening.findings.is_danger')} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tried({ typed }: { typed: TypedValues }) {
  const { form, needs, areas } = useLoaderData<typeof loader>();
  const { t, region } = usePage();
  const [today] = useState(() => dayIn(region.timeZone, new Date()));
  const sheet = useSheet(form.body, typed);
  const found = findNeeds(form.body, sheet.answers, today);
  return (
    <>
      <CommandForm id="try">
        <FormQuestions sheet={sheet} areas={areas} />
        <SubmitButton>{t('screening.findings.look')}</SubmitButton>
      </CommandForm>
      <Found found={found} needs={needs} />
    </>
  );
}

/** A form to try out, with the needs that follow from what was answered. */
export default function TryFindingsPage() {
  const { form } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const answer = useActionData<unknown>();
  const isReady = !form.faults.some(({ code }) => code.startsWith('formula_'));
  return (
    <>
      <Breadcrumbs items={[{ path: `/forms/${form.code}`, label: text(form.title).text }]} />
      <PageTitle
        title={t('screening.findings.try')}
        eyebrow={text(form.title).text}
        lead={<p>{t('screening.findings.try_lead')}</p>}
      />
      {isReady ? (
        <Tried typed={isFormAnswer(answer) ? answer.typed : NOTHING} />
      ) : (
        <Notice kind="warning">
          <p>{t('screening.findings.not_yet')}</p>
        </Notice>
      )}
    </>
  );
}
