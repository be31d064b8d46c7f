import type { Criticality, FormDefinition, LocalizedText, Question } from '@earshot/forms';

const say = (english: string, simplified: string, traditional: string): LocalizedText => ({ en: english, 'zh-cn': simplified, 'zh-tw': traditional });
const levels = [
    { value: 1, points: 0, label: say('Unacceptable', '不合格', '不合格') }, { value: 2, points: 0.5, label: say('Needs improvement', '待改进', '待改進') },
    { value: 3, points: 0.8, label: say('Meets the standard', '达标', '達標') }, { value: 4, points: 1, label: say('Outstanding', '优秀', '優秀') }
];
const rated = { kind: 'scale', options: levels, commentRequiredOn: [{ operator: 'at-most', value: 2 }], notApplicable: false, critical: { class: 'none', effect: 'none' } } as const;
const asked = { kind: 'yes-no', notApplicable: false, critical: { class: 'none', effect: 'none' } } as const;
const passed = (critical: Criticality): Pick<Question, 'kind' | 'notApplicable' | 'critical' | 'commentRequiredOn'> => ({ kind: 'pass-fail', notApplicable: false, critical, commentRequiredOn: [{ operator: 'equals', value: false }] });

/** The centre's own form for chats and e-mails: the weights add up to 100. */
export const writtenForm: FormDefinition = {
    title: say('Written service', '文字服务质检评分表', '文字服務質檢評分表'),
    description: say('For chats and e-mails: timeliness, language, content, handling.', '适用于在线会话与邮件：响应时效、文字表达、答复内容、处理结果。', '適用於線上對話與電子郵件：回應時效、文字表達、回覆內容、處理結果。'),
    languages: ['en', 'zh-cn', 'zh-tw'], scoring: { passPercent: 80 },
    sections: [
        {
            id: 'time', title: say('Timeliness', '响应时效', '回應時效'), questions: [
                { ...asked, id: 'time.first', weight: 10, text: say('Was the first reply within the target time?', '首次响应是否在规定时限内？', '首次回應是否在規定時限內？') },
                {
                    ...asked, id: 'time.waiting', weight: 8, notApplicable: true, text: say('Was the customer told before every wait, and how long it takes?', '需要客户等待时，是否事先说明原因与时长？', '需要客戶等候時，是否事先說明原因與時間？'),
                    help: say('Not applicable when nothing had to be looked up.', '全程无需等待查询的，选“不适用”。', '全程無須等候查詢的，選「不適用」。')
                }
            ]
        },
        {
            id: 'language', title: say('Language', '文字表达', '文字表達'), questions: [
                { ...asked, id: 'language.greeting', weight: 6, text: say('Greeting, name and offer to help are complete', '问候、署名与主动询问是否完整', '問候、署名與主動詢問是否完整') },
                { ...rated, id: 'language.clear', weight: 12, text: say('Clear: short sentences, in the order of what is to be done', '条理清楚：句子简短，按操作顺序说明', '條理清楚：句子簡短，依操作順序說明') },
                { ...rated, id: 'language.correct', weight: 6, text: say('Spelling, punctuation and form of address', '错别字、标点与称谓', '錯別字、標點與稱謂') },
                {
                    ...rated, id: 'language.empathy', weight: 8, notApplicable: true, text: say('Answers the customer’s worry before the matter', '先回应客户情绪，再处理问题', '先回應客戶情緒，再處理問題'),
                    help: say('Not applicable when the customer showed neither worry nor annoyance.', '客户未流露担忧或不满的，选“不适用”。', '客戶未流露擔憂或不滿的，選「不適用」。')
                }
            ]
        },
        {
            id: 'content', title: say('Content', '答复内容', '回覆內容'), questions: [
                { ...rated, id: 'content.need', weight: 12, text: say('Finds out what the customer really needs', '准确识别客户的真实需求', '準確掌握客戶的真實需求') },
                { ...passed({ class: 'customer', effect: 'section-zero' }), id: 'content.correct', weight: 14, text: say('The answer is correct and complete', '答复正确、完整', '回覆正確、完整') },
                { ...passed({ class: 'compliance', effect: 'form-zero' }), id: 'content.privacy', weight: 8, text: say('No full card or identity number is asked for or repeated', '未索取或复述完整卡号、证件号', '未索取或複述完整卡號、證件號碼') }
            ]
        },
        {
            id: 'handling', title: say('Handling', '处理结果', '處理結果'), questions: [
                { ...asked, id: 'handling.next-step', weight: 6, notApplicable: true, text: say('Was the customer told what happens next, and by when?', '是否告知客户后续安排及时限？', '是否告知客戶後續安排及時限？') },
                { ...passed({ class: 'business', effect: 'none' }), id: 'handling.record', weight: 6, notApplicable: true, text: say('The contact is recorded correctly and completely', '工单记录准确、完整', '服務單紀錄正確、完整') },
                { ...asked, id: 'handling.closing', weight: 4, text: say('Asks for further needs, thanks and says goodbye', '结束时询问其他需求并致谢', '結束時詢問其他需求並致謝') },
                { id: 'handling.improvement', kind: 'text', weight: 1, optional: true, maximumLength: 1000, notApplicable: false, critical: { class: 'none', effect: 'none' }, text: say('What is the one thing to work on next?', '下一步最需要改进的一点', '下一步最需要改進的一點') }
            ]
        }
    ]
};
