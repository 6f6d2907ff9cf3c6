import stepCss from './step.css?url';

/** What a page that holds a `StepForm` needs of style. */
export function stepLinks() {
  return [{ rel: 'stylesheet', href: stepCss }];
}
