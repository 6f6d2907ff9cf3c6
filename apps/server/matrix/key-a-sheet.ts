import { clientFor, type Actor, type InvokeAnswer } from '@qantara/kernel';
import { SCREENING_FORM } from '@qantara/screening/contract';
import { sheetsRoutes } from '@qantara/sheets/contract';

type InvokeAs = (actor: Actor) => (path: string, input: unknown) => Promise<InvokeAnswer>;

/** A sheet of somebody that one colleague has keyed, and that waits for another; its code. */
export async function keySheetOf(
  personId: string,
  invokeAs: InvokeAs,
  by: { navigator: Actor; planner: Actor },
): Promise<string> {
  const formCode = SCREENING_FORM;
  const planner = clientFor(sheetsRoutes, invokeAs(by.planner));
  const { batchId } = await planner.printSheets({ formCode, howMany: 1, locale: 'en' });
  const { sheets } = await planner.getBatch({ formCode, batchId });
  const sheetCode = sheets[0]?.code ?? '';
  await clientFor(sheetsRoutes, invokeAs(by.navigator)).keySheet({ sheetCode, personId, typed: {} });
  return sheetCode;
}
