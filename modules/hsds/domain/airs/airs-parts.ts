import { parseHours } from '../mapping/parse-hours.ts';
import {
  attributeOf,
  childrenOf,
  isConfidential,
  linesOf,
  saying,
  textOf,
  wordsOf,
  type AirsElement,
  type Json,
  type Note,
} from './airs-element.ts';

/** Those of a name that may be told; the others are noted as private. */
function openOnes(element: AirsElement, name: string, note: Note): AirsElement[] {
  return childrenOf(element, name).filter((child) => {
    const isOpen = !isConfidential(child) && textOf(child, 'ReasonWithheld') === '';
    if (!isOpen) note(name);
    return isOpen;
  });
}

function typeOf(phone: AirsElement): string {
  const said = `${textOf(phone, 'Type')} ${textOf(phone, 'Function')}`.toLowerCase();
  if (said.includes('fax')) return 'fax';
  return /\b(?:tty|tdd|text)/.test(said) ? 'textphone' : 'voice';
}

export function phonesOf(element: AirsElement, note: Note): Json[] {
  return openOnes(element, 'Phone', note).flatMap((phone) => {
    const number = textOf(phone, 'PhoneNumber');
    const extension = Number.parseInt(textOf(phone, 'Extension'), 10);
    const description = linesOf(phone, 'Description', 'Function');
    if (number === '') return [];
    return [saying({ number, type: typeOf(phone), description, ...(extension > 0 ? { extension } : {}) })];
  });
}

/** Addresses of e-mail and of the web: one stands alone, in an `Address` of its own, or as the element's text. */
export function addressesIn(element: AirsElement, name: string, note: Note): string[] {
  return openOnes(element, name, note).flatMap((one) => {
    const said = textOf(one, 'Address') || wordsOf(one).join(' ');
    return said === '' ? [] : [said];
  });
}

export function contactsOf(element: AirsElement, note: Note): Json[] {
  return openOnes(element, 'Contact', note).flatMap((contact) => {
    const [email = ''] = addressesIn(contact, 'Email', note);
    const made = saying({ name: textOf(contact, 'Name'), title: textOf(contact, 'Title'), email });
    const phones = phonesOf(contact, note);
    return Object.keys(made).length === 0 && phones.length === 0 ? [] : [saying({ ...made, phones })];
  });
}

function addressOf(address: AirsElement, type: 'physical' | 'postal'): Json {
  return saying({
    attention: textOf(address, 'PreAddressLine'),
    address_1: textOf(address, 'Line1'),
    address_2: textOf(address, 'Line2'),
    city: textOf(address, 'City'),
    region: textOf(address, 'County'),
    state_province: textOf(address, 'State'),
    postal_code: textOf(address, 'ZipCode'),
    country: textOf(address, 'Country'),
    address_type: type,
  });
}

const ADDRESSES = [
  ['PhysicalAddress', 'physical'],
  ['MailingAddress', 'postal'],
  ['OtherAddress', 'physical'],
] as const;

export function postalAddressesOf(site: AirsElement, note: Note): Json[] {
  return ADDRESSES.flatMap(([name, type]) =>
    openOnes(site, name, note)
      .map((address) => addressOf(address, type))
      .filter((address) => Object.keys(address).length > 1),
  );
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A time of the day as XML writes it (`09:00:00`) without its seconds; words stay words. */
const clock = (said: string): string => said.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/, '$1');

/** Hours by day; what cannot be read as hours stands as it was written. */
export function schedulesOf(element: AirsElement): Json[] {
  return childrenOf(element, 'TimeOpen').flatMap((open) => {
    const notes = linesOf(open, 'Notes');
    const said = DAYS.flatMap((day) =>
      childrenOf(open, day).map((one) => `${day} ${clock(textOf(one, 'From'))}-${clock(textOf(one, 'To'))}`),
    ).join('; ');
    const rows = said === '' ? [] : parseHours(said);
    if (rows === undefined) return [saying({ description: [said, notes].filter((text) => text !== '').join('\n') })];
    if (rows.length === 0) return notes === '' ? [] : [{ description: notes }];
    return rows.map((row) => saying({ freq: 'WEEKLY', ...row, notes }));
  });
}

export function languagesOf(element: AirsElement): Json[] {
  return childrenOf(element, 'Languages').flatMap((languages) => {
    const note = linesOf(languages, 'Notes');
    return childrenOf(languages, 'Name').flatMap((name) => {
      const said = wordsOf(name).join(' ');
      return said === '' ? [] : [saying({ name: said, note })];
    });
  });
}

/** The last day on which somebody made sure of a record. */
export function verifiedOn(element: AirsElement): string {
  const [info] = childrenOf(element, 'ResourceInfo');
  if (info === undefined) return '';
  return (attributeOf(info, 'DateLastVerified') || textOf(info, 'DateLastVerified')).slice(0, 10);
}

/** Other names, those that are nobody's business left aside. */
export function otherNamesOf(element: AirsElement, note: Note): string {
  const names = openOnes(element, 'AKA', note).map((one) => textOf(one, 'Name') || wordsOf(one).join(' '));
  return names.filter((name) => name !== '').join(' · ');
}
