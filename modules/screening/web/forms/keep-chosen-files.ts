import { attachmentsRoutes } from '@qantara/attachments/contract';
import { givenFile } from '@qantara/attachments/web';
import type { FormBody } from '@qantara/forms/contract';
import { FILE_KINDS, questionsOf } from '@qantara/forms/domain';
import { ANSWERS, GIVEN } from '@qantara/forms/web';
import { Refusal, type FieldFault } from '@qantara/kernel';
import type { PersonId } from '@qantara/people/contract';
import { apiOf, FormValues, type FormAnswer } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';

type Context = LoaderFunctionArgs['context'];

/** Whether a form asks for papers. */
export function asksForFiles(body: FormBody): boolean {
  return questionsOf(body).some(({ kind }) => FILE_KINDS.includes(kind));
}

/** The names of the person's papers by identifier; none where the form asks for none, or the reader may not see them. */
export async function listPaperNames(
  context: Context,
  { personId, body }: { personId: PersonId; body: FormBody },
): Promise<Record<string, string>> {
  if (!asksForFiles(body)) return {};
  try {
    const { attachments } = await apiOf(context, attachmentsRoutes).listAttachments({ personId });
    const live = attachments.filter(({ removedAt }) => removedAt === null);
    return Object.fromEntries(live.map(({ attachmentId, fileName }) => [attachmentId, fileName]));
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'not_allowed') return {};
    throw fault;
  }
}

/** A command of its own for each file of a form, the same when the form is sent again. */
async function commandOf(commandId: string, name: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${commandId} ${name}`));
  const hex = Buffer.from(digest).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The names of fields in which a file was chosen. */
function chosenIn(values: FormValues, body: FormBody): string[] {
  const names = body.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      if (FILE_KINDS.includes(question.kind)) return [`${ANSWERS}.${question.code}`];
      const inside = (question.questions ?? []).filter(({ kind }) => FILE_KINDS.includes(kind));
      return Array.from({ length: 50 }, (_one, index) =>
        inside.map(({ code }) => `${ANSWERS}.${question.code}.${index}.${code}`),
      ).flat();
    }),
  );
  return names.filter((name) => values.files(name).length > 0);
}

function withGiven(values: FormValues, given: ReadonlyMap<string, string>): FormValues {
  const form = new FormData();
  for (const [name, value] of Object.entries(values.typed()))
    if (!given.has(name)) for (const one of [value].flat()) form.append(name, one);
  for (const name of ['_form', 'intent']) form.set(name, values.text(name) ?? '');
  for (const [name, id] of given) form.set(name, id);
  return new FormValues(form);
}

type Asked = { context: Context; personId: PersonId; body: FormBody; commandId: string };

/** The page again, with what was typed and the papers that were kept, so that nobody chooses a file twice. */
function refusedWith(values: FormValues, { code, fields, values: said }: Pick<Refusal, 'code' | 'fields' | 'values'>) {
  const refusal = { code, fields: [...fields] as FieldFault[], values: said };
  return { kind: 'form-answer', form: 'answers', refusal, typed: values.typed() } satisfies FormAnswer;
}

/**
 * Keeps every file that was chosen as a paper of the person, and goes on with the answers that name them. What is refused comes back
 * with the papers that were kept already; a file that may not be kept is refused at its own question.
 */
export async function withChosenFiles<T>(
  values: FormValues,
  { context, personId, body, commandId }: Asked,
  goOn: (values: FormValues) => Promise<T>,
): Promise<T | FormAnswer> {
  const given = new Map<string, string>();
  try {
    for (const name of chosenIn(values, body)) {
      const [file] = values.files(name);
      if (file === undefined) continue;
      const command = { commandId: await commandOf(commandId, name) };
      const api = apiOf(context, attachmentsRoutes);
      const { attachmentId } = await api.addAttachment({ personId, ...(await givenFile(file)) }, command);
      given.set(`${GIVEN}${name.slice(ANSWERS.length)}`, attachmentId);
    }
    return await goOn(given.size === 0 ? values : withGiven(values, given));
  } catch (fault) {
    if (!(fault instanceof Refusal) || (given.size === 0 && !fault.code.startsWith('attachment_'))) throw fault;
    return refusedWith(withGiven(values, given), fault);
  }
}
