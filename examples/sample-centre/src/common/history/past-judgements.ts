import { allQuestions, type Answer, type Answers, type FormDefinition, testHolds } from '@earshot/forms';
import type { Chance } from './chance';
import type { ScriptLanguage } from './conversation-scripts';
import { commentOn, improvementIn } from './past-comments';
import type { PastContact } from './past-contacts';
import type { PastEvaluator } from './past-people';

/** How a contact went, question by question; null where a question does not apply. */
export type Truth = Readonly<Record<string, number | boolean | string | null>>;

/** The queue in which agents keep forgetting the same: what happens next. */
export const forgetfulQueue = '在线客服';

/** What there was to hear or to read. */
export function truthOf(contact: PastContact, chance: Chance): Truth {
    const { agent, daysAgo, queue } = contact;
    const learning = agent.coached === undefined ? null : daysAgo > agent.coached ? 'before' : 'after';
    const grown = learning === null ? 0 : learning === 'before' ? -0.35 : 0.45;
    const skill = agent.skill + grown + (agent.since === undefined ? 0 : (agent.since - daysAgo) / 140);
    const level = (): number => Math.max(1, Math.min(4, Math.round(3.15 + skill + (chance.next() + chance.next() - 1) * 1.3)));
    const poor = (): number => chance.happens(0.25) ? 1 : chance.happens(0.85) ? 2 : 3;
    const fine = (share: number): boolean => chance.happens(Math.min(1, share + skill * 0.05));
    const sometimes = <T>(share: number, value: T): T | null => chance.happens(share) ? value : null;
    const [emphatic, told] = [learning === 'before' ? poor() : learning === 'after' ? Math.max(3, level()) : level(), fine(learning === 'before' ? 0.3 : learning === 'after' ? 0.93 : 0.85)];
    const correct = fine(skill < 0 ? 0.9 : 0.965);
    if (contact.messages.length) {
        return {
            'time.first': fine(0.92), 'time.waiting': learning ? told : sometimes(0.75, told), 'language.greeting': fine(0.95), 'language.clear': level(), 'language.correct': level(), 'language.empathy': learning ? emphatic : sometimes(0.7, emphatic),
            'content.need': level(), 'content.correct': correct, 'content.privacy': !chance.happens(0.012), 'handling.next-step': sometimes(0.85, fine(queue === forgetfulQueue ? 0.55 : 0.9)), 'handling.record': sometimes(0.8, fine(0.94)),
            'handling.closing': fine(0.9), 'handling.improvement': learning === 'before' && chance.happens(0.6) ? 'improvement' : null
        };
    }
    return {
        'phrases.opening': fine(0.95), 'phrases.hold': sometimes(0.5, told), 'phrases.forbidden': chance.happens(0.01), 'phrases.closing': sometimes(0.95, fine(0.88)),
        'tone.voice': level(), 'tone.listening': learning === 'before' ? poor() : level(), 'tone.empathy': sometimes(0.7, emphatic), 'tone.courtesy': !chance.happens(0.006),
        'knowledge.need': level(), 'knowledge.correct': correct, 'knowledge.clarity': level(), 'knowledge.authority': sometimes(0.4, fine(0.96)), 'handling.control': level(), 'handling.silence': chance.between(2, 40), 'handling.record': fine(0.94),
        'handling.resolution': chance.happens(0.8) ? 'resolved' : chance.happens(0.7) ? 'passed-on' : 'unclear', 'emergency.event': 'none', 'overall.extra-mile': false
    };
}

/** What somebody makes of it: with their own measure and their slips, and a comment wherever the form wants one. */
export function answersOf(form: FormDefinition, truth: Truth, { leniency, slips }: PastEvaluator, chance: Chance, language: ScriptLanguage): Answers {
    const given: [string, Answer][] = [];
    for (const { question } of allQuestions(form)) {
        const seen = truth[question.id];
        if (seen === undefined) {
            continue;
        }
        const [drift, slip] = [chance.next(), chance.next()];
        if (question.kind === 'text') {
            given.push(...seen === null ? [] : [[question.id, { value: improvementIn(language) }] as [string, Answer]]);
        } else if (seen === null) {
            given.push([question.id, { value: null, notApplicable: true }]);
        } else {
            // an error that counts is overlooked far more often than it is imagined
            const slipsHere = question.critical.class === 'none' ? slips : seen === (question.favourable ?? true) ? slips / 5 : slips * 4;
            const value = typeof seen === 'boolean' ? slip < slipsHere ? !seen : seen
                : question.kind === 'scale' ? Math.max(1, Math.min(4, Number(seen) + (drift < Math.abs(leniency) ? Math.sign(leniency) : slip < slips * 2 ? slip < slips ? 1 : -1 : 0))) : seen;
            const explained = question.commentRequiredOn?.some(each => testHolds(each, { value }));
            given.push([question.id, { value, ...explained ? { comment: commentOn(question.id, language) } : {} }]);
        }
    }
    return Object.fromEntries(given);
}
