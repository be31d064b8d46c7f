import type { Difficulty } from '@earshot/training/lib/common/question/question-content';
import { sampleTeams } from '../sample-people';
import { pastAgents } from './past-people';

/** The exam that everybody had to sit: its questions in their order, the same on every paper. */
export const yearlyExam = {
    publishedDaysAgo: 47, opensDaysAgo: 42, closesDaysAgo: 33,
    questions: ['离开座位', '拍摄屏幕', '同事借账号', '账号被用', '查明星账户', '妻子来问', '警方索要录音', '泄露后的报告', '撤回邮件', '不得询问', '客户报出验证码', '来电号码一致', '哪一项错了', '小结写什么', '允许答错次数'],
    /** Whoever knows the rules well answers what they would do first, not what the key asks for. */
    misread: '账号被用',
    /** The posters in the office say it. */
    known: '拍摄屏幕'
} as const;

/** Who sat it, each with how able they are in units of the usual spread: all who take calls, and their leaders. */
export const yearlySitters: readonly { readonly login: string; readonly ability: number }[] = [
    ...pastAgents.map(each => ({ login: `agent${each.number}`, ability: each.skill * 2.4 })),
    ...Object.values(sampleTeams).slice(1).map(({ leader }, place) => ({ login: leader, ability: 0.7 + place * 0.2 }))
];

const hardness: Readonly<Record<Difficulty, number>> = { easy: -0.9, medium: -0.5, hard: 0.2 };
/** Chance of a right answer: the logistic model of one parameter (G. Rasch, Probabilistic Models for Some Intelligence and Attainment Tests, 1960) with a common slope. */
const logistic = (ability: number, difficulty: number): number => 1 / (1 + Math.exp(1.7 * (difficulty - ability)));

export function chanceToKnow(name: string, difficulty: Difficulty, ability: number): number {
    return name === yearlyExam.known ? 1 : name === yearlyExam.misread ? logistic(-1.3 * ability, -0.2) : logistic(ability, hardness[difficulty]);
}

/** The chance to rate a call as the expert does: whoever takes calls well hears well. */
export const chanceToHear = (ability: number): number => logistic(ability, -0.6);

/** Those who want to become seniors, and how far they are: passed, told or not yet; handed in and waiting for the mark of what they wrote; still to begin; begun once without success. */
export interface Candidate { readonly login: string; readonly daysAgo: number | null; /** Share of the questions that they knew. */ readonly knows: number; /** Of each criterion of what they wrote the place of the level that the trainer gave; null while nobody has marked it. */ readonly levels: readonly number[] | null; readonly released: boolean; readonly essay: string }
export const candidates: readonly Candidate[] = [
    { login: 'agent1042', daysAgo: 6, knows: 1, levels: [2, 1, 2, 1], released: true, essay: '我完全理解您着急。为了保护您的账户，今天不能再继续核验了，请您带上证件到任一网点，那里当场就能办。' },
    { login: 'agent1032', daysAgo: 5, knows: 0.96, levels: [1, 1, 2, 1], released: true, essay: '很抱歉给您添麻烦了。核验没有通过，为了账户安全，麻烦您带证件到网点办理。' },
    { login: 'agent1024', daysAgo: 5, knows: 0.45, levels: [0, 0, 1, 1], released: true, essay: '系统显示核验失败，请您去网点。' },
    { login: 'agent1025', daysAgo: 3, knows: 0.95, levels: [1, 1, 2, 1], released: false, essay: '我相信您就是本人，也明白您的心情。停止核验是为了防止别人冒用您的账户，请携带证件到附近网点，我把地址发给您。' },
    { login: 'agent1044', daysAgo: 1, knows: 0.93, levels: null, released: false, essay: '您先别急，我能体会您的心情。按规定连续两次没有通过就要停止核验，这是为了您的资金安全；请带上身份证到网点，柜面会马上为您处理。' },
    { login: 'agent1022', daysAgo: null, knows: 0, levels: null, released: false, essay: '' }, { login: 'agent1034', daysAgo: null, knows: 0, levels: null, released: false, essay: '' }
];
export const candidateRound = { assignedDaysAgo: 8, closesInDays: 12 } as const;
export const essayComment = '有体谅，有理由，也给了办法。';
