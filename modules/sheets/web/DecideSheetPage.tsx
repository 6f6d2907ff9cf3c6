import { answerInWords } from '@qantara/forms/domain';
import type { Answer } from '@qantara/forms/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  Fieldset,
  pageContext,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type UsedPage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { Choice, sheetsRoutes, type Difference } from '../contract/index.ts';
import { ILLEGIBLE, keyedFields, type KeyedField } from '../domain/index.ts';
import { KeyedInput, TYPED } from './KeyedInput.tsx';
import { useFieldWords } from './use-field-words.ts';
import sheetsCss from './sheets.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: sheetsCss }];
}

/** What two colleagues read differently on one sheet. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const sheetCode = params['sheetCode'] ?? '';
  const differing = await apiOf(context, sheetsRoutes).getDifferences({ sheetCode });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { sheetCode, ...differing, areas: areaChoices(areas, context.get(pageContext).locale) };
}

/** Keeps which reading holds, field by field. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const sheetCode = params['sheetCode'] ?? '';
  const api = apiOf(context, sheetsRoutes);
  return answerForm(request, async (values, commandId) => {
    const { differences } = await api.getDifferences({ sheetCode });
    const fields = differences.map(({ field }) => field);
    const choices = fields.flatMap((field) => {
      const choice = Choice.safeParse(values.text(`choices.${field}`));
      return choice.success ? [[field, choice.data] as const] : [];
    });
    const typed = fields.flatMap((field) => {
      const text = values.text(`${TYPED}.${field}`);
      return text === undefined ? [] : [[field, text] as const];
    });
    const given = { sheetCode, choices: Object.fromEntries(choices), typed: Object.fromEntries(typed) };
    const { state, isDanger } = await api.decideSheet(given, { commandId });
    return redirect(`/${params['locale']}/work/sheets?became=${state}${isDanger ? '&danger' : ''}`);
  });
}

function markIn(written: string): Answer {
  try {
    return JSON.parse(written) as Answer;
  } catch {
    return written;
  }
}

const SPECIAL: Record<string, string> = {
  '': 'sheets.key.empty',
  [ILLEGIBLE]: 'sheets.key.illegible',
  prefer_not_to_say: 'forms.answer.declined',
};

const PLAIN: Record<string, string[]> = { yes_no: ['yes', 'no'], consent: ['agreed', 'not_agreed'] };

/** A reading in words. */
function useReading(field: KeyedField, areas: readonly { value: string; label: string }[]) {
  const page: UsedPage = usePage();
  const { t, locale } = page;
  const { kind } = field.question;
  const inWords = (written: string): string => {
    if (PLAIN[kind]?.includes(written) === true) return t(`forms.answer.${written}`);
    if (kind === 'place') return areas.find(({ value }) => value === written)?.label ?? written;
    const isList = kind === 'several' || kind === 'rank';
    return answerInWords(field.question, isList ? markIn(written) : written, locale);
  };
  return (written: string | null): string => {
    const special = SPECIAL[written ?? ''];
    return special === undefined ? inWords(written ?? '') : t(special);
  };
}

function DecidedField({ difference, field }: { difference: Difference; field: KeyedField }) {
  const { areas } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const { label } = useFieldWords(field);
  const read = useReading(field, areas);
  const number = field.number === null ? '' : `${formats.number(field.number)}. `;
  return (
    <Fieldset legend={`${number}${label}`}>
      <RadioGroup
        name={`choices.${field.path}`}
        label={t('sheets.decide.which')}
        options={[
          { value: 'first', label: t('sheets.decide.reads', { words: read(difference.first) }) },
          { value: 'second', label: t('sheets.decide.reads', { words: read(difference.second) }) },
          { value: 'other', label: t('sheets.choice.other') },
        ]}
        required
      />
      <KeyedInput field={field} areas={areas} />
    </Fieldset>
  );
}

/** Deciding with the paper in hand where two colleagues read differently: both readings, and nothing else of the sheet. */
export default function DecideSheetPage() {
  const { sheetCode, form, differences } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const fields = new Map(keyedFields(form.body).map((field) => [field.path, field]));
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/sheets', label: t('sheets.work.title') }]} />
      <PageTitle
        title={t('sheets.decide.title', { count: differences.length })}
        eyebrow={
          <>
            {text(form.title).text} · <Bdi latin>{sheetCode}</Bdi>
          </>
        }
        lead={<p>{t('sheets.decide.lead')}</p>}
      />
      <CommandForm id="decide">
        {differences.map((difference) => {
          const field = fields.get(difference.field);
          return field === undefined ? null : <DecidedField key={field.path} difference={difference} field={field} />;
        })}
        <SubmitButton>{t('sheets.decide.keep')}</SubmitButton>
      </CommandForm>
    </>
  );
}
