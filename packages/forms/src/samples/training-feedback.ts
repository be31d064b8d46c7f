import type { FormDefinition, Question, QuestionOption } from '../definition/form-definition';
import { sampleDefaults, say } from './sample-wording';

const agreement: readonly QuestionOption[] = [
    { value: 1, label: say('Not at all', '完全不同意', '完全不同意') },
    { value: 2, label: say('Hardly', '不太同意', '不太同意') },
    { value: 3, label: say('In part', '部分同意', '部分同意') },
    { value: 4, label: say('Mostly', '比较同意', '大致同意') },
    { value: 5, label: say('Completely', '完全同意', '完全同意') }
];

const statement = (id: string, text: Question['text'], help: Question['help']): Question => ({ ...sampleDefaults, id, kind: 'scale', weight: 1, unscored: true, text, help, options: agreement });
const remark = (id: string, text: Question['text'], help: Question['help']): Question => ({ ...sampleDefaults, id, kind: 'text', weight: 1, unscored: true, optional: true, maximumLength: 2000, text, help });

/**
 * A sample form on which participants say how a training was: what they thought of it, the first of the four levels of D. L. Kirkpatrick
 * (Journal of the ASTD 13 (1959), 11 and 12). It asks what can be changed next time, and gives no score.
 */
export const trainingFeedbackForm: FormDefinition = {
    title: say('Feedback on a training', '培训反馈表', '培訓回饋表'),
    description: say(
        'For participants of a training: use, content, trainer, pace. The trainer sees means, no names.',
        '适用于培训学员：实用性、内容、讲授、进度。培训师只能看到平均结果，看不到姓名。',
        '適用於培訓學員：實用性、內容、講授、進度。培訓師只能看到平均結果，看不到姓名。'),
    languages: ['en', 'zh-cn', 'zh-tw'],
    scoring: { scored: false },
    sections: [
        {
            id: 'training', title: say('The training', '培训内容', '培訓內容'), questions: [
                statement('training.use', say('I can use it in my next contacts', '所学内容在接下来的工作中用得上', '所學內容在接下來的工作中用得上'), say('Think of the customers of this week.', '请结合本周接待的客户来想。', '請結合本週服務的客戶來想。')),
                statement('training.content', say('It was right and of today', '内容准确，与现行规定一致', '內容準確，與現行規定一致'), say('Compared with what is done at your desk.', '与您日常工作中的做法相比。', '與您日常工作中的做法相比。')),
                {
                    ...sampleDefaults, id: 'training.pace', kind: 'choice', weight: 1, unscored: true, text: say('The pace was', '培训进度', '培訓進度'), help: say('For you, not for everybody.', '就您个人而言。', '就您個人而言。'),
                    options: [{ value: 'slow', label: say('too slow', '偏慢', '偏慢') }, { value: 'right', label: say('right', '合适', '合適') }, { value: 'fast', label: say('too fast', '偏快', '偏快') }]
                }
            ]
        },
        {
            id: 'trainer', title: say('The trainer', '培训师', '培訓師'), questions: [
                statement('trainer.clear', say('It was explained so that I understood it', '讲解清楚，我听得懂', '講解清楚，我聽得懂'), say('With examples from real contacts.', '有结合真实案例。', '有結合真實案例。')),
                statement('trainer.questions', say('My questions were answered', '我的问题得到了解答', '我的問題得到了解答'), say('In the training or afterwards.', '当场或课后均可。', '當場或課後皆可。'))
            ]
        },
        {
            id: 'remarks', title: say('In your words', '您的意见', '您的意見'), questions: [
                remark('remarks.kept', say('What should stay as it is?', '哪些做法应当保留？', '哪些做法應當保留？'), say('It is shown word for word, without your name.', '将原文展示，不显示姓名。', '將原文呈現，不顯示姓名。')),
                remark('remarks.changed', say('What should be different next time?', '下次哪些地方应当改进？', '下次哪些地方應當改進？'), say('It is shown word for word, without your name.', '将原文展示，不显示姓名。', '將原文呈現，不顯示姓名。'))
            ]
        }
    ]
};
