import { LocalText, usePage } from '@qantara/ui';
import type { Factor, ShownDetails } from '../../contract/index.ts';
import { isProtective } from '../../domain/index.ts';

type Given = { details: ShownDetails };

/** The factors that it works on: what makes harm likelier, and what protects. */
export function NodeFactors({ details }: Given) {
  const { t } = usePage();
  const part = (isSo: (factor: Factor) => boolean, key: string) => {
    const factors = details.factors.filter(isSo);
    return factors.length === 0 ? null : (
      <div>
        <dt>{t(key)}</dt>
        {factors.map((factor) => (
          <dd key={factor}>{t(`plan.factor.${factor}`)}</dd>
        ))}
      </div>
    );
  };
  if (details.factors.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.field.factors')}</h2>
      <dl className="plan-logic-list">
        {part((factor) => !isProtective(factor), 'plan.details.risk')}
        {part(isProtective, 'plan.details.protective')}
      </dl>
    </section>
  );
}

/** Why it should work, and where one can read that. */
export function NodeEvidence({ details }: Given) {
  const { t } = usePage();
  if (details.evidence.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.section.evidence')}</h2>
      <ul className="plan-plans">
        {details.evidence.map(({ words, kind, link }, at) => (
          <li key={at}>
            {link === null ? (
              <LocalText value={words} />
            ) : (
              <a href={link} rel="noreferrer">
                <LocalText value={words} quiet />
              </a>
            )}{' '}
            <small>{t(`plan.evidence.${kind}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
