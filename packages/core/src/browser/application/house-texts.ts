import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { nls } from '@theia/core/lib/common/nls';
import type { Figure, Job, Notification, WorkItem } from '../../common/house-contract';

/** Contribution point: what a package's work items, figures, notifications and jobs say, by their kind. */
export const HouseTextContribution = Symbol('HouseTextContribution');
export interface HouseTextContribution {
    /** What is to be done: "Score the call of 14:03". Without it the title from the server stands alone. */
    work?(item: WorkItem): { readonly duty: string; readonly icon: string } | undefined;
    /** The label of a figure on Home. */
    figure?(kind: string): string | undefined;
    /** When a notification of a kind comes: "An evaluation of yours is ready". */
    notificationKind?(kind: string): string | undefined;
    notification?(notification: Notification): string | undefined;
    /** What a job does: "Importing recordings". */
    job?(kind: string): string | undefined;
    /** What an action of the audit log means: "Form published". */
    audit?(action: string): string | undefined;
    /** How a permission is called: "See evaluations". */
    permission?(id: string): string | undefined;
    /** The area in which the permissions with this beginning (`evaluation`) stand in the matrix of roles. */
    permissionGroup?(noun: string): string | undefined;
    /** What a person can hold that a successor takes over, in the plural: "Evaluations to score". */
    handOver?(kind: string): string | undefined;
    /** Codicon for a kind of notification. */
    icon?(kind: string): string | undefined;
}

/** Says in the person's language what the server names by kind. What nobody knows keeps the server's own words. */
@injectable()
export class HouseTexts {
    @inject(ContributionProvider) @named(HouseTextContribution)
    protected readonly contributions: ContributionProvider<HouseTextContribution>;

    readonly work = (item: WorkItem): { readonly duty: string; readonly icon: string } => this.first(each => each.work?.(item)) ?? { duty: item.kind, icon: 'checklist' };
    readonly figure = ({ kind }: Figure): string => this.first(each => each.figure?.(kind)) ?? kind;
    readonly notification = (notification: Notification): string => this.first(each => each.notification?.(notification)) ?? notification.kind;
    readonly notificationKind = (kind: string): string => this.first(each => each.notificationKind?.(kind)) ?? kind;
    /** What is done, and with what: "Importing recordings: november.zip". */
    readonly job = ({ kind, title }: Pick<Job, 'kind' | 'title'>): string => title ? nls.localize('earshot/core/jobs/kind-and-title', '{0}: {1}', this.jobKind(kind), title) : this.jobKind(kind);
    readonly jobKind = (kind: string): string => this.first(each => each.job?.(kind)) ?? kind;
    readonly audit = (action: string): string => this.first(each => each.audit?.(action)) ?? action;
    readonly permission = (id: string): string => this.first(each => each.permission?.(id)) ?? id;
    readonly permissionGroup = (noun: string): string => this.first(each => each.permissionGroup?.(noun)) ?? noun;
    readonly handOver = (kind: string): string => this.first(each => each.handOver?.(kind)) ?? kind;
    readonly icon = (kind: string): string => this.first(each => each.icon?.(kind)) ?? 'bell';

    protected first<T>(ask: (contribution: HouseTextContribution) => T | undefined): T | undefined {
        for (const contribution of this.contributions.getContributions()) {
            const answer = ask(contribution);
            if (answer !== undefined) {
                return answer;
            }
        }
        return undefined;
    }
}
