import { Bdi, DateText, DescriptionList, LocalText, LOCALE_NAMES, Phone, usePage, type Fact } from '@qantara/ui';
import { Link } from 'react-router';
import type { Suggestion } from '../../contract/index.ts';

function ContactFact({ contact }: { contact: NonNullable<Suggestion['contact']> }) {
  const { name, role, email, phone } = contact;
  return (
    <ul className="plain-list">
      {name === undefined ? null : (
        <li>
          <Bdi>{name}</Bdi>
          {role === undefined ? null : (
            <>
              {' · '}
              <Bdi>{role}</Bdi>
            </>
          )}
        </li>
      )}
      {email === undefined ? null : (
        <li>
          <a href={`mailto:${email}`}>
            <Bdi latin>{email}</Bdi>
          </a>
        </li>
      )}
      {phone === undefined ? null : (
        <li>
          <Phone number={phone} />
        </li>
      )}
    </ul>
  );
}

/** What a suggestion is about, what was said in words, from whom and when. */
export function SuggestionFacts({ suggestion }: { suggestion: Suggestion }) {
  const { t, href } = usePage();
  const { serviceId, serviceName, organisationName, message, contact, locale } = suggestion;
  const items: Fact[] = [
    ...(serviceId === null
      ? []
      : [
          {
            label: t('curation.entry'),
            value: (
              <Link to={href(`/curation/services/${serviceId}`)}>
                <LocalText value={serviceName} quiet />
              </Link>
            ),
          },
        ]),
    ...(organisationName === null
      ? []
      : [{ label: t('field.organisationId'), value: <LocalText value={organisationName} quiet /> }]),
    ...(message === null
      ? []
      : [
          {
            label: t('curation.suggestion.words'),
            value: (
              <p dir="auto" lang={locale} className="said">
                {message}
              </p>
            ),
          },
        ]),
    {
      label: t('curation.suggestion.from'),
      value: t(suggestion.isFromKeeper ? 'curation.suggestion.from_keeper' : 'curation.suggestion.from_anyone'),
    },
    {
      label: t('curation.suggestion.contact'),
      value: contact === null ? t('curation.suggestion.no_contact') : <ContactFact contact={contact} />,
    },
    { label: t('curation.field.locale'), value: LOCALE_NAMES[locale] },
    { label: t('curation.answer.sent'), value: <DateText value={suggestion.createdAt} style="dateTime" /> },
  ];
  return <DescriptionList items={items} dense />;
}
