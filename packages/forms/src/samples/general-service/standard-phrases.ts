import type { Section } from '../../definition/form-definition';
import { critical, sampleDefaults, say, yesOrNo } from '../sample-wording';

/** 15 of 100. */
export const standardPhrases: Section = {
    id: 'phrases',
    title: say('Standard phrases', '规范用语', '標準用語'),
    description: say(
        'What is said in every call. The wording may vary; every element has to be there.',
        '每通电话都应说到的内容。措辞可以灵活，要素不可缺少。',
        '每通電話都應說到的內容。措辭可以彈性，要素不可缺漏。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'phrases.opening',
            weight: 4,
            text: say(
                'Did the agent open the call with greeting, company, own name or number, and an offer to help?',
                '开场是否完整：问候、公司名称、姓名或工号、主动询问需求？',
                '開場是否完整：問候、公司名稱、姓名或員工編號、主動詢問需求？'),
            help: say(
                'All four elements within the first sentence or two. Rate the content here, not the voice. If the customer starts speaking at once, the missing elements may follow at the first pause.',
                '四项要素应在开头一两句内说全。此处只看内容，语音语调另行评分。若客户一接通就开口，可在客户停顿后补齐。',
                '四項要素應在開頭一兩句內說齊。此處只看內容，語音語調另行評分。若客戶一接通就開口，可在客戶停頓後補上。'),
            ...yesOrNo(
                say('"Good morning, Northwind customer service, this is Chen, number 1042. How may I help you?"', '“您好，北风客服中心，工号1042为您服务，请问有什么可以帮您？”', '「您好，北風客服中心，敝姓陳，員工編號1042，請問有什麼可以為您服務？」'),
                say('"Hello, yes?" and nothing else: company, name and offer to help are missing.', '只说“喂，你好”，没有报公司、工号，也没有询问需求。', '只說「喂，你好」，沒有報公司與姓名，也沒有詢問需求。')),
            phrases: { kept: true, broken: false, rules: [{ demand: 'required', speaker: 'agent', within: { part: 'first', seconds: 30 }, wordings: ['how may I help', 'how can I help', '为您服务', '请问有什么可以', '请问需要什么'] }] }
        },
        {
            ...sampleDefaults,
            id: 'phrases.hold',
            weight: 3,
            notApplicable: true,
            text: say(
                'Did the agent ask before every hold or transfer, say why, and thank the customer afterwards?',
                '请客户等待或转接前是否征得同意、说明原因，回线后是否致谢？',
                '請客戶等候或轉接前是否徵得同意、說明原因，回線後是否致謝？'),
            help: say(
                'One hold without asking is a "no". Not applicable when there was neither hold nor transfer. A wait the customer cannot hear the reason of counts as a hold even if the line was not muted.',
                '有一次未征得同意即为“否”。全程没有等待和转接时选“不适用”。未按保持键但让客户空等且不说明的，同样视为等待。',
                '有一次未徵得同意即為「否」。全程沒有等候與轉接時選「不適用」。未按保留鍵但讓客戶空等且未說明的，同樣視為等候。'),
            ...yesOrNo(
                say('"I need about a minute to check your bill. May I put you on hold?" … "Thank you for waiting."', '“核实账单大约需要一分钟，请您稍等可以吗？”……“感谢您的耐心等待。”', '「查詢帳單大約需要一分鐘，請您稍候一下好嗎？」……「感謝您的耐心等候。」'),
                say('"Wait." Music for two minutes, then the agent goes on without a word of thanks.', '说一句“等一下”就播放音乐两分钟，回来后直接往下说。', '說一句「等一下」就播放音樂兩分鐘，回線後直接往下講。'))
        },
        {
            ...sampleDefaults,
            id: 'phrases.forbidden',
            weight: 4,
            critical: critical('customer', 'section-zero'),
            favourable: false,
            text: say(
                'Did the agent use a phrase from the forbidden list?',
                '是否使用了服务禁语？',
                '是否使用了服務禁語？'),
            help: say(
                'Phrases that reproach, brush off or mock the customer, whatever the tone. "Yes" sets this section to zero; quote the phrase and mark the second.',
                '凡是指责、推诿、讥讽客户的话，无论语气如何都算。选“是”则本部分记零分；请引用原话并标注时间点。',
                '凡是指責、推託、譏諷客戶的話，不論語氣如何都算。選「是」則本部分以零分計；請引用原話並標註時間點。'),
            ...yesOrNo(
                say('"I have told you three times already." "That is not my department, nothing I can do."', '“我刚才不是跟您说了吗？”“这不归我们管，我也没办法。”', '「我剛剛不是跟您講過了嗎？」「這不歸我們管，我也沒辦法。」'),
                say('"Let me put it differently, I was not clear enough." "I will find out who can solve this for you."', '“可能我没有说清楚，我再为您说明一下。”“我帮您联系能处理的同事。”', '「可能是我沒說清楚，我再為您說明一次。」「我幫您聯繫能處理的同仁。」')),
            commentRequiredOn: [{ operator: 'equals', value: true }],
            phrases: { kept: false, broken: true, rules: [{ demand: 'forbidden', speaker: 'agent', wordings: ['I have told you', 'I already told you', 'not my department', '不是跟您说了吗', '这不归我们管', '不关我的事'] }] }
        },
        {
            ...sampleDefaults,
            id: 'phrases.closing',
            weight: 4,
            notApplicable: true,
            text: say(
                'Did the agent close with a summary, the question for further needs, thanks and goodbye?',
                '结束语是否完整：小结、询问其他需求、致谢、道别？',
                '結語是否完整：重點確認、詢問其他需求、致謝、道別？'),
            help: say(
                'The summary may be one sentence: what was agreed, and what happens next. The customer hangs up first. Not applicable when the customer hung up before there was a chance.',
                '小结一句话即可：达成了什么、接下来如何处理。应由客户先挂机。客户提前挂断、没有机会说结束语时选“不适用”。',
                '重點確認一句話即可：達成了什麼、接下來如何處理。應由客戶先掛斷。客戶提前掛斷、沒有機會說結語時選「不適用」。'),
            ...yesOrNo(
                say('"Your new card will be with you by Friday. Is there anything else I can do? … Thank you for calling, goodbye."', '“新卡周五前寄到。请问还有其他可以帮您的吗？……感谢来电，再见。”', '「新卡會在週五前寄達。請問還有其他需要協助的嗎？……感謝您的來電，再見。」'),
                say('"All right then, bye", and the agent is the first to hang up.', '说“行，就这样吧”，随即先行挂机。', '說「好，就這樣」，隨即先行掛斷。')),
            phrases: { kept: true, broken: false, rules: [{ demand: 'required', speaker: 'agent', within: { part: 'last', seconds: 45 }, wordings: ['thank you for calling', 'thanks for calling', '感谢您的来电', '感谢来电', '谢谢您的来电'] }] }
        }
    ]
};
