import { LocalText, Phone, usePage } from '@qantara/ui';
import type { ServicePhone } from '../contract/index.ts';
import { languageName } from './language-name.ts';

function Note({ phone }: { phone: ServicePhone }) {
  const { t, locale, formats } = usePage();
  const languages = formats.list(phone.languages.map((code) => languageName(code, locale)));
  return (
    <span className="phone-note">
      {phone.kind === 'voice' ? null : ` ${t(`directory.phone_kind.${phone.kind}`)}`}
      {phone.description === null ? null : (
        <>
          {' '}
          <LocalText value={phone.description} quiet />
        </>
      )}
      {languages === '' ? null : ` (${languages})`}
    </span>
  );
}

/** Numbers to call, each one touch away, with what a caller must know of it. */
export function PhoneList({ phones }: { phones: ServicePhone[] }) {
  if (phones.length === 0) return null;
  return (
    <ul className="call">
      {phones.map((phone) => (
        <li key={`${phone.number} ${phone.kind}`}>
          <Phone number={phone.number} />
          <Note phone={phone} />
        </li>
      ))}
    </ul>
  );
}
