/**
 * What some texts say in words, where HSDS has no field: as regular expressions that the database reads alike (ASCII classes
 * only, and no look-around). Each is tried on the text in each of its languages.
 */

/** A text on fees that begins by saying that there are none; one that names an amount as well is not taken for free. */
export const SAYS_FREE =
  '^[[:space:]]*((c.est |it is |entirely |completely |totalement |entièrement )?(free|gratuit)|no (charge|cost|fee)|at no (charge|cost)|' +
  'sans frais|aucun frais|مجان|بالمجان|(بدون|دون|بلا|من دون) (مقابل|رسوم|ثمن|تكلفة))';
export const NAMES_AMOUNT = '[0-9٠-٩۰-۹]';

/** A text on a place that says that a wheelchair gets in. */
export const SAYS_WHEELCHAIR =
  '(wheelchair|wheel-chair|step-free|step free|no steps|ramp|fauteuil|plain-pied|plain pied|sans marche|rampe|كرسي متحرك|كراسي متحركة|الكراسي المتحركة|الكرسي المتحرك|منحدر|دون درج|بدون درج|بلا درج)';

/** A text on a place that says that a wheelchair does not get in. */
export const DENIES_WHEELCHAIR =
  '(not (yet )?(wheelchair|accessible)|no wheelchair|no ramp|without (a )?ramp|non accessible|pas (encore )?(accessible|de rampe)|inaccessible|غير (مهيأ|مجهز|ملائم|متاح)|لا (يوجد|توجد) منحدر)';
