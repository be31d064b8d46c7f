import { type Blueprint, type BlueprintRule, newBlueprint } from '@earshot/training/lib/common/exam/blueprint';
import { yearlyExam } from './history/past-sittings';
import type { CertificationRule } from '@earshot/training/lib/common/certification/may-take-calls';

/** An exam of the sample centre. */
export interface SampleExam {
    readonly title: string;
    /** Its blueprint, given ids of questions by their names and ids of positions by their codes. */
    readonly blueprint: (questions: ReadonlyMap<string, string>, positions: ReadonlyMap<string, string>) => Blueprint;
}

const drawn = (id: string, count: number, tags: readonly string[], difficulties: readonly string[] = ['easy', 'medium']): BlueprintRule =>
    ({ id, kind: 'drawn', count, where: { clauses: [], skills: [], difficulties, tags }, knockOut: false });

/** The exam of seniors, the yearly one of those who also write and call out, and the yearly one of everybody, which has the same questions for all. */
export const sampleExams: readonly [SampleExam, SampleExam, SampleExam] = [
    {
        title: '资深客服代表上岗测验',
        blueprint: (questions, positions) => ({
            ...newBlueprint('process'), passPercent: 80, passByPosition: { [positions.get('CSR20')!]: 85 }, minutes: 40, attempts: 3, waitHours: 72, release: 'by-hand',
            sections: [
                { id: 'process', title: '业务流程', passPercent: null, rules: [drawn('blocking', 4, ['挂失']), drawn('inbound', 4, ['呼入服务']), drawn('complaints', 4, ['投诉'])] },
                {
                    id: 'risk', title: '核验与信息安全', passPercent: 80,
                    rules: [drawn('identity', 4, ['身份核验']), drawn('security', 4, ['信息安全']), { id: 'code', kind: 'fixed', questionIds: [questions.get('客户报出验证码')!], knockOut: true }]
                },
                { id: 'words', title: '话术', passPercent: null, rules: [{ id: 'essay', kind: 'fixed', questionIds: [questions.get('结束核验的话术')!], knockOut: false }] }
            ]
        })
    },
    {
        title: '年度複訓：文字與外撥',
        blueprint: () => ({
            ...newBlueprint('chat'), passPercent: 85, minutes: 25, attempts: 2, waitHours: 72,
            sections: [
                { id: 'chat', title: '文字客服', passPercent: null, rules: [drawn('chat-rules', 6, ['文字客服'])] },
                { id: 'survey', title: '外撥調查', passPercent: 70, rules: [drawn('survey-rules', 5, ['外撥調查'])] }
            ]
        })
    },
    {
        title: '信息安全与身份核验年度考试',
        blueprint: questions => ({
            ...newBlueprint('security'), passPercent: 60, minutes: 25, attempts: 1,
            sections: [{ id: 'security', title: '信息安全与身份核验', passPercent: null, rules: [{ id: 'everybody', kind: 'fixed', questionIds: yearlyExam.questions.map(each => questions.get(each)!), knockOut: false }] }]
        })
    }
];

/** What is asked of those who take calls, by code of position: of everybody what they have to read, of beginners the yearly exam, and to be listened to and let go, of seniors their own exam. */
export const sampleRules = (seniorExamId: string, yearlyExamId: string): Readonly<Record<string, CertificationRule>> => {
    const validity = { kind: 'expiry', months: 12, windowDays: 60 } as const;
    return {
        CSR10: { requirements: [{ kind: 'documents', id: 'read' }, { kind: 'exam', id: 'security', examId: yearlyExamId }, { kind: 'supervised-calls', id: 'calls', calls: 3, percent: 80 }, { kind: 'sign-off', id: 'ready' }], validity, graceDays: 14, introductionDays: 14 },
        CSR20: { requirements: [{ kind: 'documents', id: 'read' }, { kind: 'sign-off', id: 'ready' }, { kind: 'exam', id: 'exam', examId: seniorExamId }], validity, graceDays: 14, introductionDays: 14 }
    };
};

/** Who was listened to, with what scores (percent), and how many days ago a trainer let them go; who is new is not so far. */
export interface SampleSigning { readonly login: string; readonly percents: readonly number[]; readonly daysAgo: number | null }
export const sampleSignings: readonly SampleSigning[] = [
    { login: 'agent1021', percents: [], daysAgo: 61 }, { login: 'agent1031', percents: [], daysAgo: 75 }, { login: 'agent1041', percents: [], daysAgo: 40 },
    { login: 'agent1022', percents: [88, 91, 84], daysAgo: 120 }, { login: 'agent1023', percents: [82, 86, 90], daysAgo: 150 }, { login: 'agent1024', percents: [85, 83, 92], daysAgo: 210 },
    { login: 'agent1025', percents: [95, 90, 93], daysAgo: 33 }, { login: 'agent1026', percents: [78, 84], daysAgo: null },
    { login: 'agent1032', percents: [89, 87, 94], daysAgo: 98 }, { login: 'agent1033', percents: [81, 80, 88], daysAgo: 187 }, { login: 'agent1034', percents: [90, 92, 86], daysAgo: 372 }, { login: 'agent1035', percents: [84, 85, 91], daysAgo: 160 },
    { login: 'agent1042', percents: [93, 88, 90], daysAgo: 55 }, { login: 'agent1043', percents: [86, 82, 85], daysAgo: 390 }, { login: 'agent1044', percents: [91, 94, 89], daysAgo: 20 }, { login: 'agent1045', percents: [72, 81, 86], daysAgo: null }
];
