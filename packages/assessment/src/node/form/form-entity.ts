import type { Hit } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { rankOf, unrelated } from '@earshot/core/lib/common/work/rank-hits';
import { scopeOf } from '@earshot/core/lib/node/api/context';
import type { LookupSource } from '@earshot/core/lib/node/search/lookup-source';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType, Person } from '@earshot/core/lib/node/work/work-contributions';
import { localized } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Form } from '../../common/assessment-contract';
import type { AssessmentTables } from '../assessment-tables';
import { formReach } from './form-reach';
import { asForm, formRows } from './form-rows';

/** There are tens of forms, not thousands: they are all looked at. */
const most = 500;

const hit = ({ id, key, published, draft }: Form, title: string): Hit =>
    ({ kind: 'form', id, title, subtitle: [key, `v${(published ?? draft)?.number ?? 1}`].join(' · '), link: linkTo('assessment', 'forms', id) });

/** Forms by name, in whichever language or in pinyin, and by link. */
@injectable()
export class FormEntity implements LookupSource, EntityType {
    readonly kind = 'form';
    readonly package = 'assessment';
    readonly type = 'forms';

    constructor(@inject(Database) private readonly database: Database) { }

    async search(principal: Person, text: string, limit: number): Promise<readonly Hit[]> {
        scopeOf(principal, 'form:read');
        const forms = (await formRows(this.database.read<AssessmentTables>(), formReach(principal)).orderBy('form.key').limit(most).execute()).map(asForm);
        // each title that fits would be a hit; the best one names the form
        return forms.flatMap(form => Object.values(form.title).map(title => hit(form, title)).map(each => ({ hit: each, rank: rankOf(each, text) })).sort((one, other) => one.rank - other.rank).slice(0, 1))
            .filter(({ rank }) => rank < unrelated).sort((one, other) => one.rank - other.rank).slice(0, limit).map(each => each.hit);
    }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        scopeOf(principal, 'form:read');
        const row = await formRows(this.database.read<AssessmentTables>(), formReach(principal)).where('form.id', '=', id).executeTakeFirst();
        return row && hit(asForm(row), localized(row.title, await this.languageOf(principal)));
    }

    /** The language that the person has chosen; a link is named for one person, not in the language of the server. */
    private async languageOf({ personId }: Person): Promise<string> {
        const row = await this.database.read().selectFrom('core.preference').select('value').where('person_id', '=', personId).where('key', '=', 'language').executeTakeFirst();
        return typeof row?.value === 'string' ? row.value : 'en';
    }
}
