import { foldText } from '@qantara/kernel';

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'oui', 'vrai', 'نعم', 'صحيح']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'non', 'faux', 'لا', 'خطا']);

/** What a cell answers to a question, in three languages; undefined where it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  const said = foldText(text);
  if (YES.has(said)) return true;
  return NO.has(said) ? false : undefined;
}

const OPEN = new Set(['active', 'open', 'ouvert', 'actif', 'مفتوح', 'نشط', 'published', 'available', 'online']);
const SHUT = new Set(['inactive', 'closed', 'ferme', 'inactif', 'مغلق', 'متوقف', 'unpublished', 'archived', 'deleted']);
const PAUSED = new Set(['temporarily closed', 'suspended', 'ferme temporairement', 'suspendu', 'مغلق موقتا', 'معلق']);

/** The status of a service as HSDS calls it; what is none of its words stays as it stands, to be refused by its column. */
export function statusOf(text: string): string {
  const said = foldText(text);
  if (yesOrNo(text) === true || OPEN.has(said)) return 'active';
  if (yesOrNo(text) === false || SHUT.has(said)) return 'inactive';
  return PAUSED.has(said) ? 'temporarily closed' : text;
}
