import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';

/** The call that somebody is busy with, to which an answer can be linked. */
export interface CallContext {
    /** `earshot:` link of the interaction. */
    readonly link: string;
    /** How the person knows it: its number. */
    readonly title: string;
    /** Whether the person is the one on the call: what they open is noted by itself then. Whoever looks into somebody else's call says what was used. */
    readonly own?: boolean;
}

/** Contribution point: says which call somebody is busy with, from where they are or from what the telephone system says. */
export const CallContextContribution = Symbol('CallContextContribution');
export interface CallContextContribution {
    /** Undefined where it knows of none. Asked when the quick panel opens. */
    current(): CallContext | undefined;
}

@injectable()
export class CallContexts {
    @inject(ContributionProvider) @named(CallContextContribution)
    protected readonly contributions: ContributionProvider<CallContextContribution>;

    get current(): CallContext | undefined {
        for (const each of this.contributions.getContributions()) {
            const context = each.current();
            if (context) {
                return context;
            }
        }
        return undefined;
    }
}
