/** Something that happened, told to the browsers that may see it. It carries ids, never contents: who sees it asks again. */
export interface DomainEvent {
    /** `evaluation.changed`, `interaction.imported`, `job.progressed` … */
    readonly type: string;
    readonly entityId: string;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Who is told of an event: named people, or everybody with a permission (`scope: 'team'` reaches only the named team's line). */
export interface EventAudience {
    readonly people?: readonly string[];
    readonly permission?: string;
    readonly teamId?: string | null;
    readonly ownerId?: string | null;
}
