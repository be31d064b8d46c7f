import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import type { PersonActionContribution } from '@earshot/core/lib/browser/people/person-actions';
import { Icon } from '@earshot/core/lib/browser/widgets';

/** To somebody's transcript; nothing for who may see only their own, where it is another's. */
export function TranscriptLink({ personId }: { readonly personId: string }): React.ReactElement | null {
    const session = useSession();
    const scope = session.permissions['certification:read'];
    return scope && (scope !== 'own' || personId === session.person.id)
        ? <Link to={`/training/transcripts/${personId}`} className='e-button e-button-secondary'><Icon name='notebook' /><span className='e-button-text'>{nls.localize('earshot/training/transcript/title', 'Transcript')}</span></Link> : null;
}

export const transcriptOfPerson: PersonActionContribution = { Action: ({ person }) => <TranscriptLink personId={person.id} /> };
