import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Button, Card, formatDate, formatDateTime, formatList, Icon } from '@earshot/core/lib/browser/widgets';
import { endOfDay } from '../../common/minutes/days';
import type { MinutesAction } from '../../common/minutes/minutes-contract';

export interface MinutesViewProps {
    readonly title: React.ReactNode; readonly heldOn: string; readonly scope: string; readonly participants: readonly { readonly name: string }[]; readonly actions: readonly MinutesAction[]; readonly recordedByName: string; readonly recordedAt: string;
    /** The action that is being settled. */
    readonly settling: string | undefined;
    onSettle(id: string): void;
    /** What was found. */
    readonly children: React.ReactNode;
    /** What is said of them at their end. */
    readonly foot?: React.ReactNode;
}

/** The minutes of one review. */
export const MinutesView = ({ title, heldOn, scope, participants, actions, recordedByName, recordedAt, settling, onSettle, children, foot }: MinutesViewProps): React.ReactElement => <Card>
    <div className='w-minutes-head'>{title}<span className='w-minutes-day'>{formatDate(heldOn)}</span></div>
    {scope && <p className='w-minutes-quiet'>{scope}</p>}
    {children}
    {actions.length > 0 && <ul className='w-minutes-actions'>{actions.map(each => <li key={each.id} className={each.doneAt ? 'w-settled' : ''}>
        <Icon name={each.doneAt ? 'pass-filled' : 'circle-large-outline'} /><span>{each.text}</span><span className='w-minutes-quiet'>{each.ownerName} · {formatDate(each.dueOn)}</span>
        {!each.doneAt && endOfDay(each.dueOn) < Date.now() && <Badge tone='critical'>{nls.localize('earshot/writing/minutes/overdue', 'Overdue')}</Badge>}
        {each.maySettle && <Button small busy={settling === each.id} onClick={() => onSettle(each.id)}>{nls.localize('earshot/writing/minutes/settle', 'Done')}</Button>}
    </li>)}</ul>}
    <p className='w-minutes-quiet'>{[participants.length > 0 && formatList(participants.map(each => each.name)), nls.localize('earshot/writing/minutes/recorded', 'Minutes by {0}, {1}', recordedByName, formatDateTime(recordedAt))].filter(Boolean).join(' · ')}</p>
    {foot}
</Card>;
