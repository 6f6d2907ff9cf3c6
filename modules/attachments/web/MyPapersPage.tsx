import { Refusal } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DateText,
  FileField,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { attachmentsRoutes, type OwnPaper } from '../contract/index.ts';
import { ACCEPTED_FILES, ACCEPTED_PHOTOS } from './accepted-files.ts';
import { givenFile } from './given-file.ts';
import { useSizeText } from './use-size-text.ts';

export const handle: PageHandle = { formId: 'paper', safeExit: true };

/** What the person has sent, once their code opened their request; without it, the place to write the code. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  try {
    const { papers } = await apiOf(context, attachmentsRoutes).listOwnPapers({});
    return { papers, hasSent: new URL(request.url).searchParams.has('sent') };
  } catch (fault) {
    if (fault instanceof Refusal && ['not_signed_in', 'not_allowed'].includes(fault.code))
      return redirect(`/${params['locale']}/follow`);
    throw fault;
  }
}

/** Sends a photo or a file. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const [file] = [...values.files('photo'), ...values.files('file')];
    await apiOf(context, attachmentsRoutes).addOwnPaper(await givenFile(file, 'file'), { commandId });
    return redirect(`/${params['locale']}/my-papers?sent`);
  });
}

function PaperForm() {
  const { t } = usePage();
  return (
    <CommandForm id="paper" hasFiles action="?">
      <FileField
        name="photo"
        label={t('attachments.field.photo')}
        hint={t('attachments.mine.photo_hint')}
        accept={ACCEPTED_PHOTOS}
        capture="environment"
      />
      <FileField
        name="file"
        label={t('attachments.field.file')}
        hint={t('attachments.mine.file_hint')}
        accept={ACCEPTED_FILES}
      />
      <p className="hint">{t('attachments.mine.place')}</p>
      <SubmitButton>{t('attachments.action.send')}</SubmitButton>
    </CommandForm>
  );
}

function Papers({ papers }: { papers: readonly OwnPaper[] }) {
  const { t } = usePage();
  const sizeText = useSizeText();
  if (papers.length === 0) return <p>{t('attachments.mine.none')}</p>;
  return (
    <ul>
      {papers.map(({ attachmentId, fileName, size, addedAt }) => (
        <li key={attachmentId}>
          <Bdi>{fileName}</Bdi> · <Bdi>{sizeText(size)}</Bdi> · <DateText value={addedAt} />
        </li>
      ))}
    </ul>
  );
}

/** A person's papers: send one by telephone or from a computer, and see what was sent. */
export default function MyPapersPage() {
  const { papers, hasSent } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('attachments.mine.title')} lead={<p>{t('attachments.mine.lead')}</p>} />
      {hasSent ? (
        <Notice kind="success" title={t('attachments.mine.sent')} isNews>
          <p>{t('attachments.mine.sent_text')}</p>
        </Notice>
      ) : null}
      <PaperForm />
      <h2>{t('attachments.mine.yours')}</h2>
      <Papers papers={papers} />
      <p className="actions">
        <ButtonLink to={href('/follow')}>{t('attachments.mine.back')}</ButtonLink>
      </p>
    </>
  );
}
