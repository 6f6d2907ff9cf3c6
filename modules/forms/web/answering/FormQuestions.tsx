import { textIn } from '@qantara/kernel';
import { Fieldset, SubmitButton, usePage, type Choice } from '@qantara/ui';
import type { Question, Section } from '../../contract/index.ts';
import { pipeText } from '../../domain/index.ts';
import { ENTRIES } from './answers-of.ts';
import { QuestionField } from './QuestionField.tsx';
import type { Sheet } from './use-sheet.ts';

type Parts = { sheet: Sheet; areas: readonly Choice[] };

function Group({ group, sheet, areas }: Parts & { group: Question }) {
  const { t, locale } = usePage();
  const count = sheet.entries[group.code] ?? 0;
  const label = pipeText(group.text, { ...sheet, locale });
  return (
    <Fieldset legend={label} {...(group.hint === undefined ? {} : { hint: textIn(group.hint, locale).text })}>
      <input type="hidden" name={`${ENTRIES}.${group.code}`} value={count} readOnly />
      {Array.from({ length: count }, (_one, index) => (
        <Fieldset key={index} legend={t('forms.answer.entry', { number: index + 1 })}>
          {(group.questions ?? []).map((question) => (
            <Asked
              key={question.code}
              {...{ question, sheet, areas }}
              path={`${group.code}.${index}.${question.code}`}
            />
          ))}
        </Fieldset>
      ))}
      <p className="actions">
        {count < (group.most ?? 50) ? (
          <SubmitButton kind="plain" intent={`add:${group.code}`} skipsChecks>
            {t('forms.answer.add_entry')}
          </SubmitButton>
        ) : null}
        {count > (group.least ?? 0) ? (
          <SubmitButton kind="plain" intent={`drop:${group.code}`} skipsChecks>
            {t('forms.answer.drop_entry')}
          </SubmitButton>
        ) : null}
      </p>
    </Fieldset>
  );
}

function Asked({ question, path, sheet, areas }: Parts & { question: Question; path: string }) {
  const { locale } = usePage();
  if (!sheet.asked.has(path)) return null;
  if (question.kind === 'group') return <Group {...{ sheet, areas }} group={question} />;
  const label = pipeText(question.text, { ...sheet, locale });
  return question.kind === 'note' ? <p>{label}</p> : <QuestionField {...{ question, path, label, areas }} />;
}

function SectionPart({ section, sheet, areas }: Parts & { section: Section }) {
  const { locale } = usePage();
  if (!section.questions.some(({ code }) => sheet.asked.has(code))) return null;
  return (
    <section>
      {section.title === undefined ? null : <h2>{pipeText(section.title, { ...sheet, locale })}</h2>}
      {section.questions.map((question) => (
        <Asked key={question.code} {...{ question, sheet, areas }} path={question.code} />
      ))}
    </section>
  );
}

/** Every question of a form that is asked of this person as things stand, in a form of the page around it. */
export function FormQuestions({ sheet, areas }: Parts) {
  const shown = [...sheet.asked].join(' ');
  return (
    <div onChange={sheet.look}>
      <input type="hidden" name="shown" value={shown} readOnly />
      {sheet.body.sections.map((section, index) => (
        <SectionPart key={index} {...{ section, sheet, areas }} />
      ))}
    </div>
  );
}
