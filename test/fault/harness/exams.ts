import type { Blueprint } from '@earshot/training/lib/common/exam/blueprint';
import { testBlueprint } from '@earshot/training/lib/common/exam/exam-fixture';
import type { Question } from '@earshot/training/lib/common/question/question';
import type { QuestionContent } from '@earshot/training/lib/common/question/question-content';
import type { Caller } from './caller';

interface Kept { readonly id: string; readonly version: number }

/** A question that somebody else has approved. @returns its id */
export const approveQuestion = async (author: Caller, approver: Caller, name: string, question: Question): Promise<string> => {
    const content: QuestionContent = { language: 'en', name, category: '', tags: [], skills: [], difficulty: null, clauses: [], question };
    const { id, version } = await author.do<Kept>('POST', '/training/questions', { content });
    const submitted = await author.do<Kept>('POST', `/training/questions/${id}/actions`, { version, action: 'submit' });
    await approver.do('POST', `/training/questions/${id}/actions`, { version: submitted.version, action: 'approve' });
    return id;
};

/** Questions with a short answer, approved. @returns their ids */
export const approveQuestions = async (author: Caller, approver: Caller, count: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let number = 1; number <= count; number++) {
        ids.push(await approveQuestion(author, approver, `Question ${number}`, { kind: 'short', prompt: `What is meant by ${number}?`, points: 1, caseSensitive: false, accepted: [{ id: 'a', text: 'the right answer', share: 1 }] }));
    }
    return ids;
};

/** An exam that asks these questions, and can be sat as often as one fails. @param about what else is said of it @returns its id */
export const publishExam = async (author: Caller, approver: Caller, questionIds: readonly string[], about: Partial<Blueprint> = {}): Promise<string> => {
    const blueprint: Blueprint = testBlueprint([{ id: 'all', kind: 'fixed', questionIds, knockOut: false }], { attempts: null, waitHours: 0, minutes: 600, ...about });
    const { id, version } = await author.do<Kept>('POST', '/training/exams', { title: 'Killed' });
    const changed = await author.do<Kept>('PUT', `/training/exams/${id}`, { version, title: 'Killed', blueprint });
    const asked = await author.do<Kept>('POST', `/training/exams/${id}/review`, { version: changed.version });
    await approver.do('POST', `/training/exams/${id}/publication`, { version: asked.version });
    return id;
};
