import type { WrittenForm } from '../../contract/index.ts';

/** The page below `/forms/…/edit/` where a question is mended; undefined where none has this code. */
export function placeOfQuestion(form: Pick<WrittenForm, 'body'>, code: string | null): string | undefined {
  for (const [section, { questions }] of form.body.sections.entries())
    for (const [at, question] of questions.entries()) {
      const base = `question?section=${section}&question=${at}`;
      if (question.code === code) return base;
      const inner = (question.questions ?? []).findIndex((one) => one.code === code);
      if (inner !== -1) return `${base}&inner=${inner}`;
    }
  return undefined;
}
