import { formsRoutes, type Answer, type FormResponse, type Question } from '@qantara/forms/contract';
import { answerInWords, FILE_KINDS, PREFER_NOT_TO_SAY } from '@qantara/forms/domain';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { textIn } from '@qantara/kernel';
import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  usePage,
  type Fact,
} from '@qantara/ui';
import { listPaperNames } from './keep-chosen-files.ts';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';

/** One answering of a person, with the form as it was then. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const responseId = params['responseId'] ?? '';
  const response = await apiOf(context, formsRoutes).getResponse({ personId, responseId });
  return { person, areas, response, papers: await listPaperNames(context, { personId, body: response.body }) };
}

type Told = { question: Question; answer: Answer | undefined };

/** How an answer is read, by its kind; null where nothing was said. */
function useWords(): (told: Told) => string | null {
  const { areas } = useLoaderData<typeof loader>();
  const { t, locale, formats, text } = usePage();
  const partsInWords = ({ question, answer }: Told): string | null => {
    if (typeof answer !== 'object' || Array.isArray(answer)) return null;
    const area = areaName(areas, typeof answer['areaId'] === 'string' ? answer['areaId'] : null);
    if (area !== null) return textIn(area, locale).text;
    const rows = (question.rows ?? []).flatMap(({ code, text: row }) => {
      const said =
        answer[code] === PREFER_NOT_TO_SAY ? t('forms.answer.declined') : answerInWords(question, answer[code], locale);
      return said === '' ? [] : [`${text(row).text}: ${said}`];
    });
    return rows.length === 0 ? null : rows.join(' · ');
  };
  return (told) => {
    const { question, answer } = told;
    if (answer === undefined) return null;
    if (answer === PREFER_NOT_TO_SAY) return t('forms.answer.declined');
    if (question.kind === 'yes_no' || question.kind === 'consent') return t(`forms.answer.${String(answer as string)}`);
    if (question.kind === 'date' && typeof answer === 'string') return formats.date(answer);
    if (typeof answer === 'number') return formats.number(answer);
    return partsInWords(told) ?? answerInWords(question, answer, locale);
  };
}

/** A paper that was given, with the way to save it; one that was removed since says so. */
function GivenPaper({ attachmentId }: { attachmentId: string }) {
  const { papers, person } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const name = papers[attachmentId];
  if (name === undefined) return t('screening.forms.paper_gone');
  return (
    <a href={href(`/work/people/${person.personId}/papers/${attachmentId}`)} download>
      <Bdi>{name}</Bdi>
    </a>
  );
}

function AnswersIn({ questions, answers }: { questions: readonly Question[]; answers: FormResponse['answers'] }) {
  const { text } = usePage();
  const inWords = useWords();
  const items: Fact[] = questions
    .filter(({ kind }) => kind !== 'note' && kind !== 'group')
    .map((question) => {
      const answer = answers[question.code];
      if (FILE_KINDS.includes(question.kind) && typeof answer === 'string' && answer !== PREFER_NOT_TO_SAY)
        return { label: text(question.text).text, value: <GivenPaper attachmentId={answer} /> };
      const words = inWords({ question, answer });
      return { label: text(question.text).text, value: words === null ? null : <Bdi>{words}</Bdi> };
    });
  return <DescriptionList items={items} />;
}

function Group({ group, answer }: { group: Question; answer: Answer | undefined }) {
  const { t, text, formats } = usePage();
  if (!Array.isArray(answer)) return null;
  const entries = answer.filter((entry) => typeof entry === 'object');
  return (
    <section>
      <h3>{text(group.text).text}</h3>
      {entries.map((entry, at) => (
        <section key={at}>
          <h4>{t('forms.answer.entry', { number: formats.number(at + 1) })}</h4>
          <AnswersIn questions={group.questions ?? []} answers={entry} />
        </section>
      ))}
    </section>
  );
}

/** What a person answered, in words, beside the questions as they were asked then. */
export default function ResponsePage() {
  const { person, response } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const name = person.displayName ?? t('screening.record.unnamed');
  const base = `/work/people/${person.personId}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: base, label: name },
          { path: `${base}/forms`, label: t('screening.forms.title') },
        ]}
      />
      <PageTitle
        title={text(response.title).text}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={
          <p>
            {t(`forms.channel.${response.channel}`)} · <DateText value={response.answeredAt} />
          </p>
        }
      />
      {response.body.sections.map((section, at) => (
        <section key={at}>
          {section.title === undefined ? null : (
            <h2>
              <LocalText value={section.title} />
            </h2>
          )}
          <AnswersIn questions={section.questions} answers={response.answers} />
          {section.questions
            .filter(({ kind }) => kind === 'group')
            .map((group) => (
              <Group key={group.code} group={group} answer={response.answers[group.code]} />
            ))}
        </section>
      ))}
    </>
  );
}
