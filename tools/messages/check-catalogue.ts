import type { Complaint } from '../reading/complaint.ts';
import { catalogueFile, LANGUAGES, type Catalogue, type Language } from './catalogues.ts';
import { languageFaults } from './language-rules.ts';
import { partsOf, type MessageParts } from './message-parts.ts';

/** Every message of a room: well formed, with the same arguments in three languages, and right in each of them. */
export function checkCatalogue({ folder, messages }: Catalogue): Complaint[] {
  return [...messages.en.keys()].flatMap((key) => {
    const english = partsOf(messages.en.get(key) ?? '');
    return LANGUAGES.flatMap((language) => {
      const message = messages[language].get(key);
      if (message === undefined) return [];
      const faults = faultsOf(language, message, english);
      const copied = language === 'fr' && isCopied(message, messages.en.get(key)) ? ['is the English text'] : [];
      return [...faults, ...copied].map((fault) => ({
        file: catalogueFile(folder, language),
        rule: 'message',
        detail: `${key}: ${fault}`,
      }));
    });
  });
}

function faultsOf(language: Language, message: string, english: MessageParts | undefined): string[] {
  const parts = partsOf(message);
  if (parts === undefined || parts.texts.some((text) => /[{}]/.test(text))) return ['is not a well-formed ICU message'];
  if (message.trim() === '') return ['is empty'];
  return [...languageFaults(language, message, parts), ...(english === undefined ? [] : sameShape(parts, english))];
}

function sameShape(parts: MessageParts, english: MessageParts): string[] {
  const wanted = [...new Set(english.arguments)].toSorted().join(', ');
  const found = [...new Set(parts.arguments)].toSorted().join(', ');
  if (wanted !== found) return [`takes {${found}} where English takes {${wanted}}`];
  return selectBranches(parts) === selectBranches(english) ? [] : ['a select has other branches than in English'];
}

function selectBranches({ choices }: MessageParts): string {
  const selects = choices.filter(({ kind }) => kind === 'select');
  return [...new Set(selects.map(({ argument, branches }) => `${argument}:${branches.toSorted().join()}`))]
    .toSorted()
    .join();
}

// Short words are often the same in both languages (Actions, Services); three words in a row never are.
function isCopied(message: string, english: string | undefined): boolean {
  return message === english && (message.match(/\p{Ll}{2,}/gu) ?? []).length >= 3 && !message.includes('http');
}
