import { monthsFrom } from '@qantara/kernel';
import type { RetentionClass, RetentionRule } from '../contract/index.ts';

const text = (ar: string, fr: string, en: string) => ({ ar, fr, en });

/**
 * How long each class of records is kept, since when, and why so long and no longer. General duty: no longer than the purpose needs
 * (regulation (EU) 2016/679, article 5(1)(e); Moroccan law 09-08, article 3; Ontario's MFIPPA and PHIPA say the same of their field).
 * A region with another law changes the months here and the reason beside them.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    recordClass: 'request_to_nothing',
    months: 24,
    since: text('منذ إغلاق الطلب', 'depuis la clôture de la demande', 'since the request was closed'),
    reason: text(
      'طلب لم يؤدِّ إلى أي توجيه لا يفيد صاحبه بعد سنتين.',
      'Une demande restée sans suite ne sert plus à la personne après deux ans.',
      'A request that came to nothing helps nobody after two years.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'closed_referral',
    months: 60,
    since: text('منذ انتهاء التوجيه', 'depuis la fin de l’orientation', 'since the referral ended'),
    reason: text(
      'خمس سنوات: مدة مخطط المنطقة، ومدة معقولة للردّ على شكوى.',
      'Cinq ans : la durée d’un plan de la région, et un délai raisonnable pour répondre à une plainte.',
      'Five years: as long as a plan of the region, and long enough to answer a complaint.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'care_plan',
    months: 60,
    since: text('منذ آخر ما سُجّل فيها', 'depuis la dernière entrée', 'since the last entry'),
    reason: text(
      'ما بقيت التوجيهات التي خدمت أهدافها.',
      'Aussi longtemps que les orientations qui servaient ses objectifs.',
      'As long as the referrals that served its goals.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'statement',
    months: 60,
    since: text('منذ آخر تغيير', 'depuis la dernière modification', 'since it was last changed'),
    reason: text(
      'ما بقيت التوجيهات التي بُنيت عليه؛ والأصل محفوظ عند من ذكره.',
      'Aussi longtemps que les orientations qui s’y appuyaient ; l’original est chez qui l’a déclaré.',
      'As long as the referrals that rested on it; the original is with whoever stated it.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'attachment',
    months: 24,
    since: text('منذ إضافتها', 'depuis leur ajout', 'since they were added'),
    reason: text(
      'وثيقة قديمة لا تفتح بابًا، ونسختها عند صاحبها.',
      'Un vieux papier n’ouvre plus de porte, et la personne garde l’original.',
      'An old paper opens no door, and the person keeps the original.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'sheet',
    months: 24,
    since: text('منذ نقل الورقة', 'depuis la saisie', 'since it was keyed'),
    reason: text(
      'الأجوبة محفوظة مع غيرها؛ ومن نقلها لا يهم إلا ما دامت الجودة تُقاس.',
      'Les réponses sont gardées avec les autres ; qui les a saisies n’importe que pour mesurer la qualité.',
      'The answers are kept with the others; who keyed them matters while quality is measured.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'ended_consent',
    months: 60,
    since: text(
      'منذ انتهاء الموافقة أو سحبها',
      'depuis la fin du consentement ou son retrait',
      'since it ended or was taken back',
    ),
    reason: text(
      'تثبت الموافقة أن ما أُرسل كان مسموحًا به، ما دامت الشكوى ممكنة.',
      'Le consentement prouve que ce qui a été transmis pouvait l’être, tant qu’une plainte est possible.',
      'A consent proves that what was shared might be shared, while somebody may still complain.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'past_membership',
    months: 60,
    since: text('منذ مغادرة المجموعة', 'depuis la sortie du groupe', 'since the person left the group'),
    reason: text(
      'تبقى ما بقي إثبات الموافقة التي قامت عليها.',
      'Aussi longtemps que le consentement dont elle dépendait.',
      'As long as the consent on which it rested.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'past_household',
    months: 36,
    since: text('منذ مغادرة الأسرة', 'depuis le départ du foyer', 'since the person left the household'),
    reason: text(
      'بعد ثلاث سنوات لا تفيد معرفة من كان يسكن مع من، وقد تضر.',
      'Après trois ans, savoir qui vivait avec qui ne sert plus, et peut nuire.',
      'After three years, knowing who lived with whom helps nobody and may harm.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'emergency',
    months: 60,
    since: text('منذ مراجعتها', 'depuis leur examen', 'since it was looked at'),
    reason: text(
      'خمس سنوات، ما دامت الشكوى ممكنة؛ ويبقى الفتح نفسه في السلسلة.',
      'Cinq ans, tant qu’une plainte est possible ; l’ouverture elle-même reste dans la chaîne.',
      'Five years, while somebody may complain; the opening itself stays in the chain.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'notice',
    months: 12,
    since: text('منذ إرسال الإشعار', 'depuis l’envoi du message', 'since it was told'),
    reason: text(
      'سنة تكفي لمعرفة هل وصلت الرسالة ولماذا لم تصل.',
      'Un an suffit pour savoir si un message est arrivé, et sinon pourquoi.',
      'A year is enough to see whether a message arrived, and if not, why.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'access_code',
    months: 1,
    since: text(
      'منذ أن توقف الرمز عن العمل',
      'depuis que le code n’ouvre plus rien',
      'since the code opens nothing any more',
    ),
    reason: text(
      'رمز لا يفتح شيئًا لا حاجة إليه.',
      'Un code qui n’ouvre plus rien ne sert à rien.',
      'A code that opens nothing is of no use.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'keyring_request',
    months: 24,
    since: text(
      'منذ آخر يوم فتحه فيه الحساب الشخصي',
      'depuis le dernier jour où le compte personnel l’a ouverte',
      'since the last day on which the personal account opened it',
    ),
    reason: text(
      'حساب لم يفتحه صاحبه منذ سنتين قد يفتحه غيره؛ والطلب نفسه لا يتغير.',
      'Un compte que son propriétaire n’ouvre plus depuis deux ans, un autre pourrait l’ouvrir ; la demande elle-même ne change pas.',
      'An account that its owner has not opened for two years may be opened by somebody else; the request itself stays as it is.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'message',
    months: 24,
    since: text('منذ كتابة الرسالة', 'depuis que le message a été écrit', 'since it was written'),
    reason: text(
      'ما تغيّر بسبب رسالة مسجَّل في الملف نفسه؛ والكلام القديم لا يفيد صاحبه.',
      'Ce qui a changé à cause d’un message figure dans le dossier ; les mots anciens n’aident plus la personne.',
      'What changed because of a message stands in the record; old words help nobody.',
    ),
    isAboutPeople: true,
  },
  {
    recordClass: 'search_gap',
    months: 36,
    since: text('منذ أسبوع البحث', 'depuis la semaine de la recherche', 'since the week of the search'),
    reason: text(
      'ثلاث سنوات تكفي لمعرفة ما ينقص المنطقة.',
      'Trois ans suffisent pour voir ce qui manque à la région.',
      'Three years are enough to see what a region lacks.',
    ),
    isAboutPeople: false,
  },
  {
    recordClass: 'suggestion',
    months: 24,
    since: text('منذ الجواب على الاقتراح', 'depuis la réponse à la proposition', 'since the suggestion was answered'),
    reason: text(
      'ما أُخذ من الاقتراح موجود في سجل الخدمة نفسها.',
      'Ce qui en a été repris figure dans l’historique du service.',
      'What was taken from it stands in the history of the entry.',
    ),
    isAboutPeople: false,
  },
  {
    recordClass: 'audit_value',
    months: 60,
    since: text('منذ التغيير', 'depuis la modification', 'since the change'),
    reason: text(
      'تُمحى القيم القديمة والجديدة، ويبقى في السلسلة أن تغييرًا حصل ومتى ومن قام به.',
      'Les valeurs d’avant et d’après sont effacées ; la chaîne garde qu’une modification a eu lieu, quand et par qui.',
      'The values before and after are erased; that a change was made, when and by whom, stays in the chain.',
    ),
    isAboutPeople: true,
  },
];

/** The moment before which records of a class are over. */
export function overBefore(recordClass: RetentionClass, now: Date): Date {
  const months = RETENTION_RULES.find((rule) => rule.recordClass === recordClass)?.months;
  if (months === undefined) throw new Error(`no rule says how long ${recordClass} is kept`);
  return monthsFrom(now, -months);
}
