import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type * as React from '@theia/core/shared/react';
import type { Person } from '../../common/people/people-contract';

/** Contribution point: what another package offers to do with a person; nothing where the reader may not. */
export const PersonActionContribution = Symbol('PersonActionContribution');
export interface PersonActionContribution {
    readonly Action: React.ComponentType<{ readonly person: Person }>;
}

@injectable()
export class PersonActions {
    @inject(ContributionProvider) @named(PersonActionContribution)
    protected readonly contributions: ContributionProvider<PersonActionContribution>;

    get all(): readonly PersonActionContribution[] {
        return this.contributions.getContributions();
    }
}
