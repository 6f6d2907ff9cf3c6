import { Phone, usePage } from '@qantara/ui';

const NUMBERS = ['emergency', 'violence', 'tonight'] as const;

/** Whom to call before anything is filled in: calm, first, and one touch away. */
export function DangerNumbers() {
  const { t, region } = usePage();
  const known = NUMBERS.flatMap((key) => {
    const number = region.dangerNumbers[key];
    return number === undefined ? [] : [{ key, number }];
  });
  return (
    <section className="urgent" aria-labelledby="danger">
      <h2 id="danger">{t('screening.danger.title')}</h2>
      <p>{known.length === 0 ? t('screening.danger.local') : t('screening.danger.text')}</p>
      <ul>
        {known.map(({ key, number }) => (
          <li key={key}>
            <Phone number={number} label={t(`screening.danger.${key}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
