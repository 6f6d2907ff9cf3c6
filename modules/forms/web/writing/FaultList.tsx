import { Notice, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { WrittenForm } from '../../contract/index.ts';
import { placeOfFault } from './place-of-fault.ts';

/** What still stands between a draft and its being published, each with the way to where it is mended. */
export function FaultList({ form }: { form: WrittenForm }) {
  const { t, href } = usePage();
  if (form.faults.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{t('forms.edit.faults', { count: form.faults.length })}</p>
      <ul>
        {form.faults.map((fault) => {
          const place = placeOfFault(form, fault.path);
          const field = t(`forms.field.${place.part}`);
          return (
            <li key={`${fault.path} ${fault.code}`}>
              <Link to={href(`/forms/${form.code}/edit/${place.address}`)}>{place.name}</Link>
              {' · '}
              {t(`validation.${fault.code}`, { ...fault.values, field })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
