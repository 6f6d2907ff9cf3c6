import { RefusalNotice } from '@qantara/identity/web';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  FileField,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { attachmentsRoutes, type Attachment, type AttachmentId } from '../contract/index.ts';
import { ACCEPTED_FILES } from './accepted-files.ts';
import { givenFile } from './given-file.ts';
import { useSizeText } from './use-size-text.ts';

export const handle: PageHandle = { formId: 'paper' };

/** Whose papers, and which there are and were. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { attachments } = await apiOf(context, attachmentsRoutes).listAttachments({ personId });
  return { person, attachments };
}

/** Adds a paper, or takes one away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const api = apiOf(context, attachmentsRoutes);
  return answerForm(request, async (values, commandId) => {
    if (values.text('intent') === 'remove') {
      const attachmentId = (values.text('attachmentId') ?? '') as AttachmentId;
      await api.removeAttachment({ personId, attachmentId }, { commandId });
    } else {
      const file = await givenFile(values.files('content')[0]);
      await api.addAttachment({ personId, ...file }, { commandId });
    }
    return redirect(`/${params['locale']}/work/people/${personId}/papers`);
  });
}

function AddForm() {
  const { t } = usePage();
  return (
    <CommandForm id="paper" hasFiles>
      <FileField
        name="content"
        label={t('attachments.field.content')}
        hint={t('attachments.papers.hint')}
        accept={ACCEPTED_FILES}
        required
      />
      <SubmitButton>{t('attachments.action.add')}</SubmitButton>
    </CommandForm>
  );
}

function RemoveForm({ attachmentId, fileName }: Attachment) {
  const { t } = usePage();
  return (
    <ConfirmDialog
      label={t('attachments.action.remove')}
      title={t('attachments.papers.remove_title', { name: fileName })}
    >
      <CommandForm id={`remove-${attachmentId}`}>
        <p>{t('attachments.papers.remove_text')}</p>
        <input type="hidden" name="attachmentId" value={attachmentId} />
        <SubmitButton intent="remove">{t('attachments.action.remove_sure')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function PaperName({ attachment }: { attachment: Attachment }) {
  const { t, href, formats } = usePage();
  const { attachmentId, personId, fileName, removedAt } = attachment;
  if (removedAt !== null) return t('attachments.papers.removed_on', { date: formats.date(removedAt) });
  return (
    <a href={href(`/work/people/${personId}/papers/${attachmentId}`)} download>
      <Bdi>{fileName}</Bdi>
    </a>
  );
}

function Papers({ attachments }: { attachments: Attachment[] }) {
  const { t, can } = usePage();
  const sizeText = useSizeText();
  return (
    <DataTable<Attachment>
      caption={t('attachments.papers.title')}
      hidesCaption
      rows={attachments}
      keyOf={({ attachmentId }) => attachmentId}
      empty={<EmptyState title={t('attachments.papers.none')} />}
      columns={[
        {
          key: 'name',
          heading: t('attachments.papers.name'),
          cell: (attachment) => <PaperName attachment={attachment} />,
        },
        {
          key: 'of',
          heading: t('attachments.papers.of'),
          cell: ({ mediaType, size }) => (
            <>
              {t(`attachments.kind.${mediaType.replace(/^.*\//, '')}`)} · <Bdi>{sizeText(size)}</Bdi>
            </>
          ),
        },
        {
          key: 'who',
          heading: t('attachments.papers.who'),
          cell: ({ how, addedBy }) => (addedBy === null ? t(`attachments.how.${how}`) : <Bdi>{addedBy}</Bdi>),
        },
        {
          key: 'added',
          heading: t('attachments.papers.added'),
          cell: ({ addedAt }) => <DateText value={addedAt} style="dateTime" />,
        },
        {
          key: 'remove',
          heading: t('attachments.action.remove'),
          cell: (attachment) =>
            attachment.removedAt === null && can('attachment:write') ? <RemoveForm {...attachment} /> : null,
        },
      ]}
    />
  );
}

/** The papers and photos of a person: what there is, who added it, the next one. */
export default function PapersPage() {
  const { person, attachments } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const name = person.displayName ?? t('attachments.papers.unnamed');
  const live = attachments.filter(({ removedAt }) => removedAt === null);
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('attachments.papers.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('attachments.papers.lead')}</p>}
      />
      <RefusalNotice
        title={t('refusal.attachment_not_found')}
        shownForms={['paper', ...live.map(({ attachmentId }) => `remove-${attachmentId}`)]}
      />
      <Papers attachments={attachments} />
      {can('attachment:write') ? (
        <>
          <h2>{t('attachments.papers.add_title')}</h2>
          <AddForm />
        </>
      ) : null}
    </>
  );
}
