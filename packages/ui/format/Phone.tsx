import { Icon } from '../icon/Icon.tsx';

/** A telephone number that can be touched to call, written from its first digit in every language. */
export function Phone({ number, label }: { number: string; label?: string }) {
  return (
    <a className="phone-link" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      <Icon name="phone" />
      {label === undefined ? null : <span>{label}</span>}
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}
