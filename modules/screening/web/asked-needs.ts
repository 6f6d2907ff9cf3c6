import { directoryRoutes, type Need } from '@qantara/directory/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { Refusal, type LocalizedText } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { SCREENING_FORM } from '../contract/index.ts';
import { isUrgent } from '../domain/index.ts';

/** One need as it is asked about: its name, and the question in plain words where the region's form has one. */
export type AskedNeed = { needCode: string; name: LocalizedText; question: LocalizedText | null };

type Context = LoaderFunctionArgs['context'];

async function listQuestions(context: Context): Promise<Map<string, LocalizedText>> {
  try {
    const form = await apiOf(context, formsRoutes).getForm({ formCode: SCREENING_FORM });
    const questions = form.body.sections.flatMap((section) => section.questions);
    return new Map(questions.map((question) => [question.code, question.text]));
  } catch (fault) {
    if (fault instanceof Refusal) return new Map();
    throw fault;
  }
}

function isUrgentNeed(need: Need): boolean {
  return isUrgent([{ needCode: need.needCode, hasNeed: true, wantsHelp: true }]);
}

/** Every need of the region, those where waiting can hurt first, then in the region's own order. */
export async function listAskedNeeds(context: Context): Promise<AskedNeed[]> {
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  const questions = await listQuestions(context);
  const ordered = [...needs.filter(isUrgentNeed), ...needs.filter((need) => !isUrgentNeed(need))];
  return ordered.map(({ needCode, name }) => ({ needCode, name, question: questions.get(`need_${needCode}`) ?? null }));
}
