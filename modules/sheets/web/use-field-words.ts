import type { Question } from '@qantara/forms/contract';
import { usePage, type UsedPage } from '@qantara/ui';
import type { KeyedField } from '../domain/index.ts';

type Figures = (question: Question, page: UsedPage) => string | null;

function listed(words: readonly string[], { formats, t }: UsedPage, mayDecline = true): string {
  const figures = words.map((word, at) => `${formats.number(at + 1)} ${word}`);
  return [...figures, ...(mayDecline ? [`${formats.number(0)} ${t('forms.answer.declined')}`] : [])].join(' · ');
}

const choices: Figures = (question, page) =>
  listed(
    question.choices.map(({ text }) => page.text(text).text),
    page,
  );

const FIGURES: Partial<Record<Question['kind'], Figures>> = {
  yes_no: (_question, page) =>
    listed(
      ['yes', 'no'].map((word) => page.t(`forms.answer.${word}`)),
      page,
    ),
  one: choices,
  several: (question, page) => `${choices(question, page)} · ${page.t('sheets.key.several')}`,
  rank: (question, page) =>
    `${question.choices.map(({ text }) => page.text(text).text).join(' · ')} · ${page.t('sheets.key.rank')}`,
  matrix: choices,
  scale: ({ least = 0, most = 10 }, { formats, t }) =>
    t('sheets.key.scale', { least: formats.number(least), most: formats.number(most) }),
  date: (_question, { t }) => t('sheets.key.date'),
  consent: (_question, page) =>
    listed(
      ['agreed', 'not_agreed'].map((word) => page.t(`forms.answer.${word}`)),
      page,
      false,
    ),
};

/** What a field of a sheet is called, and which figures are typed for its answers. */
export function useFieldWords({ question, row, entry }: KeyedField): { label: string; figures: string | null } {
  const page = usePage();
  const { t, text, formats } = page;
  const asked = text(question.text).text;
  const within =
    entry === null
      ? []
      : [`${text(entry.group).text}, ${t('forms.answer.entry', { number: formats.number(entry.number) })}`];
  const label = [...within, asked, ...(row === null ? [] : [text(row).text])].join(' — ');
  return { label, figures: FIGURES[question.kind]?.(question, page) ?? null };
}
