import {
  formatsFor,
  textIn,
  translatorFor,
  type Catalogue,
  type Locale,
  type LocalizedText,
  type RegionSettings,
} from '@qantara/kernel';
import ar from '../../i18n/ar.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import fr from '../../i18n/fr.json' with { type: 'json' };

const CATALOGUES: Record<Locale, Catalogue> = { ar, fr, en };

/** What is written to a keeper with a link, and the ways to send it. */
export type Invitation = { url: string; subject: string; text: string; locale: Locale };

type Given = {
  locale: Locale;
  region: RegionSettings;
  organisationName: LocalizedText;
  url: string;
  expiresAt: string;
};

/** The letter that goes with a link, in the language of whoever keeps the entries and not of whoever writes. */
export function invitationOf({ locale, region, organisationName, url, expiresAt }: Given): Invitation {
  const t = translatorFor(locale, CATALOGUES[locale]);
  const organisation = textIn(organisationName, locale).text;
  const day = formatsFor(locale, region).date(expiresAt);
  return {
    url,
    locale,
    subject: t('curation.invitation.subject', { organisation }),
    text: t('curation.invitation.text', { organisation, url, day }),
  };
}
