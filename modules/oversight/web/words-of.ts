import { isolate, type Translate } from '@qantara/kernel';
import { OpenedKind, OpeningRule } from '../contract/index.ts';

/** What was opened, in words; a kind that a newer room brought is shown as it is called there. */
export function kindWord(t: Translate, kind: string): string {
  return OpenedKind.safeParse(kind).success ? t(`oversight.kind.${kind}`) : kind;
}

/** By which rules, in words, each once. */
export function ruleWords(t: Translate, rules: readonly string[]): string[] {
  return [...new Set(rules)].map((rule) => (OpeningRule.safeParse(rule).success ? t(`oversight.rule.${rule}`) : rule));
}

/** The end of an identifier, by which one is told from another where there is no name. */
export function markOf(id: string): string {
  return isolate(`…${id.slice(-8)}`);
}
