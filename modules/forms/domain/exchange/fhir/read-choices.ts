import type { Choice, Term } from '../../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from '../../answers/prefer-not-to-say.ts';
import type { Bench } from './bench.ts';
import { EXTENSIONS, extensionOf, textOf } from './extensions.ts';
import type { AnswerOption, Coding, Item } from './resources.ts';

const LONGEST = 60;
const MOST = 300;

/** Codes by which instruments say what every question here may be answered with. */
const DECLINES = new Set([
  PREFER_NOT_TO_SAY,
  'http://terminology.hl7.org/CodeSystem/data-absent-reason|asked-declined',
  'http://loinc.org|LA30122-8',
]);

const keyOf = ({ system, code }: Coding): string => (system === undefined ? (code ?? '') : `${system}|${code ?? ''}`);

function termsIn(option: AnswerOption, { system, code }: Coding): Term[] {
  const more = (option.extension ?? []).flatMap(({ url, valueCoding }) =>
    url === EXTENSIONS.term ? [valueCoding] : [],
  );
  const codings = [{ system, code }, ...more].flatMap((one) =>
    one?.system === undefined || one.code === undefined || one.code === ''
      ? []
      : [{ system: one.system, code: one.code }],
  );
  return codings.filter(({ system: of, code: one }) => of.length <= 200 && one.length <= 100).slice(0, 10);
}

function exclusiveOf(option: AnswerOption): Pick<Choice, 'isExclusive'> {
  return extensionOf(option, EXTENSIONS.exclusive)?.valueBoolean === true ? { isExclusive: true } : {};
}

function codedChoice(bench: Bench, option: AnswerOption, coding: Coding): Choice {
  const own = extensionOf(option, EXTENSIONS.choice)?.valueString;
  const said = (own ?? coding.code ?? coding.display ?? '').trim();
  const code = said.slice(0, LONGEST).toWellFormed();
  if (said.length > LONGEST) bench.notes.add('choice_code_changed', { word: said });
  const terms = termsIn(option, coding);
  return {
    code,
    text: textOf(coding.display, coding._display, bench.language) ?? { en: code },
    ...exclusiveOf(option),
    ...(terms.length > 0 ? { terms } : {}),
  };
}

function choiceOf(bench: Bench, option: AnswerOption, item: Item): Choice | undefined {
  const { valueCoding } = option;
  if (valueCoding !== undefined) {
    if (DECLINES.has(keyOf(valueCoding))) {
      bench.notes.add('decline_recognised', {
        sheet: item.linkId,
        column: 'answerOption',
        word: valueCoding.display ?? null,
      });
      return undefined;
    }
    return codedChoice(bench, option, valueCoding);
  }
  const said = option.valueString ?? option.valueDate ?? option.valueInteger;
  if (said === undefined) return undefined;
  const word = String(said).trim();
  return { code: word.slice(0, LONGEST).toWellFormed(), text: { [bench.language]: word } };
}

/** The options of a question, out of the item or out of a set that the file holds; a set that stands elsewhere is noted. */
export function choicesOf(bench: Bench, item: Item): Choice[] {
  const set = item['answerValueSet'];
  const place = { sheet: item.linkId, column: 'answerValueSet' };
  const contained = typeof set === 'string' ? bench.sets.get(set) : undefined;
  if (typeof set === 'string' && contained === undefined) bench.notes.add('choices_elsewhere', { ...place, word: set });
  const options = item.answerOption ?? contained ?? [];
  if (options.length > MOST) bench.notes.add('too_many', { ...place, column: 'answerOption' });
  return options
    .slice(0, MOST)
    .flatMap((option) => choiceOf(bench, option, item) ?? [])
    .filter(({ code }) => code !== '');
}
