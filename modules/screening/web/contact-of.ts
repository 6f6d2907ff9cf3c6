import type { InputOf } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { screeningRoutes } from '../contract/index.ts';

type Contact = Omit<InputOf<typeof screeningRoutes.askForHelp>, 'needs' | 'wants' | 'locale'>;

// Who is not to be contacted leaves no number behind, whatever was typed before they decided.
function wayTo(values: FormValues): Pick<Contact, 'contactKind' | 'contactValue' | 'contactNote'> {
  if (values.text('safeContact') === 'no_contact') return {};
  return {
    contactKind: (values.text('contactKind') ?? null) as Contact['contactKind'],
    contactValue: values.text('contactValue') ?? '',
    contactNote: values.text('contactNote') ?? '',
  };
}

/** How somebody who asks for help may be reached, from the fields of the page. */
export function contactOf(values: FormValues): Contact {
  return {
    safeContact: values.text('safeContact') as Contact['safeContact'],
    ...wayTo(values),
    displayName: values.text('displayName') ?? '',
    areaId: values.text('areaId') ?? null,
  };
}
