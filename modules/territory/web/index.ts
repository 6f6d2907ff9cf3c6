export { areaChoices, areaName } from './area-choices.ts';
