import { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { NotificationKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import type { interfaces } from '@theia/core/shared/inversify';
import { CourseService } from './course-service';
import { SessionFeedbackService } from './feedback-service';
import { SessionEffects } from './session-effects';
import { sessionNotifications } from './session-notifications';
import { SessionPeople } from './session-people';
import { SessionPlanning } from './session-planning';
import { SessionReader } from './session-reader';
import { SessionReminders } from './session-reminders';
import { courseRouter, sessionRouter } from './session-router';
import { CourseType, SessionHandOver, SessionType, SessionWork } from './session-work';

/** Binds courses and their sessions. */
export function bindSessions(bind: interfaces.Bind): void {
    for (const each of [CourseService, SessionReader, SessionPlanning, SessionPeople, SessionFeedbackService, SessionEffects]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(ScheduleContribution).to(SessionReminders).inSingletonScope();
    bind(WorkItemSource).to(SessionWork).inSingletonScope();
    bind(EntityType).to(SessionType).inSingletonScope();
    bind(EntityType).to(CourseType).inSingletonScope();
    bind(HandOverContribution).to(SessionHandOver).inSingletonScope();
    sessionNotifications.forEach(each => bind(NotificationKind).toConstantValue(each));
}

export const sessionRouters = (container: interfaces.Container) => ({
    courses: courseRouter(container.get(CourseService), container.get(SessionEffects)),
    trainingSessions: sessionRouter(container.get(SessionReader), container.get(SessionPlanning), container.get(SessionPeople), container.get(SessionFeedbackService), container.get(SessionEffects))
});
