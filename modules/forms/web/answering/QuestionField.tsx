import { textIn, type Locale } from '@qantara/kernel';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  Fieldset,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  usePage,
  type Choice,
  type UsedPage,
} from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Question } from '../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../domain/index.ts';
import { ANSWERS, DECLINED } from './answers-of.ts';
import { FileAnswerField } from './FileAnswerField.tsx';
import { CHOSEN_KINDS } from './typed-of.ts';

type Asked = { question: Question; path: string; label: string; areas: readonly Choice[] };
type Field = { name: string; label: string; hint?: string; required: boolean };
type Drawn = (asked: Asked & { field: Field; page: UsedPage }) => ReactNode;

/** More choices than this are a list to open rather than a page to scroll. */
const MOST_IN_SIGHT = 12;

function choicesOf({ choices }: Question, locale: Locale): Choice[] {
  return choices.map(({ code, text }) => ({ value: code, label: textIn(text, locale).text }));
}

function withDeclined(options: Choice[], { t }: UsedPage): Choice[] {
  return [...options, { value: PREFER_NOT_TO_SAY, label: t('forms.answer.declined') }];
}

const yesNo: Drawn = ({ field, page }) => (
  <RadioGroup
    {...field}
    options={withDeclined(
      ['yes', 'no'].map((value) => ({ value, label: page.t(`forms.answer.${value}`) })),
      page,
    )}
    inline
  />
);

const one: Drawn = ({ question, field, page }) => {
  const options = withDeclined(choicesOf(question, page.locale), page);
  return options.length > MOST_IN_SIGHT ? (
    <SelectField {...field} options={options} />
  ) : (
    <RadioGroup {...field} options={options} />
  );
};

const several: Drawn = ({ question, field, page }) => (
  <CheckboxGroup {...field} options={withDeclined(choicesOf(question, page.locale), page)} />
);

const rank: Drawn = ({ question, field, page }) => (
  <Fieldset legend={field.label} hint={field.hint ?? page.t('forms.answer.rank_hint')}>
    {choicesOf(question, page.locale).map(({ value, label }, index, all) => (
      <SelectField
        key={value}
        name={`${field.name}.${index}`}
        label={label}
        options={all.map((_one, place) => ({ value: String(place + 1), label: page.formats.number(place + 1) }))}
      />
    ))}
  </Fieldset>
);

const scale: Drawn = ({ question, field, page }) => {
  const { least = 0, most = 10, ends } = question;
  const points = Array.from({ length: most - least + 1 }, (_one, index) => least + index);
  const said = (point: number) => {
    const end = point === least ? ends?.least : point === most ? ends?.most : undefined;
    const number = page.formats.number(point);
    return end === undefined ? number : `${number} · ${textIn(end, page.locale).text}`;
  };
  return (
    <RadioGroup
      {...field}
      options={withDeclined(
        points.map((point) => ({ value: String(point), label: said(point) })),
        page,
      )}
      inline
    />
  );
};

const matrix: Drawn = ({ question, field, page }) => (
  <Fieldset legend={field.label} {...(field.hint === undefined ? {} : { hint: field.hint })}>
    {(question.rows ?? []).map((row) => (
      <RadioGroup
        key={row.code}
        name={`${field.name}.${row.code}`}
        label={textIn(row.text, page.locale).text}
        options={withDeclined(choicesOf(question, page.locale), page)}
        required={field.required}
        inline
      />
    ))}
  </Fieldset>
);

const place: Drawn = ({ field, areas }) => <SelectField {...field} name={`${field.name}.areaId`} options={areas} />;

const consent: Drawn = ({ field, page }) => (
  <RadioGroup
    {...field}
    options={['agreed', 'not_agreed'].map((value) => ({ value, label: page.t(`forms.answer.${value}`) }))}
  />
);

const line: Drawn = ({ field }) => <TextField {...field} />;
const photo: Drawn = ({ field }) => <FileAnswerField {...field} isPhoto />;
const nothing: Drawn = () => null;

const DRAWN: Record<Question['kind'], Drawn> = {
  yes_no: yesNo,
  one,
  several,
  rank,
  scale,
  matrix,
  text: line,
  long_text: ({ field }) => <TextArea {...field} />,
  number: ({ question, field }) => <NumberField {...field} decimals={(question.decimals ?? 0) > 0} />,
  date: ({ field }) => <DateField {...field} />,
  place,
  file: ({ field }) => <FileAnswerField {...field} isPhoto={false} />,
  photo,
  signature: photo,
  consent,
  group: nothing,
  note: nothing,
  calculated: nothing,
};

/** One question as it is asked, by its kind, with the way to say nothing. */
export function QuestionField(asked: Asked) {
  const { question, path, label } = asked;
  const page = usePage();
  const hint = question.hint === undefined ? {} : { hint: textIn(question.hint, page.locale).text };
  const field = { name: `${ANSWERS}.${path}`, label, required: question.isRequired, ...hint };
  const draw = DRAWN[question.kind];
  return (
    <>
      {draw({ ...asked, field, page })}
      {CHOSEN_KINDS.includes(question.kind) ? null : (
        <Checkbox name={`${DECLINED}.${path}`} label={page.t('forms.answer.declined')} about={label} />
      )}
    </>
  );
}
