export { evaluate, type Scope } from './evaluate.ts';
export {
  answersNamedIn,
  FUNCTIONS,
  namesThis,
  type Expression,
  type FunctionName,
  type Operator,
} from './expression.ts';
export { FormulaFault } from './formula-fault.ts';
export { readExpression } from './read-expression.ts';
export { asBoolean, asText, type Value } from './value.ts';
export {
  COMPARISONS,
  readCondition,
  writeCondition,
  type Comparison,
  type ConditionRow,
  type SimpleCondition,
} from './simple-condition.ts';
