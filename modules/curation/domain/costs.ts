import type { Row } from '@qantara/directory/domain';
import type { LocalizedText, FieldFault } from '@qantara/kernel';
import type { CostRow } from '../contract/index.ts';

type Cost = Row<'cost_option'>;

const textOrNull = (text: LocalizedText | null | undefined): LocalizedText | null =>
  text !== null && text !== undefined && Object.values(text).some((said) => (said ?? '') !== '') ? text : null;

/** A price as a row of the form. */
export function rowOfCost(cost: Cost): CostRow {
  const isFree = cost.amount === 0;
  return {
    costId: cost.id,
    isFree,
    amount: isFree ? null : (cost.amount ?? null),
    currency: cost.currency?.toUpperCase() ?? null,
    costText: textOrNull(cost.option) ?? textOrNull(cost.amount_description),
    isRemoved: false,
  };
}

/** A row in which nothing is said of a price; a currency by itself says nothing. */
export function isBlankCost({ isFree, amount, costText }: CostRow): boolean {
  return !isFree && amount === null && costText === null;
}

function priceOf(row: CostRow, standing: Cost | undefined): Pick<Cost, 'amount' | 'currency'> {
  const amount = row.isFree ? 0 : row.amount;
  // What costs nothing needs no currency; the one that stands there is nobody's mistake.
  const isPriced = amount !== null && amount !== 0;
  return { amount, currency: isPriced ? row.currency : (standing?.currency ?? null) };
}

/** A row as a price of HSDS; what the form has no field for stays as it was. */
export function costOfRow(row: CostRow, of: { standing: Cost | undefined; serviceId: string; freshId: string }): Cost {
  const { standing } = of;
  if (standing !== undefined && JSON.stringify(rowOfCost(standing)) === JSON.stringify(row)) return standing;
  const isInDescription = textOrNull(standing?.option) === null && textOrNull(standing?.amount_description) !== null;
  const text = isInDescription ? { amount_description: row.costText } : { option: row.costText };
  const whole = standing ?? { id: of.freshId, service_id: of.serviceId };
  return { ...whole, ...priceOf(row, standing), ...text };
}

/** What is wrong in the prices: an amount of no currency, or one that costs nothing. */
export function costFaults(rows: readonly CostRow[]): FieldFault[] {
  return rows.flatMap((row, index) => {
    if (row.isRemoved || isBlankCost(row)) return [];
    const isBoth = row.isFree && row.amount !== null && row.amount !== 0;
    const isBare = !row.isFree && row.amount !== null && row.amount !== 0 && row.currency === null;
    return [
      ...(isBoth ? [{ path: `costs.${index}.amount`, code: 'free_with_amount' }] : []),
      ...(isBare ? [{ path: `costs.${index}.currency`, code: 'required' }] : []),
    ];
  });
}
