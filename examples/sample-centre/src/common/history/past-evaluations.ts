import { allQuestions, type Answer, type Answers, type FormDefinition, generalServiceForm } from '@earshot/forms';
import { type Chance, chanceOf } from './chance';
import { disputeWords } from './past-comments';
import type { PastContact } from './past-contacts';
import { answersOf, type Truth, truthOf } from './past-judgements';
import { languageOf, type PastEvaluator, pastEvaluators, pastExpert } from './past-people';
import { writtenForm } from './written-form';

export type PastForm = 'general' | 'written';
export const pastForms: Readonly<Record<PastForm, FormDefinition>> = { general: generalServiceForm, written: writtenForm };
export const formOf = (contact: PastContact): PastForm => contact.messages.length ? 'written' : 'general';

export interface PastDispute {
    readonly question: string; readonly reason: string; readonly answer: string;
    /** The rating that replaced the disputed one; without, it was upheld. */
    readonly corrected?: Answer;
    /** Why it went to the second level, which upheld it, too. */
    readonly escalation?: string;
}
export interface PastEvaluation { readonly contact: PastContact; readonly by: string; readonly submittedAt: Date; readonly answers: Answers; readonly dispute?: PastDispute }
export interface PastSession { readonly title: string; readonly closedAt: Date; readonly contacts: readonly PastContact[]; readonly ratings: readonly { readonly contact: PastContact; readonly by: string; readonly answers: Answers }[] }
export interface PastQuarter { readonly evaluations: readonly PastEvaluation[]; readonly sessions: readonly PastSession[] }

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const seed = 14;
/** Every so many-th result that lost something is disputed. */
const disputedEvery = 9;
/** Calibration sessions that are closed: which channel, when, and how many contacts. */
export const pastSessions = [
    { title: '在线会话校准会 Chat calibration', channel: 'chat', daysAgo: 61, contacts: 6 }, { title: '邮件校准会 E-mail calibration', channel: 'email', daysAgo: 33, contacts: 6 }
] as const;

/** What came of a quarter of contacts: their evaluations with what agents said about them, and calibration sessions. */
export function pastQuarter(contacts: readonly PastContact[]): PastQuarter {
    const chance = chanceOf(seed);
    const truths = new Map(contacts.map(each => [each, truthOf(each, chance)]));
    const read = (contact: PastContact, evaluator: PastEvaluator): Answers => answersOf(pastForms[formOf(contact)], truths.get(contact)!, evaluator, chance, languageOf(contact.agent));
    let lossy = 0;
    const evaluations = contacts.filter(each => each.evaluated).map((contact): PastEvaluation => {
        const evaluator = pastEvaluators.find(each => each.login === contact.by) ?? chance.pick(pastEvaluators);
        const answers = read(contact, evaluator);
        const question = disputable(pastForms[formOf(contact)], answers);
        const disputed = question !== undefined && ++lossy % disputedEvery === 0;
        return {
            contact, by: evaluator.login, submittedAt: new Date(contact.startedAt.getTime() + contact.durationMs + chance.between(2, 20) * hourMs), answers,
            ...disputed ? { dispute: disputeOf(contact, question, answers[question]!, chance, lossy / disputedEvery) } : {}
        };
    });
    return { evaluations, sessions: pastSessions.map(each => sessionOf(each, contacts, truths, read)) };
}

/** What an agent contests: a question that they could have done better at. */
const disputable = (form: FormDefinition, answers: Answers): string | undefined => allQuestions(form).find(({ question: { id, kind, critical } }) =>
    critical.class === 'none' && (answers[id]?.value === false && (kind === 'yes-no' && id !== 'overall.extra-mile') || kind === 'scale' && Number(answers[id]?.value ?? 4) <= 2))?.question.id;

function disputeOf(contact: PastContact, question: string, { value }: Answer, chance: Chance, place: number): PastDispute {
    const words = disputeWords(languageOf(contact.agent));
    const right = chance.happens(0.4);
    return {
        question, reason: words.reason, answer: right ? words.overturned : words.upheld,
        ...right ? { corrected: { value: typeof value === 'boolean' ? !value : Number(value) + 1, comment: words.overturned } } : place % 4 === 0 ? { escalation: words.escalation } : {}
    };
}

/** Rated blind by all evaluators and the expert; what went wrong in most of it is what they look at together. */
function sessionOf(session: typeof pastSessions[number], contacts: readonly PastContact[], truths: ReadonlyMap<PastContact, Truth>, read: (contact: PastContact, evaluator: PastEvaluator) => Answers): PastSession {
    const earlier = contacts.filter(each => each.channel === session.channel && each.daysAgo > session.daysAgo + 2);
    const critical = (each: PastContact): boolean => truths.get(each)!['content.correct'] === false || truths.get(each)!['handling.record'] === false;
    const chosen = [...earlier.filter(critical).slice(0, Math.ceil(session.contacts / 2)), ...earlier.filter(each => !critical(each)).slice(-session.contacts)].slice(0, session.contacts);
    return {
        title: session.title, closedAt: new Date(earlier.at(-1)!.startedAt.getTime() + (earlier.at(-1)!.daysAgo - session.daysAgo) * dayMs), contacts: chosen,
        ratings: chosen.flatMap(contact => [...pastEvaluators, pastExpert].map(each => ({ contact, by: each.login, answers: read(contact, each) })))
    };
}
