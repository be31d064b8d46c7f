import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { SeenMentions } from '../../common/linking/mentions-schema';
import { useService } from '../application/context';
import { Link } from '../navigation';
import { EntityKinds } from '../quick-input/entity-kinds';
import { Badge } from '../widgets/notice';
import { formatNumber } from '../widgets/format';

/** Everything that refers to something, by what it is: to be read before the other is taken away. */
export function MentionList({ mentions: { seen, unseen } }: { readonly mentions: SeenMentions }): React.ReactElement {
    const kinds = useService(EntityKinds);
    return <div className='e-mentions'>
        {[...new Set(seen.map(each => each.kind))].map(kind => <section key={kind}>
            <h3>{kinds.label(kind)}</h3>
            <ul>{seen.filter(each => each.kind === kind).map(({ link, title, live }) => <li key={link}><Link to={link}>{title}</Link>{!live && <> <Badge>{nls.localize('earshot/core/mentions/draft', 'Draft')}</Badge></>}</li>)}</ul>
        </section>)}
        {unseen > 0 && <ul><li>{nls.localize('earshot/core/mentions/unseen', 'And more that you may not see: {0}', formatNumber(unseen))}</li></ul>}
    </div>;
}
