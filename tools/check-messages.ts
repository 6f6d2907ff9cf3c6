import { readCatalogues, visibleKeys, catalogueFile, type Catalogue } from './messages/catalogues.ts';
import { checkCatalogue } from './messages/check-catalogue.ts';
import { enumKeys, inputFields, refusalKeys, unlistedEnums } from './messages/contract-keys.ts';
import { readUsage, type Mention, type Usage } from './messages/usage.ts';
import { report, type Complaint } from './reading/complaint.ts';
import { readContracts, type Contract } from './reading/contracts.ts';
import { placeOf } from './reading/place.ts';
import { isMainModule, ROOT } from './reading/root.ts';

/** Every word that a person may meet is there in three languages, well written, and nothing is there that none uses. */
export async function checkMessages(root: string): Promise<Complaint[]> {
  const { catalogues, complaints } = readCatalogues(root);
  const contracts = await readContracts(root);
  const usage = readUsage(root);
  const visible = visibilityOf(root, catalogues);
  const required = [
    ...usage.keys,
    ...contracts.flatMap((contract) => [...refusalKeys(contract), ...enumKeys(contract)]),
  ];
  return [
    ...complaints,
    ...catalogues.flatMap(checkCatalogue),
    ...missingKeys(required, visible),
    ...emptyPrefixes(usage.prefixes, visible),
    ...contracts.flatMap((contract) => [...namelessFields(contract, visible), ...wordlessEnums(contract)]),
    ...unusedKeys(catalogues, usage, contracts),
  ];
}

type Visibility = (file: string) => Set<string>;

function visibilityOf(root: string, catalogues: Catalogue[]): Visibility {
  const known = new Map<string, Set<string>>();
  return (file) => {
    const { room } = placeOf(file);
    const keys = known.get(room) ?? visibleKeys(root, room, catalogues);
    known.set(room, keys);
    return keys;
  };
}

function missingKeys(required: Mention[], visible: Visibility): Complaint[] {
  const complaints = required
    .filter(({ file, key }) => !visible(file).has(key))
    .map(({ file, key }): [string, Complaint] => [`${file} ${key}`, { file, rule: 'message missing', detail: key }]);
  return [...new Map(complaints).values()];
}

function emptyPrefixes(prefixes: Mention[], visible: Visibility): Complaint[] {
  return prefixes
    .filter(({ file, key }) => ![...visible(file)].some((known) => known.startsWith(key)))
    .map(({ file, key }) => ({ file, rule: 'message missing', detail: `${key}…` }));
}

function namelessFields(contract: Contract, visible: Visibility): Complaint[] {
  return inputFields(contract)
    .filter(({ file, keys }) => !keys.some((key) => visible(file).has(key)))
    .map(({ file, keys }) => ({ file, rule: 'field without a name', detail: keys.join(' or ') }));
}

function wordlessEnums(contract: Contract): Complaint[] {
  return unlistedEnums(contract).map((name) => ({
    file: contract.file,
    rule: 'closed list without words',
    detail: `${name} is not in enumMessages (nor in wordlessEnums, if it is never shown)`,
  }));
}

// What the kernel names (fields, faults, refusals) is there for every module, also for those to come.
function unusedKeys(catalogues: Catalogue[], usage: Usage, contracts: Contract[]): Complaint[] {
  const used = new Set([
    ...usage.strings,
    ...usage.keys.map(({ key }) => key),
    ...contracts.flatMap((contract) => [...refusalKeys(contract), ...enumKeys(contract)].map(({ key }) => key)),
    ...contracts.flatMap((contract) => inputFields(contract).flatMap(({ keys }) => keys)),
  ]);
  const prefixes = [...usage.strings]
    .filter((text) => text.endsWith('*') && !text.startsWith('.'))
    .map((text) => text.slice(0, -1));
  return catalogues
    .filter(({ folder }) => folder !== 'packages/kernel')
    .flatMap(({ folder, messages }) =>
      [...messages.en.keys()]
        .filter((key) => !used.has(key) && !prefixes.some((prefix) => isOwnPrefix(prefix, key)))
        .map((key) => ({ file: catalogueFile(folder, 'en'), rule: 'message not used', detail: key })),
    );
}

// A prefix as wide as `refusal.` would hide every refusal that nobody gives any more.
function isOwnPrefix(prefix: string, key: string): boolean {
  return key.startsWith(prefix) && prefix !== 'refusal.' && prefix !== 'field.';
}

if (isMainModule(import.meta.url)) process.exitCode = report(await checkMessages(ROOT)) ? 0 : 1;
