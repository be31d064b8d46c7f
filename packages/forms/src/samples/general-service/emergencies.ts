import type { Condition } from '../../definition/condition';
import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, ratedByLevel, sampleDefaults, say, yesOrNo } from '../sample-wording';

const somethingHappened: Condition = { question: 'emergency.event', operator: 'in', value: ['complaint', 'outage', 'danger'] };

/** 10 of 100, spread over the other sections in a call without incident. */
export const emergencies: Section = {
    id: 'emergency',
    title: say('Handling of emergencies', '应急处理', '應變處理'),
    description: say(
        'When the call leaves the ordinary course. In an ordinary call only the first question is asked, and the weight of this section goes to the others.',
        '通话偏离常规时如何应对。常规通话只需回答第一题，本部分权重自动分摊到其他部分。',
        '通話偏離常規時如何應對。一般通話只需回答第一題，本部分權重自動分攤到其他部分。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'emergency.event',
            weight: 1,
            kind: 'choice',
            text: say('Did something out of the ordinary happen?', '本次通话是否出现突发情况？', '本次通話是否出現突發狀況？'),
            help: say(
                'Choose the gravest if there were several. This question carries no points; it opens those below.',
                '有多种情况时选最严重的一种。本题不计分，仅决定是否显示以下各题。',
                '有多種情況時選最嚴重的一種。本題不計分，僅決定是否顯示以下各題。'),
            options: [
                { value: 'none', label: say('No, an ordinary call', '无，常规通话', '無，一般通話') },
                { value: 'complaint', label: say('Strong complaint or threat to go public', '强烈投诉或扬言曝光', '強烈客訴或揚言投訴媒體') },
                { value: 'outage', label: say('System failure or large-scale fault', '系统故障或大面积异常', '系統故障或大規模異常') },
                { value: 'danger', label: say('Danger to life, property or account', '人身、财产或账户安全风险', '人身、財產或帳戶安全風險') }
            ],
            examples: [
                { answer: 'none', text: say('A question about the bill, answered.', '账单咨询，已答复。', '帳單詢問，已答覆。') },
                { answer: 'complaint', text: say('"If this is not settled today, I go to the press."', '“今天不解决，我就找媒体曝光。”', '「今天不解決，我就找媒體爆料。」') },
                { answer: 'outage', text: say('Payments have failed everywhere for the last half hour.', '近半小时全渠道支付失败。', '近半小時各通路付款失敗。') },
                { answer: 'danger', text: say('The customer has just given a code to a caller who claimed to be the bank.', '客户刚把验证码告诉了冒充银行的人。', '客戶剛把驗證碼告訴了冒充銀行的人。') }
            ]
        },
        {
            ...sampleDefaults,
            id: 'emergency.calm',
            weight: 4,
            condition: somethingHappened,
            text: say('Stays calm, takes the matter seriously and calms the customer', '沉着应对，重视问题并安抚客户', '沉著應對，重視問題並安撫客戶'),
            help: say(
                'Compare the customer at the beginning and at the end. Nobody can calm everyone: rate what the agent did for it.',
                '对比客户前后情绪变化。并非每位客户都能被安抚，请评价坐席所做的努力。',
                '對比客戶前後情緒變化。並非每位客戶都能被安撫，請評價客服人員所做的努力。'),
            ...ratedByLevel(
                say('Argues, becomes loud, or plays the matter down.', '与客户争辩、提高音量，或淡化事态。', '與客戶爭辯、提高音量，或淡化事態。'),
                say('Insecure; repeats the same apology, the customer gets louder.', '慌乱，只会反复道歉，客户情绪升级。', '慌亂，只會反覆道歉，客戶情緒升高。'),
                say('Calm, apologises once, says what he will do now.', '冷静，致歉后明确告知马上要做什么。', '冷靜，致歉後明確告知馬上要做什麼。'),
                say('Takes the lead within a minute: safety first, one step after the other, and the customer follows.', '一分钟内稳住局面：先保安全，再逐步处理，客户愿意配合。', '一分鐘內穩住局面：先顧安全，再逐步處理，客戶願意配合。'))
        },
        {
            ...sampleDefaults,
            id: 'emergency.escalation',
            weight: 4,
            condition: somethingHappened,
            critical: critical('compliance', 'section-zero'),
            text: say('Reports and escalates as the emergency procedure says, in time', '按应急流程及时上报、升级', '依應變流程及時通報、升級'),
            help: say(
                'Right procedure, right receiver, within the time it sets. An account at risk is blocked first and discussed afterwards.',
                '流程正确、对象正确、时限之内。账户存在风险时应先止付，再沟通。',
                '流程正確、對象正確、時限之內。帳戶有風險時應先止付，再溝通。'),
            ...passedOrFailed(
                say('Blocks the card at once, then hands over to the fraud desk and stays on the line until it answers.', '立即止付，再转接反诈专线，接通前不离线。', '立即止付，再轉接反詐騙專線，接通前不離線。'),
                say('Treats a threatened suicide as an ordinary complaint and opens a ticket.', '客户有轻生表示，仍按普通投诉建单处理。', '客戶有輕生表示，仍以一般客訴開單處理。'))
        },
        {
            ...sampleDefaults,
            id: 'emergency.next-step',
            weight: 2,
            condition: { question: 'emergency.event', operator: 'in', value: ['complaint', 'outage'] },
            text: say('Did the agent say what happens next, by whom and by when?', '是否告知客户后续由谁、在何时、如何处理？', '是否告知客戶後續由誰、在何時、如何處理？'),
            help: say(
                'In an outage: what is known, where news will be found, when to try again. No guessing about causes.',
                '系统故障时：告知已知情况、查询渠道、何时再试。不猜测原因。',
                '系統故障時：告知已知情況、查詢管道、何時再試。不猜測原因。'),
            ...yesOrNo(
                say('"My supervisor, Ms Lin, will call you before six today; the complaint number is 5521."', '“值班主管林女士今天六点前给您回电，投诉编号5521。”', '「值班主管林小姐今天六點前會回電給您，客訴編號5521。」'),
                say('"It has been reported, that is all I know."', '“已经上报了，其他我不清楚。”', '「已經通報了，其他我不清楚。」'))
        }
    ]
};
