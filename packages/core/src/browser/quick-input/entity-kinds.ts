import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';

export interface EntityKind {
    /** As the server names it in hits and work items: `person`, `interaction`. */
    readonly kind: string;
    /** Codicon, without prefix. */
    readonly icon: string;
    /** Plural, in the person's language. */
    label(): string;
}

/** Contribution point: how the kinds of things of a package are called on the screens. */
export const EntityKindContribution = Symbol('EntityKindContribution');
export interface EntityKindContribution {
    readonly kinds: readonly EntityKind[];
}

/** Names and icons for kinds of things. */
@injectable()
export class EntityKinds {
    @inject(ContributionProvider) @named(EntityKindContribution)
    protected readonly contributions: ContributionProvider<EntityKindContribution>;

    readonly label = (kind: string): string => this.find(kind)?.label() ?? kind;
    readonly icon = (kind: string): string => this.find(kind)?.icon ?? 'symbol-misc';

    protected find(kind: string): EntityKind | undefined {
        return this.contributions.getContributions().flatMap(each => each.kinds).find(each => each.kind === kind);
    }
}
