import { formsRoutes } from '@qantara/forms/contract';
import { AnswersInWords } from '@qantara/forms/web';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf, Bdi, Breadcrumbs, DateText, PageTitle, usePage } from '@qantara/ui';
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

/** What a person answered, in words, beside the questions as they were asked then. */
export default function ResponsePage() {
  const { person, areas, response } = useLoaderData<typeof loader>();
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
      <AnswersInWords
        body={response.body}
        answers={response.answers}
        areas={areas}
        paperOf={(attachmentId) => <GivenPaper attachmentId={attachmentId} />}
      />
    </>
  );
}
