import { type Difficulty, difficulties } from '@earshot/training/lib/common/question/question-content';
import type { Question } from '@earshot/training/lib/common/question/question';
import { readQuestions } from '@earshot/training/lib/common/question-format/formats';

/** A question of the sample's bank. It asks about a clause, which is named by its heading. */
export interface SampleQuestion {
    /** File of the document without number of version and ending. */
    readonly document: string;
    readonly clause: string; readonly name: string; readonly difficulty: Difficulty; readonly question: Question;
}

/** What the questions of a document are about, by its file. Exams draw by these words. */
export const sampleTopics: Readonly<Record<string, { readonly topic: string; readonly skills: readonly string[] }>> = {
    'card-blocking.zh-cn': { topic: '挂失', skills: ['业务流程'] },
    'identity-check.zh-cn': { topic: '身份核验', skills: ['风险防范'] },
    'complaint-handling.zh-cn': { topic: '投诉', skills: ['业务流程', '沟通'] },
    'inbound-service.zh-cn': { topic: '呼入服务', skills: ['沟通'] },
    'information-security.zh-cn': { topic: '信息安全', skills: ['风险防范'] },
    'knowledge-upkeep.zh-cn': { topic: '知识维护', skills: ['知识管理'] },
    'chat-service.zh-tw': { topic: '文字客服', skills: ['溝通'] },
    'outbound-survey.zh-tw': { topic: '外撥調查', skills: ['溝通'] },
    'induction.zh-tw': { topic: '新人訓練', skills: ['訓練'] },
    'escalation.en': { topic: 'escalation', skills: ['judgement'] },
    'quality-monitoring.en': { topic: 'quality', skills: ['quality'] }
};

/** Names of questions that wait for their approval. */
export const questionsInReview: readonly string[] = ['得分八十三', '發現代填', 'Agreement', '改标题', 'Calibration in a sentence'];
/** One that was approved before its clause changed: nobody has looked at it again, and no exam asks it. */
export const questionToCheck = '核验两项还是三项';

/** The questions of a GIFT file: its categories are headings of the document, its tags difficulties. @throws Error where something is not a question */
export function questionsOfGift(document: string, text: string): readonly SampleQuestion[] {
    const { questions, problems } = readQuestions('gift', text);
    if (problems.length) {
        throw new Error(`${document}: ${JSON.stringify(problems)}`);
    }
    return questions.map(({ category, name, tags, question }) => ({ document, clause: category, name, difficulty: difficulties.find(each => tags.includes(each))!, question }));
}
