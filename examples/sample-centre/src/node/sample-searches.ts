import { Reformulations } from '@earshot/core/lib/node/search/reformulations';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleSearches } from '../common/sample-searches';

const dayMs = 86_400_000;
/** As long as it takes to look at what was found and to type something else. */
const againMs = 20_000;

/** Words that agents of the sample centre searched for others: synonyms to be decided about. */
@injectable()
export class SampleSearches {
    constructor(@inject(Reformulations) private readonly reformulations: Reformulations) { }

    async add(now = Date.now()): Promise<void> {
        const searches = sampleSearches.flatMap(({ first, then, days }, place) => days.flatMap(({ daysAgo, sessions, opened }) => Array.from({ length: sessions }, (_, session) => ({
            first, then, opened: session < opened, session: `${place} ${session}`, at: now - daysAgo * dayMs
        }))));
        for (const { session, first, then, opened, at } of searches.sort((one, other) => one.at - other.at)) {
            await this.reformulations.follow(session, first, false, at);
            await this.reformulations.follow(session, then, opened, at + againMs);
        }
    }
}
