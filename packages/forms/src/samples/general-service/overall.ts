import type { Section } from '../../definition/form-definition';
import { sampleDefaults, say, yesOrNo } from '../sample-wording';

/** Outside the 100: a bonus, and what the agent should read first. */
export const overall: Section = {
    id: 'overall',
    title: say('Overall', '总体评价', '總體評價'),
    questions: [
        {
            ...sampleDefaults,
            id: 'overall.extra-mile',
            weight: 1,
            text: say('Bonus: did the agent do more than could be expected, with a visible benefit for the customer?', '加分项：是否主动多做一步，使客户明显受益？', '加分項：是否主動多做一步，使客戶明顯受益？'),
            help: say(
                'Rare by intention: about one call in twenty. Adds 3 percentage points. Being friendly and correct is the standard, not a bonus.',
                '应从严掌握，约二十通中一通。总分加3个百分点。亲切、正确是本分，不作加分。',
                '應從嚴認定，約二十通中一通。總分加3個百分點。親切、正確是本分，不列加分。'),
            ...yesOrNo(
                say('Notices a wrong address from an earlier contact and saves the customer a second delivery; or the customer asks to have his praise passed on.', '发现以往登记的地址有误并一并更正，避免再次误投；或客户主动要求表扬。', '發現先前登記的地址有誤並一併更正，避免再次誤投；或客戶主動要求表揚。'),
                say('A good call by the book.', '按规范完成的一通好电话。', '依規範完成的一通好電話。')),
            bonus: [{ when: { operator: 'equals', value: true }, percentPoints: 3 }],
            commentRequiredOn: [{ operator: 'equals', value: true }]
        },
        {
            ...sampleDefaults,
            id: 'overall.strength',
            weight: 1,
            kind: 'text',
            optional: true,
            maximumLength: 1000,
            text: say('What should the agent keep doing?', '值得保持的做法', '值得保持的做法'),
            help: say('One thing, concrete, with the second where it can be heard.', '写一点即可，要具体，并注明时间点。', '寫一點即可，要具體，並註明時間點。')
        },
        {
            ...sampleDefaults,
            id: 'overall.improvement',
            weight: 1,
            kind: 'text',
            optional: true,
            maximumLength: 1000,
            text: say('What is the one thing to work on next?', '下一步最需要改进的一点', '下一步最需要改進的一點'),
            help: say(
                'Something the agent can do differently tomorrow, put as a suggestion.',
                '写坐席明天就能做到的改变，用建议的口吻。',
                '寫客服人員明天就能做到的改變，用建議的口吻。')
        }
    ]
};
