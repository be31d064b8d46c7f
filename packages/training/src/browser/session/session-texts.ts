import { nls } from '@theia/core/lib/common/nls';
import type { ErrorTextContribution, HouseTextContribution } from '@earshot/core/lib/browser/application';
import { formatDateTime, formatNumber } from '@earshot/core/lib/browser/widgets/format';

const word = (value: unknown): string => typeof value === 'string' ? value : '';
const count = (value: unknown): string => formatNumber(Number(value));

function conflict(reason: string, detail: Readonly<Record<string, unknown>> = {}): string | undefined {
    switch (reason) {
        case 'course-retired': return nls.localize('earshot/training/session/conflicts/course-retired', 'This course is not taught any more. Take it back into use first.');
        case 'session-state': return nls.localize('earshot/training/session/conflicts/state', 'Somebody has changed this session meanwhile. Look at it again.');
        case 'too-early': return nls.localize('earshot/training/session/conflicts/too-early', 'People can be noted from half an hour before it begins.');
        case 'no-seats': return nls.localize('earshot/training/session/conflicts/no-seats', 'There are {0} seats, and {1} would be needed. Give it more seats, or invite fewer people.', count(detail.seats), count(detail.wanted));
        case 'attendance-open': return nls.localize('earshot/training/session/conflicts/attendance-open', 'Note of everybody whether they came. Still open: {0}', count(detail.people));
        case 'feedback-given': return nls.localize('earshot/training/session/conflicts/feedback-given', 'Participants have said already how it was. Correct the attendance instead.');
        case 'feedback-closed': return nls.localize('earshot/training/session/conflicts/feedback-closed', 'The time for feedback on this session is over, or you were not there.');
        default: return undefined;
    }
}

function problem(code: string): string | undefined {
    switch (code) {
        case 'not-a-link': return nls.localize('earshot/training/session/problems/not-a-link', 'This leads nowhere. Choose something that is found.');
        case 'form-not-for-trainings': return nls.localize('earshot/training/session/problems/form', 'This form is not for trainings. Choose another one.');
        case 'not-a-trainer': return nls.localize('earshot/training/session/problems/trainer', 'The roles of this person do not include holding trainings. Choose somebody else, or give them the role.');
        case 'session-too-long': return nls.localize('earshot/training/session/problems/too-long', 'A session lasts two weeks at most. Plan what is longer as several sessions.');
        default: return undefined;
    }
}

export const sessionErrorTexts: ErrorTextContribution = { conflict, problem };

function audit(action: string): string | undefined {
    switch (action) {
        case 'course.added': return nls.localize('earshot/training/session/audit/course-added', 'Course added');
        case 'course.changed': return nls.localize('earshot/training/session/audit/course-changed', 'Course changed');
        case 'course.retired': return nls.localize('earshot/training/session/audit/course-retired', 'Course taken out of use');
        case 'course.reinstated': return nls.localize('earshot/training/session/audit/course-reinstated', 'Course taken back into use');
        case 'training-session.planned': return nls.localize('earshot/training/session/audit/planned', 'Training session planned');
        case 'training-session.changed': return nls.localize('earshot/training/session/audit/changed', 'Training session changed');
        case 'training-session.cancelled': return nls.localize('earshot/training/session/audit/cancelled', 'Training session cancelled');
        case 'training-session.reinstated': return nls.localize('earshot/training/session/audit/reinstated', 'Cancelled training session planned again');
        case 'training-session.held': return nls.localize('earshot/training/session/audit/held', 'Attendance of a training session closed');
        case 'training-session.reopened': return nls.localize('earshot/training/session/audit/reopened', 'Attendance of a training session opened again');
        case 'training-session.invited': return nls.localize('earshot/training/session/audit/invited', 'People invited to a training session');
        case 'training-session.uninvited': return nls.localize('earshot/training/session/audit/uninvited', 'Somebody taken off a training session');
        case 'training-session.noted': return nls.localize('earshot/training/session/audit/noted', 'Attendance noted');
        case 'training-session.reminded': return nls.localize('earshot/training/session/audit/reminded', 'People reminded of a training session');
        case 'training-session.feedback-given': return nls.localize('earshot/training/session/audit/feedback-given', 'Feedback on a training session given');
        case 'training-session.names-taken-off': return nls.localize('earshot/training/session/audit/names-taken-off', 'Names taken off the feedback on a training session');
        case 'training-session.handed-over': return nls.localize('earshot/training/session/audit/handed-over', 'Training session handed over');
        default: return undefined;
    }
}

function permission(id: string): string | undefined {
    switch (id) {
        case 'training-plan:read': return nls.localize('earshot/training/session/permissions/read', 'See courses, sessions and who came');
        case 'training-plan:write': return nls.localize('earshot/training/session/permissions/write', 'Plan courses and sessions');
        case 'training-session:hold': return nls.localize('earshot/training/session/permissions/hold', 'Hold sessions, note who came');
        case 'training-session:attend': return nls.localize('earshot/training/session/permissions/attend', 'Come to sessions, say how they were');
        default: return undefined;
    }
}

/** The words of trainings for what the server names by kind. */
export const sessionHouseTexts: HouseTextContribution = {
    audit, permission,
    permissionGroup: noun => noun === 'training-plan' || noun === 'training-session' ? nls.localize('earshot/training/session/permission-group', 'Trainings') : undefined,
    work: ({ kind, detail }) => {
        switch (kind) {
            case 'training-session.attend': return { icon: 'calendar', duty: nls.localize('earshot/training/session/work/attend', 'Training on {0}', formatDateTime(word(detail.startsAt))) };
            case 'training-session.feedback': return { icon: 'feedback', duty: nls.localize('earshot/training/session/work/feedback', 'Say how the training was') };
            case 'training-session.close': return { icon: 'checklist', duty: nls.localize('earshot/training/session/work/close', 'Note who came on {0}', formatDateTime(word(detail.startsAt))) };
            default: return undefined;
        }
    },
    notification: ({ kind, detail }) => {
        const [title, when] = [word(detail.title), typeof detail.startsAt === 'string' ? formatDateTime(detail.startsAt) : ''];
        switch (kind) {
            case 'training-session.invited': return nls.localize('earshot/training/session/notifications/invited', 'You are invited to the training “{0}”, {1}', title, when);
            case 'training-session.changed': return nls.localize('earshot/training/session/notifications/changed', 'The training “{0}” takes place at another time or place: {1}', title, when);
            case 'training-session.cancelled': return nls.localize('earshot/training/session/notifications/cancelled', 'The training “{0}”, {1}, is cancelled', title, when);
            case 'training-session.uninvited': return nls.localize('earshot/training/session/notifications/uninvited', 'You need not come to the training “{0}”, {1}, any more', title, when);
            case 'training-session.tomorrow': return nls.localize('earshot/training/session/notifications/tomorrow', 'The training “{0}” begins soon: {1}', title, when);
            case 'training-session.feedback': return nls.localize('earshot/training/session/notifications/feedback', 'How was the training “{0}”?', title);
            default: return undefined;
        }
    },
    notificationKind: kind => {
        switch (kind) {
            case 'training-session.invited': return nls.localize('earshot/training/session/notification-kinds/invited', 'I am invited to a training');
            case 'training-session.changed': return nls.localize('earshot/training/session/notification-kinds/changed', 'A training of mine takes place at another time or place');
            case 'training-session.cancelled': return nls.localize('earshot/training/session/notification-kinds/cancelled', 'A training of mine is cancelled');
            case 'training-session.uninvited': return nls.localize('earshot/training/session/notification-kinds/uninvited', 'I am taken off a training');
            case 'training-session.tomorrow': return nls.localize('earshot/training/session/notification-kinds/tomorrow', 'A training of mine is tomorrow');
            case 'training-session.feedback': return nls.localize('earshot/training/session/notification-kinds/feedback', 'I can say how a training was');
            default: return undefined;
        }
    },
    handOver: kind => kind === 'training-session' ? nls.localize('earshot/training/session/hand-over', 'Trainings to hold') : undefined,
    icon: kind => kind.startsWith('training-session.') ? 'calendar' : undefined
};
