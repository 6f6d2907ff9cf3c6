/** What a form leaves blank, or an address leaves out, is nothing. */
export const nothing = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
