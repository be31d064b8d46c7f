import type { Condition } from '../../definition/condition';
import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, sampleDefaults, say } from '../sample-wording';

const productDiscussed: Condition = { question: 'disclosure.subject', operator: 'in', value: ['information', 'contract'] };

/** 45 of 100. */
export const disclosureAndConsent: Section = {
    id: 'disclosure',
    title: say('Disclosure and consent', '信息披露与客户同意', '揭露與客戶同意'),
    description: say(
        'What the customer must know before he decides, and how his decision is kept.',
        '客户做决定之前应知悉的内容，以及如何留存其意思表示。',
        '客戶做決定之前應知悉的內容，以及如何留存其意思表示。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'disclosure.subject',
            weight: 1,
            kind: 'choice',
            text: say('Was a product, a fee or a contract part of the call?', '通话是否涉及产品、费用或合同？', '通話是否涉及產品、費用或契約？'),
            help: say(
                'Carries no points; it opens the questions that apply.',
                '不计分，仅决定显示哪些题目。',
                '不計分，僅決定顯示哪些題目。'),
            options: [
                { value: 'none', label: say('No', '否', '否') },
                { value: 'information', label: say('Yes, information only', '是，仅作介绍或咨询', '是，僅作說明或詢問') },
                { value: 'contract', label: say('Yes, concluded or changed', '是，办理、变更或续订', '是，申辦、變更或續約') }
            ],
            examples: [
                { answer: 'none', text: say('Where is my parcel?', '查询包裹到哪里了。', '查詢包裹到哪裡了。') },
                { answer: 'information', text: say('What would the larger plan cost?', '咨询升级套餐的价格。', '詢問升級方案的價格。') },
                { answer: 'contract', text: say('The customer takes the larger plan.', '客户当场办理升级套餐。', '客戶當場申辦升級方案。') }
            ]
        },
        {
            ...sampleDefaults,
            id: 'disclosure.terms',
            weight: 15,
            condition: productDiscussed,
            critical: critical('compliance', 'section-zero'),
            text: say('Price, term, risks and the right to cancel were disclosed in full before the decision', '在客户决定前，完整披露价格、期限、风险及解约权利', '在客戶決定前，完整揭露價格、期限、風險及解約權利'),
            help: say(
                'As the disclosure text of the product says, at a pace that can be followed, advantages and drawbacks alike. For information only, what was mentioned must be complete.',
                '以该产品的披露话术为准，语速可听清，优点与风险同等说明。仅作介绍时，所提及的内容须完整。',
                '以該產品的揭露話術為準，語速聽得清楚，優點與風險同等說明。僅作說明時，所提及的內容須完整。'),
            ...passedOrFailed(
                say('Names the monthly price, the 24 months, the fee for leaving early and the 14 days to withdraw.', '说明月费、24个月合约期、提前解约的违约金，以及14天冷静期。', '說明月租費、24個月合約期、提前解約的違約金，以及14天猶豫期。'),
                say('Mentions the discount but not that the price doubles after six months.', '只说优惠，不说六个月后恢复原价、费用翻倍。', '只說優惠，不說六個月後恢復原價、費用加倍。'))
        },
        {
            ...sampleDefaults,
            id: 'disclosure.no-guarantee',
            weight: 15,
            condition: productDiscussed,
            critical: critical('compliance', 'form-zero'),
            text: say('No guarantee of returns or results, no absolute or misleading statement', '未承诺收益或效果，无绝对化或误导性表述', '未保證獲利或效果，無絕對化或誤導性陳述'),
            help: say(
                'Also by hint, by comparison with a savings account, or by past results given as a promise. Words such as "safest", "no risk", "certain" fail without looking at the context.',
                '暗示、与存款类比、以过往业绩代替承诺均属此类。出现“最安全”“零风险”“肯定赚”等用语，直接判为不通过。',
                '暗示、與存款類比、以過往績效代替承諾皆屬此類。出現「最安全」「零風險」「穩賺」等用語，直接判為不通過。'),
            ...passedOrFailed(
                say('"It earned 4 % last year. That says nothing about the next one, you may also lose money."', '“去年收益率是4%，但过往业绩不代表未来，也可能亏损。”', '「去年報酬率是4%，但過去績效不代表未來，也可能虧損。」'),
                say('"In principle it is like a savings account, only with better interest."', '“这个跟存定期差不多，利息还更高。”', '「這個跟定存差不多，利息還更高。」'))
        },
        {
            ...sampleDefaults,
            id: 'disclosure.consent',
            weight: 15,
            condition: { question: 'disclosure.subject', operator: 'equals', value: 'contract' },
            critical: critical('compliance', 'form-zero'),
            text: say('The customer agreed explicitly, after the disclosure, and it can be heard', '客户在充分知悉后明确表示同意，且录音可辨', '客戶在充分知悉後明確表示同意，且錄音可辨'),
            help: say(
                'A clear question and a clear yes, by the person who may decide. "Hm" is not consent, silence is none either. Consent to one thing is not consent to another.',
                '须有明确的询问与明确的答复，且由有权决定的本人作出。“嗯”不算同意，沉默更不算。对甲事项的同意不及于乙事项。',
                '須有明確的詢問與明確的答覆，且由有權決定的本人作出。「嗯」不算同意，沉默更不算。對甲事項的同意不及於乙事項。'),
            ...passedOrFailed(
                say('"Do you agree to the change from 1 June at 39 a month?" – "Yes, I agree."', '“您同意从6月1日起变更为每月39元的套餐吗？”——“同意。”', '「您同意自6月1日起變更為每月399元的方案嗎？」——「同意。」'),
                say('"Then I will set that up for you", and the customer says "hm, well".', '“那我就帮您开通了”，客户只“嗯”了一声。', '「那我就幫您開通了」，客戶只「嗯」了一聲。'))
        }
    ]
};
