import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, sampleDefaults, say, yesOrNo } from '../sample-wording';

/** 15 of 100. */
export const dataProtection: Section = {
    id: 'data',
    title: say('Data protection', '个人信息与支付安全', '個人資料與支付安全'),
    questions: [
        {
            ...sampleDefaults,
            id: 'data.card',
            weight: 10,
            notApplicable: true,
            critical: critical('compliance', 'form-zero'),
            text: say(
                'Card data and secrets are kept out of the recording: no security code, password or one-time code is asked for or repeated',
                '支付敏感信息不进录音：不索取、不复述安全码、密码、验证码及完整卡号',
                '支付機敏資料不進錄音：不索取、不複誦安全碼、密碼、驗證碼及完整卡號'),
            help: say(
                'The card number is typed on the keypad or the recording is paused. The security code must not be stored after authorisation, in a recording either (PCI DSS, requirement 3). If the customer says it unasked, the agent stops him and reports the recording for masking: that is a pass. Not applicable when no card or secret came up.',
                '卡号须通过按键输入，或暂停录音后采集。授权完成后不得留存安全码，录音亦然（PCI DSS 要求3）。客户主动说出时，坐席及时制止并申请录音消音的，视为通过。未涉及卡片及密码时选“不适用”。',
                '卡號須以按鍵輸入，或暫停錄音後蒐集。授權完成後不得留存安全碼，錄音亦同（PCI DSS 要求3）。客戶主動說出時，客服人員及時制止並申請錄音遮蔽的，視為通過。未涉及卡片及密碼時選「不適用」。'),
            ...passedOrFailed(
                say('"Please do not say the code. I will switch to the keypad, your entry is not recorded."', '“请不要说出验证码。现在转按键输入，输入内容不会被录音。”', '「請不要說出安全碼。現在轉為按鍵輸入，您輸入的內容不會被錄音。」'),
                say('"And the three digits on the back?" – with the recording running.', '录音未暂停，问“背面三位数是多少？”', '錄音未暫停，詢問「背面末三碼是多少？」'))
        },
        {
            ...sampleDefaults,
            id: 'data.need-to-know',
            weight: 5,
            critical: critical('compliance'),
            text: say(
                'Were only data asked for that the request needs, and none given to others?',
                '是否仅收集办理所需信息，且未向他人泄露？',
                '是否僅蒐集辦理所需資料，且未向他人洩露？'),
            help: say(
                'Spouse, parent and colleague are others unless an authority is on file. Confirming that somebody is a customer is already a disclosure.',
                '未登记授权的配偶、父母、同事均属他人。仅确认“某人是我们的客户”也属于泄露。',
                '未登記授權的配偶、父母、同事皆屬他人。僅確認「某人是我們的客戶」也屬洩露。'),
            ...yesOrNo(
                say('"I may only speak with your husband about this. He can name you as authorised, it takes five minutes."', '“这项业务只能向您先生本人说明，他可以办理授权登记，大约五分钟。”', '「這項業務只能向您先生本人說明，他可以辦理授權登記，大約五分鐘。」'),
                say('Asks for the identity card number in a question about opening hours.', '客户咨询营业时间，却索要身份证号码。', '客戶詢問營業時間，卻要求提供身分證字號。')),
            commentRequiredOn: [{ operator: 'equals', value: false }]
        }
    ]
};
