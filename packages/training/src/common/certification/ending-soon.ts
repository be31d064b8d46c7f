import type { Requirement, RequirementStanding, Validity } from './may-take-calls';

/** Days before the end of a certification on which its holder and their team leader are told. */
export const remindDaysBefore = 30;
const dayMs = 86_400_000;

/**
 * The end that somebody is to be told of now: of what ends soon, has ended and is in its grace, or is new and has to be met. Null for what holds, for what
 * keeps from calls already ({@link keepingFromCalls}), and for documents, of which people are reminded one by one. Where a renewal counts only within some days before the end, nobody is told earlier than that.
 */
export function endingSoon({ requirement, state, until, graceUntil }: Pick<RequirementStanding, 'requirement' | 'state' | 'until' | 'graceUntil'>, validity: Validity, now: Date): Date | null {
    if (requirement.kind === 'documents' || state === 'missing' || state === 'expired') {
        return null;
    }
    if (state === 'grace') {
        return until ?? graceUntil;
    }
    const days = validity.kind === 'completion' ? remindDaysBefore : Math.min(remindDaysBefore, validity.windowDays);
    return until !== null && now.getTime() >= until.getTime() - days * dayMs ? until : null;
}

/** What somebody is to be told of now, each with its end. */
export const endingsOf = (standings: readonly RequirementStanding[], validity: Validity, now: Date): readonly { readonly requirement: Requirement; readonly endsAt: Date; /** Of what has ended: until when one may go on without it. */ readonly graceUntil: Date | null }[] => standings.flatMap(standing => {
    const endsAt = endingSoon(standing, validity, now);
    return endsAt ? [{ requirement: standing.requirement, endsAt, graceUntil: standing.until ? standing.graceUntil : null }] : [];
});

/** What keeps somebody from calls now, until it is met or renewed: never met, or no longer holding with its grace over. */
export const keepingFromCalls = (standings: readonly RequirementStanding[]): readonly RequirementStanding[] => standings.filter(each => each.state === 'missing' || each.state === 'expired');

/** What only a trainer can give, and somebody lacks, or loses soon. */
export function wantedOfTrainers(standings: readonly RequirementStanding[], validity: Validity, now: Date): ReadonlySet<'sign-off' | 'supervised-calls'> {
    const wanted = [...keepingFromCalls(standings), ...endingsOf(standings, validity, now)].map(each => each.requirement.kind);
    return new Set(wanted.filter(each => each === 'sign-off' || each === 'supervised-calls'));
}

/** An exam that somebody has to sit now for their position, and when they need it: null where they may not take calls before, and never could. */
export interface WantedExam { readonly examId: string; readonly dueAt: Date | null }

/** What somebody lacks of exams, has lost, or loses soon. */
export function wantedExams(standings: readonly RequirementStanding[], validity: Validity, now: Date): readonly WantedExam[] {
    const wanted = [...keepingFromCalls(standings).map(each => ({ requirement: each.requirement, dueAt: each.until })), ...endingsOf(standings, validity, now).map(each => ({ requirement: each.requirement, dueAt: each.endsAt }))];
    return wanted.flatMap(({ requirement, dueAt }) => requirement.kind === 'exam' ? [{ examId: requirement.examId, dueAt }] : []);
}
