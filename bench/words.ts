/** What the search of the directory is asked in turns. */
export const WORDS = ['food help', 'housing quarter', 'work support', 'legal people', 'care need'];
