import { Phone, usePage } from '@qantara/ui';

const NUMBERS = ['emergency', 'violence', 'tonight'] as const;

/** Whom to call before anything is filled in: calm, first, and one touch away. */
export function DangerNumbers() {
  const { t } = usePage();
  return (
    <section className="urgent" aria-labelledby="danger">
      <h2 id="danger">{t('screening.danger.title')}</h2>
      <p>{t('screening.danger.text')}</p>
      <ul>
        {NUMBERS.map((key) => (
          <li key={key}>
            <Phone number={t(`screening.danger.${key}_number`)} label={t(`screening.danger.${key}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
