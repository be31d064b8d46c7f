import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { EntityLink } from '../../common/linking/entity-link';
import type { SeenMentions } from '../../common/linking/mentions-schema';
import { WorkService } from '../work/work-service';
import type { Person } from '../work/work-contributions';

/** Something whose text or settings link to something else. */
export interface Mention {
    /** What mentions it. One that has a draft beside what is in effect is one mention. */
    readonly link: EntityLink;
    /** Whether it stands in what is in effect, rather than only in a draft. */
    readonly live: boolean;
    /** Leaves no trace for those it is not for: not even in a count. */
    readonly confidential: boolean;
}

/** As many of one source are looked for; whoever takes something away has more to do than to read longer lists. */
export const mostMentions = 200;

/** Contribution point: where things of a package mention others. Asked when somebody is about to take the other away, so a look through all texts is quick enough. */
export const MentionSource = Symbol('MentionSource');
export interface MentionSource {
    /** Whoever may see them; at most `mostMentions`. What is over (retired, superseded) mentions nothing. */
    mentioning(link: EntityLink): Promise<readonly Mention[]>;
}

/** Who refers to something, out of all packages. */
@injectable()
export class Mentions {
    constructor(
        @inject(ContributionProvider) @named(MentionSource) private readonly sources: ContributionProvider<MentionSource>,
        @inject(WorkService) private readonly work: WorkService
    ) { }

    /** Whoever may see them. */
    async all(link: EntityLink): Promise<readonly Mention[]> {
        return (await Promise.all(this.sources.getContributions().map(each => each.mentioning(link)))).flat();
    }

    /** Those that a person may see, by name, and how many there are besides. @param drafts whether what stands only in drafts is told as well */
    async seenBy(principal: Person, link: EntityLink, drafts: boolean): Promise<SeenMentions> {
        const told = (await this.all(link)).filter(each => each.live || drafts);
        const hits = await Promise.all(told.map(each => this.work.nameLink(principal, each.link)));
        return {
            seen: told.flatMap(({ link: from, live }, index) => hits[index] ? [{ link: from, kind: hits[index].kind, title: hits[index].title, live }] : []),
            unseen: told.filter((each, index) => !hits[index] && !each.confidential).length
        };
    }
}
