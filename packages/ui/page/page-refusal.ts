import { Refusal, refusalStatus } from '@qantara/kernel';

/** What an error page learns of a refusal that no page answered. */
export type RefusalData = Pick<Refusal, 'code' | 'values'>;

/**
 * A refusal that a loader may let fall: React Router takes it for thrown `data()` (it looks at `type`, `data` and
 * `init`, not at the class), so the error page answers with its status and code instead of a bare 500.
 */
export class PageRefusal extends Refusal {
  readonly type = 'DataWithResponseInit';
  readonly data: RefusalData;
  readonly init: { status: number };

  constructor(refusal: Refusal) {
    super(refusal.code, { fields: refusal.fields, values: refusal.values });
    this.data = { code: refusal.code, values: refusal.values };
    this.init = { status: refusalStatus(refusal.code) };
  }
}
