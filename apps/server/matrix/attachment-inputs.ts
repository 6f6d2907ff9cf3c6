import { clientFor, type Invoke } from '@qantara/kernel';
import { attachmentsRoutes } from '@qantara/attachments/contract';
import type { PersonId } from '@qantara/people/contract';

type Input = Record<string, unknown>;

const PAPER = { fileName: 'paper.pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64') };

/** The routes of papers and photos of people. */
export function ofAttachments({
  personId,
  attachmentId,
}: {
  personId: string;
  attachmentId: string;
}): Record<string, Input> {
  const path = '/people/:personId/attachments';
  return {
    [`GET ${path}`]: { personId },
    [`POST ${path}`]: { personId, ...PAPER },
    [`GET ${path}/:attachmentId`]: { personId, attachmentId },
    [`POST ${path}/:attachmentId/remove`]: { personId, attachmentId },
    'GET /my-request/papers': {},
    'POST /my-request/papers': PAPER,
  };
}

/** One paper of this person. */
export async function addPaper(invoke: Invoke, personId: string): Promise<string> {
  const added = await clientFor(attachmentsRoutes, invoke).addAttachment({ personId: personId as PersonId, ...PAPER });
  return added.attachmentId;
}
