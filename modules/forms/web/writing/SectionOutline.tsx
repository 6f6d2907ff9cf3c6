import { Bdi, ButtonLink, CommandForm, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { Link } from 'react-router';
import type { Question, Section, WrittenForm } from '../../contract/index.ts';

type Place = { section: number; question?: number; inner?: number };

function searchOf({ section, question, inner }: Place): string {
  const parts = [`section=${section}`, ...(question === undefined ? [] : [`question=${question}`])];
  return [...parts, ...(inner === undefined ? [] : [`inner=${inner}`])].join('&');
}

/** Up, down and away: each a command of its own, so that it works without script. */
function Moves({ form, place, name }: { form: WrittenForm; place: Place; name: string }) {
  const { t } = usePage();
  const button = (intent: string, kind: 'plain' | 'danger') => (
    <SubmitButton intent={intent} kind={kind}>
      {t(`forms.edit.${intent}`)} <span className="vh">{name}</span>
    </SubmitButton>
  );
  return (
    <FormDetails>
      <summary>
        {t('forms.edit.move')} <span className="vh">{name}</span>
      </summary>
      <CommandForm id={`move-${searchOf(place).replaceAll(/\D+/g, '-')}`} className="moves">
        <input type="hidden" name="revision" value={form.revision} />
        {Object.entries(place).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {button('up', 'plain')}
        {button('down', 'plain')}
        {button('remove', 'danger')}
      </CommandForm>
    </FormDetails>
  );
}

function Marks({ question }: { question: Question }) {
  const { t } = usePage();
  const marks = [
    ...(question.isRequired ? ['required'] : []),
    ...(question.isAskedWhen === undefined ? [] : ['conditional']),
    ...(question.checks === undefined ? [] : ['checked']),
  ];
  return (
    <p className="hint">
      {[t(`forms.kind.${question.kind}`), ...marks.map((mark) => t(`forms.edit.${mark}`))].join(' · ')}
      {' · '}
      <Bdi>{question.code}</Bdi>
    </p>
  );
}

function QuestionRow({ form, question, place }: { form: WrittenForm; question: Question; place: Place }) {
  const { href, text } = usePage();
  const edit = `/forms/${form.code}/edit/question`;
  const said = text(question.text).text;
  return (
    <li className="outline-row">
      <div>
        <Link to={href(`${edit}?${searchOf(place)}`)}>{said}</Link>
        <Marks question={question} />
      </div>
      <Moves form={form} place={place} name={said} />
      {question.kind === 'group' ? <GroupOutline {...{ form, question, place }} /> : null}
    </li>
  );
}

function GroupOutline({ form, question, place }: { form: WrittenForm; question: Question; place: Place }) {
  const { t, href } = usePage();
  const inside = question.questions ?? [];
  return (
    <>
      <ol className="outline">
        {inside.map((one, inner) => (
          <QuestionRow key={one.code} form={form} question={one} place={{ ...place, inner }} />
        ))}
      </ol>
      <p className="actions">
        <ButtonLink to={href(`/forms/${form.code}/edit/question?${searchOf({ ...place, inner: inside.length })}`)}>
          {t('forms.edit.add_inside')}
        </ButtonLink>
      </p>
    </>
  );
}

/** One section of a draft with its questions in order. */
export function SectionOutline({ form, section, at }: { form: WrittenForm; section: Section; at: number }) {
  const { t, href, text, formats } = usePage();
  const edit = `/forms/${form.code}/edit`;
  const name = text(section.title).text;
  const number = t('forms.edit.section', { number: formats.number(at + 1) });
  return (
    <section id={`section-${at}`} aria-labelledby={`section-${at}-title`} className="outline-section">
      <h2 id={`section-${at}-title`}>{name === '' ? number : `${number} · ${name}`}</h2>
      <div className="outline-row">
        <Link to={href(`${edit}/section?section=${at}`)}>{t('forms.edit.section_words')}</Link>
        <Moves form={form} place={{ section: at }} name={number} />
      </div>
      <ol className="outline">
        {section.questions.map((question, index) => (
          <QuestionRow key={question.code} form={form} question={question} place={{ section: at, question: index }} />
        ))}
      </ol>
      <p className="actions">
        <ButtonLink to={href(`${edit}/question?${searchOf({ section: at, question: section.questions.length })}`)}>
          {t('forms.edit.add_question')}
        </ButtonLink>
      </p>
    </section>
  );
}
