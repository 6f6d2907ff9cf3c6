import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { Capacity, PhoneKind } from '../../contract/index.ts';
import type { Row } from './objects.ts';
import type { Content } from './record.ts';

/** What a caller must know of a phone, out of whatever a source calls its type. */
export function phoneKindOf(type: string | null | undefined): PhoneKind {
  const said = (type ?? '').toLowerCase();
  if (/tty|tdd|textphone/.test(said)) return 'textphone';
  if (/cell|mobile|gsm/.test(said)) return 'mobile';
  if (/fax/.test(said)) return 'fax';
  return /sms|text/.test(said) ? 'text' : 'voice';
}

/** One line, in each language that any part of it is in; what has no word in that language falls back to one that has. */
function lineOf(parts: (LocalizedText | string | null | undefined)[], separator: string): LocalizedText | null {
  const line: LocalizedText = {};
  const texts = parts.flatMap((part) => (part === null || part === undefined || part === '' ? [] : [part]));
  for (const locale of LOCALES) {
    if (!texts.some((part) => typeof part !== 'string' && part[locale])) continue;
    line[locale] = texts
      .map((part) => (typeof part === 'string' ? part : (part[locale] ?? part.ar ?? part.fr ?? part.en ?? '')))
      .filter((said) => said !== '')
      .join(separator);
  }
  return Object.keys(line).length === 0 ? null : line;
}

/** The address of a location in one line: where it stands; where its post goes only if nothing else is known. */
export function addressLineOf(addresses: Row<'address'>[]): LocalizedText | null {
  const physical = addresses.find((row) => row.address_type !== 'postal') ?? addresses[0];
  if (physical === undefined) return null;
  const { address_1, address_2, city, state_province, postal_code } = physical;
  return lineOf([address_1, address_2, city, state_province, postal_code], ', ');
}

/** Free places mean that there is room, none that it is full, where the source gives numbers and no word. */
export function capacityOf(content: Content<'service'>): { capacity: Capacity; capacityAt: string | null } {
  const { capacity_status: said, capacity_at: at } = content.fields;
  if (said !== null && said !== undefined && said !== 'unknown') return { capacity: said, capacityAt: at ?? null };
  const counted = (content.parts.service_capacity ?? []).filter((row) => typeof row.available === 'number');
  if (counted.length === 0) return { capacity: 'unknown', capacityAt: null };
  const isOpen = counted.some((row) => (row.available ?? 0) > 0);
  const times = counted.flatMap((row) => row.updated ?? []).toSorted();
  return { capacity: isOpen ? 'open' : 'full', capacityAt: times.at(-1) ?? null };
}
