import type { HomeObject } from '@qantara/directory/domain';
import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { Assembled, ImportReport, ProtectRule } from '../../domain/index.ts';

type Fields = Record<string, unknown>;

function namesOf(text: unknown): string[] {
  const texts = (text ?? {}) as LocalizedText;
  return LOCALES.flatMap((locale) => texts[locale] ?? []);
}

const TEXTS = ['name', 'alternate_name', 'description', 'eligibility_description'];

/** Places of an import that anybody would be told, and the services there that look as if they had to be hidden. */
export class OpenPlaces {
  readonly #names = new Map<string, string>();
  readonly #hidden: ReadonlySet<string>;
  readonly #isToProtect: ProtectRule;

  /** With the places that are hidden here already, whatever the file says of them. */
  constructor(hidden: ReadonlySet<string>, isToProtect: ProtectRule) {
    this.#hidden = hidden;
    this.#isToProtect = isToProtect;
  }

  see(object: HomeObject, recordId: string, of: { whole: Assembled; report: ImportReport }): void {
    if (object === 'location') this.#seePlace(recordId, of.whole);
    else if (object === 'service') this.#seeService(of.whole, of.report);
  }

  #seePlace(recordId: string, { content }: Assembled): void {
    const fields = content.fields as Fields;
    const isTold = (content.parts.address ?? []).length > 0 || typeof fields['latitude'] === 'number';
    if (!isTold || fields['is_confidential'] === true || this.#hidden.has(recordId)) return;
    const [address] = content.parts.address ?? [];
    const [name = ''] = [...namesOf(fields['name']), ...namesOf(address?.address_1), ...namesOf(address?.city)];
    this.#names.set(recordId, name.slice(0, 200));
  }

  #seeService({ content }: Assembled, report: ImportReport): void {
    const places = (content.parts.service_at_location ?? []).flatMap(({ location_id: id }) =>
      typeof id === 'string' && this.#names.has(id) ? [id] : [],
    );
    if (places.length === 0) return;
    const fields = content.fields as Fields;
    const texts = TEXTS.flatMap((field) => namesOf(fields[field]));
    if (!this.#isToProtect({ needs: (fields['need_codes'] ?? []) as string[], texts })) return;
    const [service = ''] = namesOf(fields['name']);
    for (const locationId of new Set(places))
      report.noteOpenPlace({ locationId, place: this.#names.get(locationId) ?? '', service });
  }
}
