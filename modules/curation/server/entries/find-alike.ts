import type { LocalizedText } from '@qantara/kernel';
import { foldText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationsLike, listOrganisationTexts, listServicesLike } from '@qantara/directory/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { LikeRecord } from '../../contract/index.ts';
import type { CurationTables } from '../tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Asked = {
  organisationId: string | null;
  organisationName: LocalizedText | null;
  name: LocalizedText | null;
  phone: string | null;
};

/** What is there already and may be what somebody is about to add: services, and organisations where one comes with it. */
export async function findAlike(ctx: CurationCtx, asked: Asked): Promise<{ alike: z.input<typeof LikeRecord>[] }> {
  const { name, phone, organisationId, organisationName } = asked;
  const services = name === null ? [] : await listServicesLike(ctx, { name, phone, organisationId });
  const organisations =
    organisationId === null && organisationName !== null
      ? await listOrganisationsLike(ctx, { name: organisationName, phone })
      : [];
  return { alike: [...organisations, ...services] as z.input<typeof LikeRecord>[] };
}

const MOST = 20;

/** Organisations by the words of their names, in whatever language and spelling; none without words. */
export async function findOrganisations(ctx: CurationCtx, { words }: { words: string }) {
  const asked = foldText(words)
    .split(' ')
    .filter((word) => word !== '');
  if (asked.length === 0) return { organisations: [] };
  const all = await listOrganisationTexts(ctx);
  const found = all.filter(({ texts }) => {
    const [name = {}, other = {}] = texts;
    const said = foldText([...Object.values(name), ...Object.values(other)].join(' '));
    return asked.every((word) => said.includes(word));
  });
  const ids = found.slice(0, MOST).map(({ id }) => id);
  const names = await listOrganisationNames(ctx, ids);
  return { organisations: ids.map((organisationId) => ({ organisationId, name: names.get(organisationId) ?? {} })) };
}
