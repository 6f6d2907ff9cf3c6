import { Bdi, Notice, Phone, StatusBadge, usePage } from '@qantara/ui';
import type { ContactPoint, Person } from '../contract/index.ts';

function Contact({ contact }: { contact: ContactPoint }) {
  const { t } = usePage();
  const isNumber = contact.kind === 'phone' || contact.kind === 'message';
  const isLatin = isNumber || contact.kind === 'email';
  return (
    <li>
      {t(`people.contactKind.${contact.kind}`)}{' '}
      {isNumber && contact.isSafe ? <Phone number={contact.value} /> : <Bdi latin={isLatin}>{contact.value}</Bdi>}{' '}
      <StatusBadge
        tone={contact.isSafe ? 'done' : 'attention'}
        label={t(contact.isSafe ? 'people.contact.safe' : 'people.contact.unsafe')}
      />
      {contact.note === null ? null : (
        <p className="hint">
          <Bdi>{contact.note}</Bdi>
        </p>
      )}
    </li>
  );
}

/** Whether and how this person may be reached: before everything else that is known of them. */
export function SafeContact({ person }: { person: Pick<Person, 'mayContact' | 'contactPoints'> }) {
  const { t } = usePage();
  if (!person.mayContact)
    return (
      <Notice kind="danger" title={t('people.contact.never_title')}>
        <p>{t('people.contact.never')}</p>
      </Notice>
    );
  if (person.contactPoints.length === 0)
    return (
      <Notice title={t('people.contact.title')}>
        <p>{t('people.contact.none')}</p>
      </Notice>
    );
  return (
    <Notice title={t('people.contact.title')}>
      <ul>
        {person.contactPoints.map((contact) => (
          <Contact key={`${contact.kind} ${contact.value}`} contact={contact} />
        ))}
      </ul>
    </Notice>
  );
}
