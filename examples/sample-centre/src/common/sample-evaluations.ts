import type { Answer, Answers } from '@earshot/forms';

/** Scales from 1 to 4 in this order: voice, listening, empathy, need, clarity, control. */
type Scales = readonly [number, number, number | null, number, number, number];
interface Impression {
    readonly scales: Scales; readonly missed?: readonly string[]; readonly event?: 'none' | 'complaint' | 'outage' | 'danger'; readonly resolution?: 'resolved' | 'passed-on' | 'unclear' | 'unresolved';
    readonly silence?: number; readonly extraMile?: boolean; readonly strength?: string; readonly improvement?: string; readonly comments?: Readonly<Record<string, string>>;
}

const scaleIds = ['tone.voice', 'tone.listening', 'tone.empathy', 'knowledge.need', 'knowledge.clarity', 'handling.control'] as const;

/** What an attentive evaluator would say of each sample call on the general service form. */
export const impressions: Readonly<Record<string, Impression>> = {
    'SC-0001': { scales: [4, 4, 4, 4, 4, 4], strength: '挂失前先安抚、再核对，次序清楚。' },
    'SC-0002': { scales: [3, 2, 3, 4, 4, 3], event: 'complaint', strength: '主动承认疏忽并给出到账时间。', improvement: '客户说到一半时打断了两次。', comments: { 'tone.listening': '0:10 与 0:14 抢话。' } },
    'SC-0003': { scales: [4, 4, null, 4, 4, 4], strength: 'Asks for the code to be typed, not read out.' },
    'SC-0004': { scales: [2, 2, 2, 3, 2, 3], missed: ['phrases.opening', 'phrases.closing', 'knowledge.correct', 'knowledge.authority'], resolution: 'unclear', improvement: 'Card data never by voice: send the payment link.',
        comments: { 'tone.voice': 'Flat, hurried.', 'tone.listening': 'Brushes the question aside at the end.', 'tone.empathy': 'None when the customer has doubts.', 'knowledge.correct': '“We do it all the time” is wrong: card data must not be spoken.', 'knowledge.clarity': 'No confirmation of the amount.', 'knowledge.authority': 'Took the security code.', 'handling.resolution': 'Nobody said what was booked.' } },
    'SC-0005': { scales: [4, 3, 3, 4, 4, 4], strength: '等候前後都有交代。' },
    'SC-0006': { scales: [4, 4, 3, 4, 4, 4] },
    'SC-0007': { scales: [3, 3, 2, 2, 2, 3], missed: ['phrases.closing', 'knowledge.correct', 'knowledge.authority', 'handling.record'], resolution: 'unclear', improvement: '必须说明产品不保本，并请客户阅读文件。',
        comments: { 'tone.empathy': '客户两次表示疑虑，未回应。', 'knowledge.need': '没有了解风险承受能力。', 'knowledge.clarity': '没有说明风险。', 'knowledge.correct': '“肯定保本”是错误陈述。', 'knowledge.authority': '越权承诺收益。', 'handling.record': '未做风险揭示记录。', 'handling.resolution': '不清楚客户是否理解。' } },
    'SC-0008': { scales: [4, 4, 4, 4, 4, 3], event: 'complaint', silence: 8, extraMile: true, strength: 'Names a time, gives a direct number, offers the ombudsman.', comments: { 'overall.extra-mile': 'Personal call-back by five o’clock.' } },
    'SC-0009': { scales: [3, 4, 3, 4, 4, 4], silence: 7 },
    'SC-0010': { scales: [4, 3, 3, 4, 4, 4] },
    'SC-0011': { scales: [3, 4, 3, 4, 4, 4], event: 'none', resolution: 'resolved' },
    'SC-0012': { scales: [4, 3, 4, 4, 3, 4], event: 'danger', resolution: 'passed-on', extraMile: true, strength: '一分钟内止付，并确认客户身边有人。', comments: { 'overall.extra-mile': '主动确认客户安全。' } }
};

/** How somebody rates: so much added to some scales, never beyond the ends; a changed mind about single questions. */
export interface Habit { readonly add?: Readonly<Partial<Record<typeof scaleIds[number], number>>>; readonly opposite?: readonly string[] }

export const noComment = '与听到的不完全一致。';

/** The answers that an evaluator with a habit gives to a call. */
export function sampleAnswers(callId: string, habit: Habit = {}): Answers {
    const { scales, missed = [], event = 'none', resolution = 'resolved', silence = 5, extraMile = false, strength, improvement, comments = {} } = impressions[callId]!;
    const answer = (id: string, value: string | number | boolean, needsComment = false): [string, Answer] => [id, { value, ...(comments[id] ? { comment: comments[id] } : needsComment ? { comment: noComment } : {}) }];
    const kept = (id: string) => missed.includes(id) === !!habit.opposite?.includes(id);
    return Object.fromEntries([
        answer('phrases.opening', kept('phrases.opening')), answer('phrases.hold', kept('phrases.hold')), answer('phrases.forbidden', false), answer('phrases.closing', kept('phrases.closing')),
        ...scaleIds.map((id, place): [string, Answer] => {
            const rating = scales[place];
            const rated = rating === null || rating === undefined ? null : Math.max(1, Math.min(4, rating + (habit.add?.[id] ?? 0)));
            return rated === null ? [id, { value: null, notApplicable: true }] : answer(id, rated, rated <= 2);
        }),
        answer('tone.courtesy', true), answer('knowledge.correct', kept('knowledge.correct'), !kept('knowledge.correct')), answer('knowledge.authority', kept('knowledge.authority'), !kept('knowledge.authority')),
        answer('handling.silence', silence), answer('handling.record', kept('handling.record'), !kept('handling.record')), answer('handling.resolution', resolution, resolution === 'unclear'), answer('emergency.event', event),
        ...(event === 'none' ? [] : [answer('emergency.calm', 4), answer('emergency.escalation', true)]), ...(event === 'complaint' ? [answer('emergency.next-step', true)] : []),
        answer('overall.extra-mile', extraMile, extraMile), ...(strength ? [answer('overall.strength', strength)] : []), ...(improvement ? [answer('overall.improvement', improvement)] : [])
    ]);
}

/** The evaluators' habits, as the calibration session brings them to light: one is strict, one lenient, and empathy divides the panel. */
export const habits: Readonly<Record<string, Habit>> = {
    lena: {},
    chen: { add: { 'tone.voice': -1, 'tone.listening': -1, 'tone.empathy': -1, 'handling.control': -1 } },
    wong: { add: { 'tone.empathy': 1 } },
    grace: {},
    zhou: { add: { 'tone.empathy': -1, 'knowledge.clarity': 1, 'tone.voice': 1 }, opposite: ['phrases.hold'] }
};

/** Who has evaluated which call, how many days ago. */
export const sampleEvaluations: readonly { readonly call: string; readonly by: string; readonly daysAgo: number }[] = [
    { call: 'SC-0001', by: 'chen', daysAgo: 8 }, { call: 'SC-0002', by: 'wong', daysAgo: 8 }, { call: 'SC-0003', by: 'grace', daysAgo: 7 }, { call: 'SC-0004', by: 'grace', daysAgo: 6 },
    { call: 'SC-0005', by: 'wong', daysAgo: 5 }, { call: 'SC-0006', by: 'zhou', daysAgo: 5 }, { call: 'SC-0007', by: 'chen', daysAgo: 4 }, { call: 'SC-0008', by: 'grace', daysAgo: 3 }, { call: 'SC-0009', by: 'zhou', daysAgo: 2 }
];

/** The finished calibration session. */
export const sampleCalibration = {
    title: '十月校准会 October calibration', calls: ['SC-0001', 'SC-0002', 'SC-0004', 'SC-0007', 'SC-0008', 'SC-0012'], raters: ['chen', 'wong', 'grace', 'zhou'], expert: 'lena', daysAgo: 1,
    consensus: [{ call: 'SC-0002', question: 'tone.empathy', rating: 3 }], ruling: { question: 'tone.empathy', text: '只听客户情绪出现之后的那一句：有回应即为 3，主动复述感受为 4。 Judge the first sentence after the emotion: acknowledged is 3, put into words is 4.' }
} as const;
/** A session that is open: the evaluators find it on Home. */
export const openCalibration = { title: '十一月校准会 November calibration', calls: ['SC-0005', 'SC-0009', 'SC-0010'], raters: ['chen', 'wong', 'grace', 'zhou'], expert: 'lena', dueInDays: 7, submitted: ['wong'] } as const;
