import type { AskedSince, CertificationRule, Requirement } from './may-take-calls';

/** Whether what is asked for is no more than it was. */
const asksNoMore = (next: Requirement, before: Requirement): boolean => {
    switch (next.kind) {
        case 'exam': return before.kind === 'exam' && before.examId === next.examId;
        case 'supervised-calls': return before.kind === 'supervised-calls' && next.calls <= before.calls && next.percent <= before.percent;
        default: return before.kind === next.kind;
    }
};

/**
 * Since when a position asks for each requirement of a rule that is set now. What was added or asks for more than before is new from now on;
 * what is asked for as before keeps its day.
 * @param before the rule until now with its days; undefined where there was none
 */
export const askedSince = (rule: Pick<CertificationRule, 'requirements'>, before: { readonly rule: Pick<CertificationRule, 'requirements'>; readonly asked: AskedSince } | undefined, now: Date): AskedSince =>
    Object.fromEntries(rule.requirements.flatMap((each): [string, Date][] => {
        const known = before?.rule.requirements.find(one => one.id === each.id);
        if (!known || !asksNoMore(each, known)) {
            return [[each.id, now]];
        }
        const since = before?.asked[each.id];
        return since ? [[each.id, since]] : [];
    }));
