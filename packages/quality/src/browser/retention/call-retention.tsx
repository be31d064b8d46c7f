import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Button, Facts, formatDate } from '@earshot/core/lib/browser/widgets';
import type { Interaction } from '../../common/interaction/interaction-contract';
import type { DeletedContentRow, InteractionRetention } from '../../common/retention/retention-contract';
import { ReasonDialog } from './reason-dialog';
import { kindText } from './retention-words';
import { useCallRetention } from './use-retention';

const keptText = ({ rule, until }: InteractionRetention['kinds'][number]): string => rule === null ? nls.localize('earshot/quality/retention/no-rule', 'for ever: no rule says otherwise')
    : until === null ? nls.localize('earshot/quality/retention/ever-by-rule', 'for ever, by the rule “{0}”', rule) : nls.localize('earshot/quality/retention/until-by-rule', 'until {0}, by the rule “{1}”', formatDate(until), rule);

const deletedText = ({ deletedAt, rule, by, reason }: DeletedContentRow): string => rule
    ? nls.localize('earshot/quality/retention/deleted-by-rule', 'deleted on {0} by the rule “{1}”', formatDate(deletedAt), rule) : nls.localize('earshot/quality/retention/deleted-by-person', 'deleted on {0} by {1}: {2}', formatDate(deletedAt), by ?? '', reason ?? '');

/** Until when the content of a call is kept, what of it was deleted, and what can be done about it. */
export function CallRetention({ call }: { readonly call: Pick<Interaction, 'id'> }): React.ReactElement | null {
    const { data } = useCallRetention(call.id);
    const session = useSession();
    const [asked, setAsked] = React.useState<'hold' | 'erase'>();
    if (!data || data.kinds.length + data.deleted.length === 0) {
        return null;
    }
    const kinds = data.kinds.map(each => each.kind);
    return <section className='q-panel-section'>
        <h3>{nls.localize('earshot/quality/retention/kept', 'Kept')}</h3>
        <Facts facts={[...data.kinds.map(each => [kindText(each.kind), keptText(each)] as const), ...data.deleted.map(each => [kindText(each.kind), deletedText(each)] as const)]} />
        <span className='q-retention-actions'>
            {!data.hold && session.may('retention:hold') && <Button small icon='lock' onClick={() => setAsked('hold')}>{nls.localize('earshot/quality/retention/hold', 'Legal hold…')}</Button>}
            {!data.hold && kinds.length > 0 && session.may('retention:erase') && <Button small icon='trash' onClick={() => setAsked('erase')}>{nls.localize('earshot/quality/retention/erase', 'Delete…')}</Button>}
        </span>
        {asked && <ReasonDialog interactionId={call.id} act={asked} kinds={kinds} onClose={() => setAsked(undefined)} />}
    </section>;
}
