import { dayIn } from '@qantara/kernel';
import { FormValues, usePage, type TypedValues } from '@qantara/ui';
import { useState, type FormEvent } from 'react';
import type { Answers, FormBody } from '../../contract/index.ts';
import { judgeAnswers, questionsOf, readForm } from '../../domain/index.ts';
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

function lookAt(body: FormBody, values: FormValues, given: { today: string; locale: 'ar' | 'fr' | 'en' }): Look {
  const judged = judgeAnswers(readForm(body), answersOf(values, body), { ...given, isDraft: true });
  const groups = questionsOf(body).filter(({ kind }) => kind === 'group');
  const entries = Object.fromEntries(groups.map((group) => [group.code, entriesOf(values, group)]));
  return { answers: judged.answers, asked: new Set(judged.asked), entries };
}

/** The state of one form while it is answered, beginning with what was typed or answered before. */
export function useSheet(body: FormBody, typed: TypedValues): Sheet {
  const { locale, region } = usePage();
  const [today] = useState(() => dayIn(region.timeZone, new Date()));
  const given = { today, locale };
  const [live, setLive] = useState<{ of: TypedValues; look: Look } | null>(null);
  const current = live?.of === typed ? live.look : lookAt(body, valuesOfTyped(typed), given);
  const look = ({ target }: FormEvent<HTMLElement>) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form !== null) setLive({ of: typed, look: lookAt(body, new FormValues(new FormData(form)), given) });
  };
  return { body, ...current, look };
}
