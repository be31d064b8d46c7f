import type { AttendanceMark } from '@earshot/training/lib/common/session/attendance';
import type { Answers } from '@earshot/forms';

type Rating = 1 | 2 | 3 | 4 | 5;
/** What somebody thought of a session: four ratings (use, content, clear, questions), the pace, and words. */
interface SampleOpinion { readonly by: string; readonly ratings: readonly [Rating, Rating, Rating, Rating]; readonly pace: 'slow' | 'right' | 'fast'; readonly kept?: string; readonly changed?: string }

export interface SampleSession {
    /** At which hour it begins, so many days from today; what has begun is past. */
    readonly inDays: number; readonly hour: number; readonly hours: number; readonly place: string; readonly onlineLink?: string; readonly seats: number | null;
    /** Who is invited, by sign-in name, and once it was held, whether they came. */
    readonly people: Readonly<Record<string, AttendanceMark | null>>;
    readonly opinions?: readonly SampleOpinion[];
    /** Why it does not take place. */
    readonly cancelled?: string;
}

export interface SampleCourse { readonly title: string; readonly aim: string; readonly trainer: string; /** Titles of documents. */ readonly covers: readonly string[]; readonly sessions: readonly SampleSession[] }

export const answersOf = ({ ratings: [use, content, clear, questions], pace, kept, changed }: SampleOpinion): Answers => ({
    'training.use': { value: use }, 'training.content': { value: content }, 'training.pace': { value: pace }, 'trainer.clear': { value: clear }, 'trainer.questions': { value: questions },
    ...kept ? { 'remarks.kept': { value: kept } } : {}, ...changed ? { 'remarks.changed': { value: changed } } : {}
});

/** What is taught at the centre: one course that most have been at, with its effect; one that was at one team so far; one that is still to come. */
export const sampleCourses: readonly SampleCourse[] = [
    {
        title: '等待告知与情绪安抚', aim: '需要客户等待时先说明原因和时长；客户着急时先回应情绪，再处理业务。', trainer: 'tina', covers: ['客户身份核验'],
        sessions: [
            {
                inDays: -46, hour: 14, hours: 2, place: '三楼培训室', seats: 12,
                people: { agent1021: 'present', agent1022: 'present', agent1024: 'late', agent1031: 'present', agent1033: 'present', agent1034: 'present', agent1041: 'present', agent1043: 'present', agent1045: 'absent' },
                opinions: [
                    { by: 'agent1021', ratings: [5, 4, 5, 5], pace: 'right', kept: '用真实录音讲解，很有说服力。' }, { by: 'agent1022', ratings: [5, 5, 4, 5], pace: 'right' }, { by: 'agent1024', ratings: [3, 4, 4, 3], pace: 'fast', changed: '演练时间太短，希望每人都能练一次。' },
                    { by: 'agent1031', ratings: [4, 4, 5, 4], pace: 'right', kept: '分組演練很實用。' }, { by: 'agent1033', ratings: [4, 3, 4, 4], pace: 'fast' }, { by: 'agent1041', ratings: [4, 5, 4, 5], pace: 'right', changed: 'More examples of calls in English, please.' }
                ]
            },
            {
                inDays: -2, hour: 10, hours: 2, place: '三楼培训室', seats: 12, people: { agent1023: 'present', agent1025: 'present', agent1032: 'late', agent1042: 'present', agent1044: 'excused' },
                opinions: [{ by: 'agent1023', ratings: [5, 5, 5, 4], pace: 'right' }, { by: 'agent1042', ratings: [4, 4, 5, 5], pace: 'slow' }]
            }
        ]
    },
    {
        title: 'E-mails that answer the question', aim: 'The first sentence answers what was asked; the rest says what happens next, and when.', trainer: 'sara', covers: ['Escalation and handover'],
        sessions: [
            {
                inDays: -24, hour: 15, hours: 1, place: '', onlineLink: 'https://meet.example.org/e-mails', seats: null, people: { agent1041: 'present', agent1042: 'present', agent1043: 'present', agent1044: 'present', agent1045: 'late' },
                opinions: [{ by: 'agent1041', ratings: [4, 5, 5, 5], pace: 'right' }, { by: 'agent1042', ratings: [5, 5, 5, 4], pace: 'right', kept: 'The letters before and after, side by side.' }, { by: 'agent1043', ratings: [3, 4, 4, 4], pace: 'slow' }]
            },
            { inDays: 6, hour: 15, hours: 1, place: '', onlineLink: 'https://meet.example.org/e-mails', seats: null, people: { agent1021: null, agent1024: null, agent1031: null, agent1035: null } }
        ]
    },
    {
        title: '客戶資料保護年度訓練', aim: '能說出哪些資料可以告知、要先核對什麼，以及發現外洩時第一步找誰。', trainer: 'tina', covers: ['文字客服作業'],
        sessions: [
            { inDays: 3, hour: 9, hours: 1.5, place: '二樓會議室', seats: 20, people: { agent1031: null, agent1032: null, agent1033: null, agent1034: null, agent1035: null }, cancelled: '講師出差，改至下週合併辦理。' },
            { inDays: 9, hour: 9, hours: 1.5, place: '二樓會議室', seats: 20, people: { agent1024: null, agent1026: null, agent1031: null, agent1032: null, agent1033: null, agent1034: null, agent1035: null, agent1045: null } }
        ]
    }
];
