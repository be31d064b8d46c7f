import type { Answers } from '@earshot/forms';
import type { Criterion, FormVersionReference, ListeningQuestion } from '@earshot/training/lib/common/question/question';

const levels = (...texts: readonly string[]): Criterion['levels'] => texts.map((text, points) => ({ id: `l${points}`, points, text }));

/** What essays of the bank are marked by, by the names of their questions: no file of questions carries it. */
export const sampleRubrics: Readonly<Record<string, readonly Criterion[]>> = {
    '结束核验的话术': [
        { id: 'empathy', text: '体谅客户', weight: 0.5, critical: false, levels: levels('没有回应客户的情绪', '有礼貌用语，但流于套话', '说出并接纳了客户的情绪') },
        { id: 'reason', text: '说明原因', weight: 1, critical: false, levels: levels('只说系统或规定如此', '说明是为了保护客户的账户') },
        { id: 'way', text: '给出办法', weight: 0.5, critical: false, levels: levels('客户不知道接下来怎么办', '只说去网点', '说清去哪里、带什么') },
        { id: 'secrecy', text: '不透露核验内容', weight: 1, critical: true, levels: levels('透露了哪一项有误', '没有透露') }
    ]
};

/** A call of the sample that is rated in the yearly exam, on the form of general service; what the team leader rated as the expert. */
export const sampleListeningQuestion = {
    name: '听音评分：信用卡挂失', document: 'card-blocking.zh-cn', clause: '口头挂失', tag: '听音评分', skill: '沟通', difficulty: 'medium', call: 'SC-0001', form: 'general-service',
    prompt: '请完整听完这通挂失电话，再按评分表评定下列各项。与专家评分一致的项目得分。', points: 1,
    expert: { 'phrases.opening': { value: true }, 'phrases.forbidden': { value: false }, 'tone.voice': { value: 4 }, 'tone.empathy': { value: 4 }, 'knowledge.clarity': { value: 4 } } as Answers
} as const;

/** Where what has to be heard and rated stands. */
export interface HeardCall { /** Link of the call. */ readonly recording: string; readonly form: FormVersionReference }

export const listeningQuestion = ({ recording, form }: HeardCall): ListeningQuestion => ({
    kind: 'listening', prompt: sampleListeningQuestion.prompt, points: sampleListeningQuestion.points, recording, form, expert: sampleListeningQuestion.expert, tolerance: 0
});
