import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** A file from outside is asked of nobody: ours carry their own words. */
const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`asks for ${url}`));

/** JSON-LD as the statements that it makes. */
export async function statementsOf(document: unknown): Promise<Store> {
  const options = { format: 'application/n-quads', documentLoader } as const;
  const quads: unknown = await jsonld.toRDF(document as JsonLdDocument, options);
  if (typeof quads !== 'string') throw new Error('statements come as text');
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads));
}

export const shapesOf = (turtle: string): Store => new Store(new Parser().parse(turtle.replace(/^\uFEFF/, '')));

const shortOf = (iri: string | undefined): string => iri?.split(/[#/]/).at(-1) ?? '';

/** What of a document is not as the shapes say: each fault in a line. What is only a piece of information is left out. */
export async function faultsOf(document: unknown, shapes: Store): Promise<string[]> {
  const { results } = await new SHACLValidator(shapes).validate(await statementsOf(document));
  return results
    .filter(({ severity }) => shortOf(severity?.value) !== 'Info')
    .map(
      ({ focusNode, path, sourceConstraintComponent }) =>
        `${focusNode?.value} ${shortOf((path as { value?: string } | null)?.value)} ${shortOf(sourceConstraintComponent?.value)}`,
    );
}
