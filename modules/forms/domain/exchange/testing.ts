import fc from 'fast-check';
import { FormBody, type FormBody as Body } from '../../contract/index.ts';

const word = fc
  .stringMatching(/^[a-zأ-ي][a-z أ-يé'".,:|%-]{0,18}[a-zأ-ي0-9?]$/)
  .map((text) => text.replaceAll(/\s+/g, ' '));
const words = fc.record({ ar: word, fr: word, en: word }, { requiredKeys: ['ar'] });
const code = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const choiceCode = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
const term = fc.record({
  system: fc.constantFrom('http://loinc.org', 'urn:x|y'),
  code: fc.stringMatching(/^[A-Z0-9|%-]{1,12}$/),
});
const terms = fc.array(term, { minLength: 1, maxLength: 2 });
const formula = fc.constantFrom(
  "${first} = 'yes'",
  "${first} != '' and selected(${first}, 'a b')",
  'not(${first} > 3)',
  "${first} = 'a' or ${first} = 'b'",
  '${first} >= 2',
  'count-selected(${first}) * 2 > 4',
);
const check = fc.record({ formula: fc.constantFrom('. > 1', 'string-length(.) < 9 or . = ${first}'), message: words });
const distinct = <T extends { code: string }>(one: fc.Arbitrary<T>, most: number) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: most, selector: (item) => item.code });

const base = { text: words, hint: words, isAskedWhen: formula, formerly: code, terms };
const optional = ['hint', 'isAskedWhen', 'formerly', 'terms'] as const;
const choices = distinct(
  fc.record(
    { code: choiceCode, text: words, isExclusive: fc.constant(true), terms },
    { requiredKeys: ['code', 'text'] },
  ),
  4,
);

type Model = Record<string, fc.Arbitrary<unknown>>;

function asked(kind: string, more: Model = {}, needed: readonly string[] = []): fc.Arbitrary<Record<string, unknown>> {
  const model: Model = { ...base, isRequired: fc.boolean(), kind: fc.constant(kind), ...more };
  const free = [...optional, ...Object.keys(more).filter((key) => !needed.includes(key))];
  return fc.record(model, { requiredKeys: Object.keys(model).filter((key) => !free.includes(key)) });
}

const checks = fc.array(check, { minLength: 1, maxLength: 1 });
const low = fc.integer({ min: -5, max: 2 });
const high = fc.integer({ min: 3, max: 12 });
const single = fc.oneof(
  asked('yes_no', { checks }),
  asked('one', { choices, checks }, ['choices']),
  asked('several', { choices, least: fc.constant(1), most: high, checks }, ['choices']),
  asked('rank', { choices, most: high }, ['choices']),
  asked(
    'scale',
    { least: fc.constant(1), most: fc.integer({ min: 2, max: 11 }), ends: fc.record({ least: words, most: words }) },
    ['least', 'most'],
  ),
  asked('matrix', { choices, rows: distinct(fc.record({ code, text: words }), 4) }, ['choices', 'rows']),
  asked('text', { most: high, checks }),
  asked('long_text'),
  asked('number', { least: low, most: high, decimals: fc.integer({ min: 0, max: 6 }), checks }),
  ...['date', 'place', 'file', 'photo', 'signature', 'consent', 'note'].map((kind) => asked(kind)),
  asked('calculated', { calculation: formula }, ['calculation']),
);

const LONGEST = 12;

/** Questions under codes that nothing else has; `first` stands at the top, so that formulas may name it. */
function numbered(questions: readonly Record<string, unknown>[], beginning: string): Record<string, unknown>[] {
  return questions.map((question, at) => ({ choices: [], ...question, code: `${beginning}${at}` }));
}

const group = fc
  .record({
    group: asked('group', { least: fc.constant(1), most: high }),
    inner: fc.array(single, { minLength: 1, maxLength: 4 }),
  })
  .map(({ group: outer, inner }) => ({ ...outer, questions: inner }));

const section = fc.record(
  {
    title: words,
    isAskedWhen: formula,
    questions: fc.array(fc.oneof({ weight: 6, arbitrary: single }, { weight: 1, arbitrary: group }), {
      minLength: 1,
      maxLength: LONGEST,
    }),
  },
  { requiredKeys: ['questions'] },
);
const finding = fc.record(
  { needCode: code, hasNeedWhen: formula, wantsHelpWhen: formula, isDangerWhen: formula },
  { requiredKeys: ['needCode', 'hasNeedWhen'] },
);

type Section = { questions: Record<string, unknown>[] };

function withCodes(sections: readonly Section[]): unknown[] {
  return sections.map((one, at) => ({
    ...one,
    questions: numbered(one.questions, `q${at}_`).map((question) =>
      'questions' in question
        ? {
            ...question,
            questions: numbered(question['questions'] as Record<string, unknown>[], `${String(question['code'])}_i`),
          }
        : question,
    ),
  }));
}

/** Forms of every kind of question, as drafts may be: formulas name the first question. */
export const anyBody: fc.Arbitrary<Body> = fc
  .record(
    {
      sections: fc.array(section, { minLength: 1, maxLength: 4 }),
      findings: fc.array(finding, { minLength: 1, maxLength: 2 }),
      terms,
    },
    { requiredKeys: ['sections'] },
  )
  .map(({ sections, ...rest }) => {
    const [opening, ...others] = withCodes(sections as Section[]) as { questions: unknown[] }[];
    const first = { code: 'first', kind: 'text', text: { ar: 'أول' }, isRequired: false, choices: [] };
    const questions = [first, ...(opening?.questions ?? [])];
    return FormBody.parse({ ...rest, sections: [{ ...opening, questions }, ...others] });
  });
