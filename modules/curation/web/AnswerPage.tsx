import {
  answerForm,
  apiOf,
  CommandForm,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { refuse } from '@qantara/kernel';
import { useActionData, type ActionFunctionArgs } from 'react-router';
import { curationRoutes, SuggestionAnswer } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'answer' };

/** Opens the answer with its code. Without the command's id: the form keeps it, and the next try is another command. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const code = values.text('code');
    if (code === undefined) return refuse('invalid_input', { fields: [{ path: 'code', code: 'required' }] });
    return { opened: await apiOf(context, curationRoutes).openSuggestion({ code }) };
  });
}

/** What the action opened, read anew: anything may stand in an answer. */
function openedIn(data: unknown): SuggestionAnswer | null {
  const opened = typeof data === 'object' && data !== null && 'opened' in data ? data.opened : null;
  return SuggestionAnswer.safeParse(opened).data ?? null;
}

const KIND_OF = { waiting: 'info', accepted: 'success', partly_accepted: 'success', rejected: 'info' } as const;

function Answer({ opened }: { opened: SuggestionAnswer }) {
  const { t } = usePage();
  const { kind, state, answer, serviceName, createdAt, decidedAt } = opened;
  return (
    <>
      <Notice kind={KIND_OF[state]} title={t(`curation.answer_title.${state}`)} isNews>
        <p>{t(`curation.answer_text.${state}`)}</p>
      </Notice>
      <DescriptionList
        items={[
          ...(answer === null ? [] : [{ label: t('curation.answer.said'), value: <p dir="auto">{answer}</p> }]),
          ...(serviceName === null
            ? []
            : [{ label: t('curation.answer.about'), value: <LocalText value={serviceName} quiet /> }]),
          { label: t('curation.answer.kind'), value: t(`curation.suggestion_kind.${kind}`) },
          { label: t('curation.answer.sent'), value: <DateText value={createdAt} /> },
          ...(decidedAt === null
            ? []
            : [{ label: t('curation.answer.decided'), value: <DateText value={decidedAt} /> }]),
        ]}
      />
      <h2>{t('curation.answer.another')}</h2>
    </>
  );
}

/** What came of a suggestion, for whoever has its code. */
export default function AnswerPage() {
  const { t } = usePage();
  const opened = openedIn(useActionData<unknown>());
  return (
    <>
      <PageTitle title={t('curation.answer.title')} lead={<p>{t('curation.answer.lead')}</p>} />
      {opened === null ? null : <Answer opened={opened} />}
      <CommandForm id="answer" action="?">
        <TextField
          name="code"
          label={t('curation.field.code')}
          hint={t('curation.answer.code_hint')}
          width="medium"
          autoComplete="off"
          maxLength={40}
          latin
          required
        />
        <SubmitButton>{t('curation.answer.open')}</SubmitButton>
      </CommandForm>
    </>
  );
}
