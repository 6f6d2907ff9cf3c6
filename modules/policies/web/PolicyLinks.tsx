import { usePage } from '@qantara/ui';

/** Where more of a text is to be read, by the name of the site. */
export function PolicyLinks({ links }: { links: string[] }) {
  const { t } = usePage();
  if (links.length === 0) return null;
  return (
    <>
      <h3>{t('policies.field.links')}</h3>
      <ul>
        {links.map((link) => (
          <li key={link}>
            <a href={link} rel="noreferrer">
              <bdi>{new URL(link).hostname}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
