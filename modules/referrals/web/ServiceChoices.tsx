import type { MatchingService, MatchReason } from '@qantara/directory/contract';
import { LocalText, StatusBadge, useField, usePage, type StatusTone } from '@qantara/ui';

const TONES: Record<MatchReason['fit'], StatusTone> = {
  fits: 'done',
  partly: 'waiting',
  unknown: 'neutral',
  does_not_fit: 'stopped',
};

/** What suits in one line; what does not, or is not known, each with its word: nothing is hidden. */
function Reasons({ reasons }: { reasons: MatchReason[] }) {
  const { t } = usePage();
  const fitting = reasons.filter(({ fit, criterion }) => fit === 'fits' && criterion !== 'need');
  const others = reasons.filter(({ fit }) => fit !== 'fits');
  const criteria = fitting.map(({ criterion }) => t(`directory.match.${criterion}`)).join(' · ');
  return (
    <>
      {fitting.length === 0 ? null : <p className="hint">{t('referrals.refer.fits', { criteria })}</p>}
      {others.map(({ criterion, fit }) => (
        <StatusBadge
          key={criterion}
          tone={TONES[fit]}
          label={t('referrals.refer.reason', {
            criterion: t(`directory.match.${criterion}`),
            fit: t(`directory.fit.${fit}`),
          })}
        />
      ))}
    </>
  );
}

type Choices = { services: MatchingService[]; hasConsent: (organisationId: string) => boolean };

/** The services that answer the need, best first, each with its reasons; one that takes no referrals cannot be ticked. */
export function ServiceChoices({ services, hasConsent }: Choices) {
  const { t } = usePage();
  const label = t('referrals.field.serviceIds');
  const field = useField({ name: 'serviceIds', label }, true);
  const chosen = field.beginAll('serviceIds[]');
  return (
    <fieldset className="field" data-invalid={field.invalid} id={field.id}>
      <legend>{t('referrals.refer.services')}</legend>
      {field.messages.length === 0 ? null : <p className="field-error">{field.messages.join(' ')}</p>}
      <input type="hidden" name="_list" value="serviceIds" />
      {services.map(({ service, receivesReferrals, reasons }) => (
        <div key={service.serviceId} className="service-choice">
          <div className="choice">
            <input
              id={`${field.id}-${service.serviceId}`}
              type="checkbox"
              name="serviceIds[]"
              value={service.serviceId}
              defaultChecked={chosen.includes(service.serviceId)}
              disabled={!receivesReferrals}
            />
            <label htmlFor={`${field.id}-${service.serviceId}`}>
              <strong>
                <LocalText value={service.name} quiet />
              </strong>{' '}
              <LocalText value={service.organisationName} quiet />
            </label>
          </div>
          <Reasons reasons={reasons} />
          {receivesReferrals ? (
            <StatusBadge
              tone={hasConsent(service.organisationId) ? 'done' : 'attention'}
              label={t(
                hasConsent(service.organisationId) ? 'referrals.refer.consent_yes' : 'referrals.refer.consent_no',
              )}
            />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
