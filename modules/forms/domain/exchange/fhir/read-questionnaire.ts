import type { Locale } from '@qantara/kernel';
import { FindingRule, type FormBody, type Term } from '../../../contract/index.ts';
import { broughtForm, type BroughtForm } from '../brought-form.ts';
import { localeNamed } from '../languages.ts';
import { Notes } from '../notes.ts';
import { askedItems, isMatrix, namesFor, type Bench } from './bench.ts';
import { EXTENSIONS, extensionOf, textOf } from './extensions.ts';
import { sectionsOf } from './read-items.ts';
import { questionOfItem } from './read-item.ts';
import { choicesOf } from './read-choices.ts';
import { Questionnaire, type AnswerOption, type Coding } from './resources.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function codingIn(concept: Record<string, unknown>, system: string | undefined): AnswerOption {
  const [code, display] = [textIn(concept['code']), textIn(concept['display'])];
  const own = textIn(concept['system']) ?? system;
  const coding: Coding = {
    ...(own === undefined ? {} : { system: own }),
    ...(code === undefined ? {} : { code }),
    ...(display === undefined ? {} : { display }),
  };
  return { valueCoding: coding };
}

function optionsIn(set: Record<string, unknown>): AnswerOption[] {
  const expansion = isRecord(set['expansion']) ? listOf(set['expansion']['contains']) : [];
  const include = isRecord(set['compose']) ? listOf(set['compose']['include']) : [];
  const composed = include.flatMap((one) =>
    listOf(one['concept']).map((concept) => codingIn(concept, textIn(one['system']))),
  );
  return expansion.length > 0 ? expansion.map((concept) => codingIn(concept, undefined)) : composed;
}

/** The value sets that a Questionnaire holds, as items name them. */
function setsOf(questionnaire: Questionnaire): Map<string, AnswerOption[]> {
  const sets = listOf(questionnaire['contained']).filter(({ resourceType }) => resourceType === 'ValueSet');
  return new Map(sets.map((set) => [`#${textIn(set['id']) ?? ''}`, optionsIn(set)]));
}

/** What of the Questionnaire itself has a place here, or says nothing about the form. */
const CARRIED = new Set(
  `resourceType id url name title _title language status code extension item contained meta text experimental subjectType
  date publisher contact version copyright`.split(/\s+/),
);

function noteRoot(questionnaire: Questionnaire, notes: Notes): void {
  for (const name of Object.keys(questionnaire))
    if (!CARRIED.has(name)) notes.add('element_left_out', { sheet: 'Questionnaire', column: name, word: name });
  for (const { url } of questionnaire.extension ?? [])
    if (url !== EXTENSIONS.finding && url !== EXTENSIONS.purpose)
      notes.add('element_left_out', { sheet: 'Questionnaire', column: 'extension', word: url });
  const { copyright } = questionnaire;
  if (copyright !== undefined)
    notes.add('copyright_said', { sheet: 'Questionnaire', column: 'copyright', word: copyright });
}

function findingsOf(questionnaire: Questionnaire): FindingRule[] {
  return (questionnaire.extension ?? []).slice(0, 3000).flatMap(({ url, extension }) => {
    if (url !== EXTENSIONS.finding) return [];
    const said = (extension ?? []).map((one) => [one.url, one.valueString]);
    const rule = FindingRule.safeParse(Object.fromEntries(said));
    return rule.success ? [rule.data] : [];
  });
}

function termsOf(codings: readonly Coding[] | undefined): Term[] {
  return (codings ?? [])
    .flatMap(({ system, code }) => (system === undefined || code === undefined ? [] : [{ system, code }]))
    .filter(({ system, code }) => system.length <= 200 && code.length <= 100)
    .slice(0, 10);
}

function benchFor(questionnaire: Questionnaire, language: Locale, notes: Notes): Bench {
  const names = namesFor(questionnaire.item);
  const bench: Bench = { notes, language, names, questions: new Map(), sets: setsOf(questionnaire) };
  // Conditions may name what stands later: every question is known before the first condition is read.
  const silent = { ...bench, notes: new Notes() };
  for (const item of askedItems(questionnaire.item)) {
    bench.questions.set(item.linkId, questionOfItem(silent, item));
    if (!isMatrix(item)) continue;
    const [first] = item.item ?? [];
    const choices = first === undefined ? [] : choicesOf(silent, first);
    bench.questions.set(item.linkId, { ...questionOfItem(silent, item), choices });
  }
  return bench;
}

/**
 * A FHIR R4 Questionnaire as a form, with a report of what could not be carried, by linkId. Undefined where it is no Questionnaire
 * or breaks a limit.
 */
export function readQuestionnaire(
  resource: unknown,
  said: { language: Locale; fileName: string },
): BroughtForm | undefined {
  const parsed = Questionnaire.safeParse(resource);
  if (!parsed.success) return undefined;
  const questionnaire = parsed.data;
  const notes = new Notes();
  const language = localeNamed(questionnaire.language ?? '') ?? said.language;
  noteRoot(questionnaire, notes);
  const sections = sectionsOf(benchFor(questionnaire, language, notes), questionnaire.item);
  const findings = findingsOf(questionnaire).slice(0, 60);
  const terms = termsOf(questionnaire.code);
  const body: FormBody = {
    sections,
    ...(findings.length > 0 ? { findings } : {}),
    ...(terms.length > 0 ? { terms } : {}),
  };
  const name = questionnaire.name ?? questionnaire.id ?? said.fileName.replace(/\.[a-z]+$/i, '');
  const title = textOf(questionnaire.title, questionnaire._title, language) ?? { [language]: name };
  const purpose = extensionOf(questionnaire, EXTENSIONS.purpose)?.valueCode;
  return broughtForm({ code: name.replaceAll(/([a-z])([A-Z])/g, '$1_$2'), title, purpose, body }, notes);
}
