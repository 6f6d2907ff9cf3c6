import { FormQuestions, PapersLater, stepThrough, useSheet } from '@qantara/forms/web';
import { questionsOf, withPapersLater } from '@qantara/forms/domain';
import { dayIn, newId, Refusal, type FieldFault } from '@qantara/kernel';
import { areaChoices } from '@qantara/territory/web';
import type { Area } from '@qantara/territory/contract';
import { Bdi, LocalForm, RadioGroup, SubmitButton, usePage, type FormValues, type TypedValues } from '@qantara/ui';
import { finalise, keepCopy, type OpenDevice } from '@qantara/ui/offline';
import { useEffect, useRef, useState } from 'react';
import type { TakenAnswers } from '../contract/index.ts';
import type { Draft } from './device-work.ts';

const KEEP_AFTER_MS = 300;
const CHANNELS = ['navigator', 'telephone', 'paper'] as const;

type Props = { device: OpenDevice; draftId: string; draft: Draft; areas: Area[]; onDone: () => void };

/** Keeps what was typed a moment after it was, and at once when the page goes. */
function useKeeping(device: OpenDevice, draftId: string, draft: Draft) {
  const pending = useRef<TypedValues | null>(null);
  const isOver = useRef(false);
  const keep = async () => {
    const typed = pending.current;
    pending.current = null;
    if (typed === null || isOver.current) return;
    await keepCopy(device, { id: draftId, kind: 'draft', value: { ...draft, typed }, now: new Date() });
  };
  useEffect(() => {
    const timer = setInterval(() => void keep(), KEEP_AFTER_MS);
    const leave = () => void keep();
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      void keep();
    };
  });
  return {
    typed: (values: FormValues) => void (pending.current = values.typed()),
    over: () => {
      isOver.current = true;
    },
  };
}

function inputOf(draft: Draft, values: FormValues, answers: TakenAnswers['answers']): TakenAnswers {
  const channel = CHANNELS.find((one) => one === values.text('channel')) ?? 'navigator';
  return {
    personId: draft.person?.personId ?? null,
    formCode: draft.form.code,
    version: draft.form.version,
    answers,
    channel,
    locale: draft.locale,
    takenAt: new Date().toISOString(),
  };
}

/** A form answered on the device: judged by the same rules as on the server, kept as far as one comes, and put on its way when it is whole. */
export function AnswerOffline({ device, draftId, draft, areas, onDone }: Props) {
  const { t, text, locale, region } = usePage();
  const [begin, setBegin] = useState<TypedValues>({ channel: 'navigator', ...draft.typed });
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const [commandId] = useState(() => newId());
  const [body] = useState(() => withPapersLater(draft.form.body));
  const sheet = useSheet(body, begin);
  const keeping = useKeeping(device, draftId, draft);
  const { title } = draft.form;
  const name =
    draft.person === null ? t('offline.person.new') : (draft.person.displayName ?? t('offline.person.unnamed'));
  const onSend = (values: FormValues) => {
    try {
      const step = stepThrough(values, { body, today: dayIn(region.timeZone, new Date()), locale: draft.locale });
      if ('again' in step) return setBegin(step.again.typed);
      keeping.over();
      const input = inputOf(draft, values, step.answers);
      const packed = { path: 'POST /taken-answers', input, about: { form: draft.form.code } };
      void finalise(device, { commandId, packed, now: new Date(), draftId }).then(onDone);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      setBegin(values.typed());
      setFaults(fault.fields);
    }
    return undefined;
  };
  const labels = Object.fromEntries(questionsOf(body).map((one) => [`answers.${one.code}`, text(one.text).text]));
  return (
    <section>
      <h2>{text(title).text}</h2>
      <p>
        <Bdi>{name}</Bdi>
      </p>
      <LocalForm id="answers" begin={begin} faults={faults} labels={labels} onSend={onSend} onTyped={keeping.typed}>
        <RadioGroup
          name="channel"
          label={t('offline.answer.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`forms.channel.${value}`) }))}
          inline
        />
        <PapersLater value>
          <FormQuestions sheet={sheet} areas={areaChoices(areas, locale)} />
        </PapersLater>
        <div className="actions">
          <SubmitButton>{t('offline.answer.finalise')}</SubmitButton>
          <button type="button" className="button plain" onClick={onDone}>
            {t('offline.answer.later')}
          </button>
        </div>
      </LocalForm>
    </section>
  );
}
