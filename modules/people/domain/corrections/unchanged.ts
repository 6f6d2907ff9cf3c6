import type { CorrectedPerson, Person } from '../../contract/index.ts';

/** A record as a correction that changes nothing: somebody without a usual name gets none by it. */
export function unchanged(person: Person): CorrectedPerson {
  const { personId, version, birth } = person;
  return {
    personId,
    version,
    displayName: person.names.find(({ kind }) => kind === 'usual')?.words ?? '',
    birthYear: birth.year,
    birthMonth: birth.month,
    birthDay: birth.day,
    estimatedAge: birth.estimatedAge,
    gender: person.gender,
    genderWords: person.genderWords,
    languages: person.languages,
    needsInterpreter: person.needsInterpreter,
    areaId: person.areaId,
    mayContact: person.mayContact,
    noContactReason: person.noContactReason,
    isRestricted: person.isRestricted,
    contactPoints: person.contactPoints,
    agreedHow: null,
  };
}
