export { chainOf, MOST_DEPTH, refusalOfChain, type Link } from './chain.ts';
export { deadlineBy, FIELD_RULES, ruleFor, stageOf, type Deadline, type Expected } from './due-dates.ts';
export { isAnswer, isEnded, reasonsFor, stepsFor, take, type Taken } from './lifecycle.ts';
export { answerReasons, FEWEST_ANSWERS, type Answers } from './past-answers.ts';
export { sideOf, type Parties } from './policy.ts';
export { firstStep, stepAfter, type NextStep, type SystemStep } from './reminders.ts';
export { replay, type Replayed, type StoryEntry } from './story.ts';
export { mayWithdraw, withdraw } from './withdrawal.ts';
