import { createExecutor, filesOf, openRegion, vaultOf, type AnyCtx, type Config } from '@qantara/platform';

/** Does something in the region's name, from its server's terminal: in one transaction, recorded like everything else. */
export async function atConsole<T>(config: Config, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const database = await openRegion(config);
  const { region, outside } = config;
  const home = {
    database,
    vault: vaultOf(config.secret),
    files: filesOf(config.files),
    timeZone: region.timeZone,
    outside,
  };
  const done: T[] = [];
  try {
    await createExecutor([], home).asSystem(async (ctx) => void done.push(await work(ctx)));
  } finally {
    await database.close();
  }
  const [value] = done;
  if (value === undefined) throw new Error('nothing was done');
  return value;
}
