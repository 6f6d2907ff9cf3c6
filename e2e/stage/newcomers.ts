import type { Locale } from '@qantara/kernel';
import type { RegionUnderTest } from './region-under-test.ts';
import { Telephone } from './telephone.ts';
import type { Visitor } from './visitor.ts';

/** A password that nobody guesses: everybody's, in a region that is new. */
export const NEW_PASSWORD = 'quiet herons cross the delta';

const EMAIL = 'first@region.example';

/** Sets an empty region up, after a password that is refused, and signs its administrator in for the first time. */
export async function firstAdministrator(region: RegionUnderTest, locale: Locale): Promise<[Visitor, Telephone]> {
  const visitor = await region.visitor({ locale });
  await visitor.open('/setup');
  await visitor.type('identity.field.setupCode', /with the code (\S+)/.exec(region.printed())?.[1] ?? '');
  await visitor.type('identity.field.displayName', 'Amina Mansour');
  await visitor.type('identity.field.email', EMAIL);
  await visitor.type('identity.field.password', 'aminamansour1');
  await visitor.press('identity.setup.go');
  await visitor.reads('validation.password_about_you', { field: visitor.t('identity.field.password') });
  await visitor.type('identity.field.password', NEW_PASSWORD);
  await visitor.press('identity.setup.go');
  await visitor.type('identity.field.email', EMAIL);
  await visitor.type('identity.field.password', NEW_PASSWORD);
  await visitor.press('identity.sign_in.go');
  const telephone = await Telephone.linkedOn(visitor);
  await visitor.type('identity.field.code', telephone.code());
  await visitor.press('identity.second.go');
  return [visitor, telephone];
}

/** An administrator adds a colleague; gives the link that the page shows this once. */
export async function invite(visitor: Visitor, colleague: { name: string; role: string }): Promise<string> {
  await visitor.open('/admin/accounts/new');
  await visitor.mark(visitor.t(`identity.role.${colleague.role}`));
  await visitor.type('identity.field.displayName', colleague.name);
  await visitor.type('identity.field.email', `${colleague.name.toLowerCase().replaceAll(' ', '.')}@region.example`);
  await visitor.press('identity.accounts.new_go');
  await visitor.reads('identity.link.hand_over');
  return (await visitor.page.locator('.enrolment-link bdi').innerText()).trim();
}

/** A colleague opens their link and chooses a password and a telephone. */
export async function enrol(colleague: Visitor, link: string): Promise<Telephone> {
  await colleague.page.goto(link);
  const telephone = await Telephone.linkedOn(colleague);
  await colleague.type('identity.field.password', NEW_PASSWORD);
  await colleague.type('identity.field.code', telephone.code());
  await colleague.press('identity.enrol.go');
  return telephone;
}
