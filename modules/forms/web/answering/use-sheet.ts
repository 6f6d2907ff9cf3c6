import { dayIn, type Locale } from '@qantara/kernel';
import { FormValues, usePage, type TypedValues } from '@qantara/ui';
import { useMemo, useState, type FormEvent } from 'react';
import type { Answers, FormBody } from '../../contract/index.ts';
import { judgeAnswers, questionsOf, readForm, type ReadForm } from '../../domain/index.ts';
import { answersOf, entriesOf, valuesOfTyped } from './answers-of.ts';

/** What a page of answers shows now: the questions that are asked, and what later texts take from earlier answers. */
export type Sheet = {
  body: FormBody;
  answers: Answers;
  asked: ReadonlySet<string>;
  entries: Record<string, number>;
  /** Looks at the form again after something was typed; without script the server does, when it is sent. */
  look: (event: FormEvent<HTMLElement>) => void;
};

type Look = Pick<Sheet, 'answers' | 'asked' | 'entries'>;

type Asking = { form: ReadForm; today: string; locale: Locale };

function lookAt(body: FormBody, values: FormValues, { form, ...given }: Asking): Look {
  const judged = judgeAnswers(form, answersOf(values, body), { ...given, isDraft: true });
  const groups = questionsOf(body).filter(({ kind }) => kind === 'group');
  const entries = Object.fromEntries(groups.map((group) => [group.code, entriesOf(values, group)]));
  return { answers: judged.answers, asked: new Set(judged.asked), entries };
}

/** The state of one form while it is answered, beginning with what was typed or answered before. */
export function useSheet(body: FormBody, typed: TypedValues): Sheet {
  const { locale, region } = usePage();
  const [today] = useState(() => dayIn(region.timeZone, new Date()));
  const form = useMemo(() => readForm(body), [body]);
  const given = { form, today, locale };
  const [live, setLive] = useState<{ of: TypedValues; look: Look } | null>(null);
  const current = live?.of === typed ? live.look : lookAt(body, valuesOfTyped(typed), given);
  const look = ({ target }: FormEvent<HTMLElement>) => {
    const sent = target instanceof Element ? target.closest('form') : null;
    if (sent !== null) setLive({ of: typed, look: lookAt(body, new FormValues(new FormData(sent)), given) });
  };
  return { body, ...current, look };
}
