import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, sampleDefaults, say, yesOrNo } from '../sample-wording';

/** 25 of 100. */
export const identityAndNotice: Section = {
    id: 'identity',
    title: say('Identification and notices', '身份核实与告知', '身分確認與告知'),
    description: say(
        'Who speaks with whom, and what both must know before it goes on.',
        '双方身份与通话前必须告知的事项。',
        '雙方身分與通話前必須告知的事項。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'identity.customer',
            weight: 15,
            notApplicable: true,
            critical: critical('compliance', 'form-zero'),
            text: say(
                'The customer was identified as the rule asks before anything about the account was said or changed',
                '在透露或变更账户信息之前，已按规定核实客户身份',
                '在透露或變更帳戶資料之前，已依規定確認客戶身分'),
            help: say(
                'The number of items, and which ones, is set by the procedure for this kind of request. The agent must not read out items or lead the customer to them. Not applicable when nothing about an account was said, for instance in a question on opening hours.',
                '核实要素的数量与种类以该业务的流程为准。不得由坐席念出要素或加以提示。未涉及任何账户信息（如咨询营业时间）时选“不适用”。',
                '核對項目的數量與種類以該業務的流程為準。不得由客服人員唸出項目內容或加以提示。未涉及任何帳戶資料（如詢問營業時間）時選「不適用」。'),
            ...passedOrFailed(
                say('Asks for name, date of birth and the last transaction; the customer says all three himself.', '请客户自报姓名、出生日期及最近一笔交易，三项均由客户说出。', '請客戶自行說出姓名、出生日期及最近一筆交易，三項皆由客戶說出。'),
                say('"You are Mr Wang, born in 1980, correct?"', '“您是1980年出生的王先生，对吗？”', '「您是1980年出生的王先生，對嗎？」'))
        },
        {
            ...sampleDefaults,
            id: 'identity.recording-notice',
            weight: 5,
            critical: critical('compliance'),
            text: say(
                'Did the customer learn at the beginning that the call is recorded?',
                '通话开始时是否告知客户本次通话将被录音？',
                '通話開始時是否告知客戶本次通話將予以錄音？'),
            help: say(
                'By announcement or by the agent, before the first personal datum. Where the law of the place asks for consent, it must be heard. In an outbound call the agent has to say it.',
                '语音播报或坐席口头告知均可，但须在客户提供个人信息之前。当地法规要求取得同意的，录音中须有客户的同意。外呼须由坐席口头告知。',
                '語音播報或客服人員口頭告知皆可，但須在客戶提供個人資料之前。當地法規要求取得同意者，錄音中須有客戶的同意。外撥電話須由客服人員口頭告知。'),
            ...yesOrNo(
                say('"To ensure our quality this call is recorded." – "Fine."', '“为保证服务质量，本次通话将被录音。”——“好的。”', '「為確保服務品質，本次通話將會錄音。」——「好。」'),
                say('The announcement is cut off and the agent does not make up for it.', '播报被截断，坐席也未补充说明。', '播報被截斷，客服人員也未補充說明。'))
        },
        {
            ...sampleDefaults,
            id: 'identity.agent',
            weight: 5,
            critical: critical('compliance'),
            text: say(
                'Did the agent state the company, own name or number, and, in an outbound call, its purpose?',
                '坐席是否表明公司名称、姓名或工号；外呼时是否说明来电目的？',
                '客服人員是否表明公司名稱、姓名或員工編號；外撥時是否說明來電目的？'),
            help: say(
                'The purpose comes before any question. A sales call that is dressed up as a survey is a "no".',
                '来电目的应在提问之前说明。以“回访调查”为名推销的，选“否”。',
                '來電目的應在提問之前說明。以「問卷調查」之名行銷的，選「否」。'),
            ...yesOrNo(
                say('"This is Li, number 2087, of Northwind. I am calling about the contract that ends in May. May I?"', '“您好，我是北风公司工号2087的小李，来电是关于您五月到期的合同，现在方便吗？”', '「您好，我是北風公司的李專員，編號2087，這通電話是關於您五月到期的合約，方便說話嗎？」'),
                say('"I only have a short question about your satisfaction", and then the offer.', '“耽误您一分钟做个满意度调查”，随后开始推销。', '「耽誤您一分鐘做個滿意度調查」，接著開始推銷。'))
        }
    ]
};
