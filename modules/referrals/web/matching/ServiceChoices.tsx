import type { MatchingService } from '@qantara/directory/contract';
import { LocalText, StatusBadge, useField, usePage } from '@qantara/ui';
import { Reasons } from './Reasons.tsx';

type Choices = { services: MatchingService[]; hasConsent: (organisationId: string) => boolean };
type Field = ReturnType<typeof useField>;

function Choice({ of, field, isAgreed }: { of: MatchingService; field: Field; isAgreed: boolean }) {
  const { t } = usePage();
  const { service, receivesReferrals, reasons, conditions } = of;
  const id = `${field.id}-${service.serviceId}`;
  return (
    <div className="service-choice">
      <div className="choice">
        <input
          id={id}
          type="checkbox"
          name="serviceIds[]"
          value={service.serviceId}
          defaultChecked={field.beginAll('serviceIds[]').includes(service.serviceId)}
          disabled={!receivesReferrals}
        />
        <label htmlFor={id}>
          <strong>
            <LocalText value={service.name} quiet />
          </strong>{' '}
          <LocalText value={service.organisationName} quiet />
        </label>
      </div>
      <Reasons reasons={reasons} />
      {conditions === null ? null : (
        <p className="hint">
          {t('referrals.refer.conditions')} <LocalText value={conditions} quiet />
        </p>
      )}
      {receivesReferrals ? (
        <StatusBadge
          tone={isAgreed ? 'done' : 'attention'}
          label={t(isAgreed ? 'referrals.refer.consent_yes' : 'referrals.refer.consent_no')}
        />
      ) : null}
    </div>
  );
}

/** The services that answer the need, best first, each with what speaks for and against it; the further ones stand below, never hidden. */
export function ServiceChoices({ services, hasConsent }: Choices) {
  const { t } = usePage();
  const label = t('referrals.field.serviceIds');
  const field = useField({ name: 'serviceIds', label }, true);
  const firstFurther = services.find(({ isFurther }) => isFurther)?.service.serviceId;
  return (
    <fieldset className="field" data-invalid={field.invalid} id={field.id}>
      <legend>{t('referrals.refer.services')}</legend>
      {field.messages.length === 0 ? null : <p className="field-error">{field.messages.join(' ')}</p>}
      <input type="hidden" name="_list" value="serviceIds" />
      {services.map((one) => (
        <div key={one.service.serviceId}>
          {one.service.serviceId === firstFurther ? (
            <>
              <h2>{t('referrals.refer.further')}</h2>
              <p className="hint">{t('referrals.refer.further_hint')}</p>
            </>
          ) : null}
          <Choice of={one} field={field} isAgreed={hasConsent(one.service.organisationId)} />
        </div>
      ))}
    </fieldset>
  );
}
