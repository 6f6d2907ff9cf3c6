/** Creative Commons Attribution 4.0: whoever uses what is given away says whose it is. In the words of the Publications Office. */
export const LICENCE = 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0';
/** The same for people to read. */
export const LICENCE_PAGE = 'https://creativecommons.org/licenses/by/4.0/';
