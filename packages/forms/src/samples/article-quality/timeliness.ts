import type { Section } from '../../definition/form-definition';
import { passedOrFailed, ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 25 of 100. */
export const timeliness: Section = {
    id: 'timeliness',
    title: say('Timeliness', '时效性', '時效性'),
    questions: [
        {
            ...sampleDefaults,
            id: 'timeliness.current',
            weight: 15,
            text: say('It is as of today', '内容为最新', '內容為最新'),
            help: say(
                'It fails when a product, a fee, a form or a contact has changed since, or when it speaks of a campaign that is over.',
                '产品、费用、表单或联系方式已变更，或所述活动已结束，即为不通过。',
                '產品、費用、表單或聯絡方式已變更，或所述活動已結束，即為不通過。'),
            ...passedOrFailed(
                say('Says from when the new rule holds.', '写明新规定的生效日期。', '寫明新規定的生效日期。'),
                say('Leads to a form that was withdrawn.', '引导客户使用已停用的表单。', '引導客戶使用已停用的表單。'))
        },
        {
            ...sampleDefaults,
            id: 'timeliness.source',
            weight: 10,
            text: say('Its sources are named and can be followed', '来源注明且可追溯', '來源註明且可追溯'),
            help: say('Whoever reviews it next must find what it rests on.', '下次复审的人应能找到依据。', '下次複審的人應能找到依據。'),
            ...ratedByLevel(
                say('No source.', '没有来源。', '沒有來源。'),
                say('A source without number, version or date.', '来源没有文号、版本或日期。', '來源沒有文號、版本或日期。'),
                say('Sources with version or date.', '来源附版本或日期。', '來源附版本或日期。'),
                say('Each figure leads to the clause that it comes from.', '每个数字都能查到出处条款。', '每個數字都能查到出處條款。'))
        }
    ]
};
