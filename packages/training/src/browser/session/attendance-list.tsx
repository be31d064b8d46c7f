import { useQueryClient } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce, useChange, useClient } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Badge, Button, EmptyState, formatNumber, Icon, IconButton, Keys } from '@earshot/core/lib/browser/widgets';
import { attendanceCounts, type AttendanceMark, attendanceMarks } from '../../common/session/attendance';
import type { Participant, Session } from '../../common/session/session-contract';
import { trainingContract } from '../../common/training-contract';
import { markIcon, markText, markTone } from './session-words';
import { sessionKey } from './use-sessions';

interface Note { readonly personId: string; readonly mark: AttendanceMark | null }

/** A session as it will be with these notes. */
const withNotes = (session: Session, notes: readonly Note[]): Session => {
    const participants = session.participants.map((each): Participant => ({ ...each, mark: (notes.find(note => note.personId === each.personId) ?? each).mark }));
    return { ...session, participants, counts: attendanceCounts(participants.map(each => each.mark)) };
};

/** Who is invited, and who came: one figure key for each person, who follows on by itself. What is noted is kept at once and can be noted otherwise. */
export function AttendanceList({ session }: { readonly session: Session }): React.ReactElement {
    const client = useClient(trainingContract);
    const queries = useQueryClient();
    const announce = useAnnounce();
    const { participants } = session;
    const mayNote = session.may.includes('note');
    const [current, setCurrent] = React.useState(0);
    const body = React.useRef<HTMLTableSectionElement>(null);
    const save = (notes: readonly Note[]): Promise<Session> => client.trainingSessions.note({ id: session.id, marks: [...notes] }) as Promise<Session>;
    const note = useChange<readonly Note[], Session>({
        run: notes => {
            queries.setQueryData<Session>(sessionKey(session.id), shown => shown && withNotes(shown, notes));
            return save(notes);
        },
        invalidates: [['training-session']]
    });
    const all = useChange<readonly Note[], Session>({
        run: save, invalidates: [['training-session']], done: (_, notes) => nls.localize('earshot/training/attendance/rest-noted', 'Noted as present: {0}', formatNumber(notes.length)),
        undo: (_, notes) => save(notes.map(({ personId }) => ({ personId, mark: null })))
    });
    const uninvite = useChange<Participant, unknown>({
        run: ({ personId }) => client.trainingSessions.uninvite({ id: session.id, personId }), invalidates: [['training-session']], done: (_, { personName }) => nls.localize('earshot/training/attendance/removed', '{0} is taken off and told.', personName),
        undo: (_, { personId }) => client.trainingSessions.invite({ id: session.id, personIds: [personId], teamIds: [], positionIds: [] })
    });
    const go = (place: number): void => {
        const next = Math.max(0, Math.min(participants.length - 1, place));
        setCurrent(next);
        body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
    };
    const mark = (place: number, value: AttendanceMark | null): void => {
        const person = participants[place];
        if (!person) {
            return;
        }
        note.mutate([{ personId: person.personId, mark: value }]);
        announce(nls.localize('earshot/training/attendance/said', '{0}: {1}', person.personName, value ? markText(value) : nls.localize('earshot/training/attendance/open', 'not noted')));
    };
    const canClear = session.state === 'planned';
    const group = nls.localize('earshot/training/attendance/keys', 'Attendance');
    usePageKeys([
        ...attendanceMarks.map((each, index) => ({ keys: String(index + 1), title: markText(each), group, enabled: mayNote, run: () => { mark(current, each); go(current + 1); } })),
        { keys: '0', title: nls.localize('earshot/training/attendance/clear', 'Take the note back'), group, enabled: mayNote && canClear, run: () => mark(current, null) },
        { keys: 'down', title: nls.localize('earshot/training/attendance/next', 'Next person'), group, enabled: mayNote, run: () => go(current + 1) }, { keys: 'up', title: nls.localize('earshot/training/attendance/previous', 'Person before'), group, enabled: mayNote, run: () => go(current - 1) }
    ]);
    if (participants.length === 0) {
        return <EmptyState icon='organization' title={nls.localize('earshot/training/attendance/nobody', 'Nobody is invited yet.')}>{session.may.includes('invite') && <p>{nls.localize('earshot/training/attendance/nobody-help', 'Invite people, teams or positions above.')}</p>}</EmptyState>;
    }
    const unnoted = participants.filter(each => each.mark === null);
    return <div className='t-attendance'>
        <div className='t-attendance-bar'>
            {attendanceMarks.map(each => <span key={each} className='t-quiet e-figures'>{nls.localize('earshot/training/attendance/count', '{0}: {1}', markText(each), formatNumber(session.counts[each]))}</span>)}
            <span className='t-grow' />
            {mayNote && unnoted.length > 0 && <Button small icon='check-all' busy={all.isPending} onClick={() => all.mutate(unnoted.map(({ personId }) => ({ personId, mark: 'present' })))}>{unnoted.length === participants.length ? nls.localize('earshot/training/attendance/everybody', 'Everybody is present') : nls.localize('earshot/training/attendance/rest', 'The rest are present')}</Button>}
        </div>
        <table className='e-plain-table t-attendance-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/training/people/person', 'Person')}</th><th scope='col'>{nls.localize('earshot/training/people/team', 'Team')}</th><th scope='col'>{nls.localize('earshot/training/people/position', 'Position')}</th>
                <th scope='col'>{nls.localize('earshot/training/attendance/column', 'Attendance')}</th>{session.may.includes('invite') && <th scope='col'><span className='e-hidden'>{nls.localize('earshot/training/attendance/actions', 'Actions')}</span></th>}</tr></thead>
            <tbody ref={body}>{participants.map((each, place) => <tr key={each.personId} tabIndex={mayNote ? place === current ? 0 : -1 : undefined} data-current={mayNote && place === current || undefined} onFocus={() => setCurrent(place)}>
                <th scope='row'>{each.personName}</th><td>{each.teamName}</td><td>{each.positionName}</td>
                <td>{mayNote ? <Marks person={each} clears={canClear} onMark={value => mark(place, value)} /> : each.mark ? <Badge tone={markTone(each.mark)} icon={markIcon(each.mark)}>{markText(each.mark)}</Badge> : <span className='t-quiet'>{nls.localize('earshot/training/attendance/open', 'not noted')}</span>}</td>
                {session.may.includes('invite') && <td><IconButton icon='close' label={nls.localize('earshot/training/attendance/remove', 'Take {0} off', each.personName)} onClick={() => uninvite.mutate(each)} /></td>}
            </tr>)}</tbody>
        </table>
        {mayNote && <p className='t-quiet'>{attendanceMarks.map((each, index) => <span key={each} className='t-key'><Keys>{String(index + 1)}</Keys> {markText(each)}</span>)}<span className='t-key'><Keys>↑</Keys> <Keys>↓</Keys></span></p>}
    </div>;
}

const Marks = ({ person, clears, onMark }: { readonly person: Participant; readonly clears: boolean; onMark(mark: AttendanceMark | null): void }): React.ReactElement => <div className='t-attendance-marks' role='group' aria-label={person.personName}>
    {attendanceMarks.map(each => <button key={each} type='button' className='t-attendance-mark' data-tone={markTone(each)} aria-pressed={person.mark === each} onClick={() => onMark(person.mark === each && clears ? null : each)}>
        <Icon name={markIcon(each)} />{markText(each)}</button>)}
</div>;
