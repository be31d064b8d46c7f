import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 20 of 100. */
export const tone: Section = {
    id: 'tone',
    title: say('Tone and attitude', '语音语调与服务态度', '語調與服務態度'),
    description: say(
        'How it is said. Listen to the whole call before you rate; the ending counts as much as the beginning.',
        '怎么说。请听完整通录音再评分，收尾与开头同样重要。',
        '怎麼說。請聽完整通錄音再評分，收尾與開頭同樣重要。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'tone.voice',
            weight: 6,
            text: say('Voice: clear, at a pace the customer can follow, friendly to the end', '声音清晰，语速适合客户，亲切自然、贯穿全程', '聲音清晰，語速適合客戶，親切自然且貫穿全程'),
            help: say(
                'Compare the agent\'s pace with the customer\'s. An accent is not a fault, mumbling is. Noise on the line is not the agent\'s.',
                '对照客户的语速来判断。口音不是问题，含混才是。线路杂音不由坐席负责。',
                '對照客戶的語速來判斷。口音不是問題，含糊才是。線路雜音不由客服人員負責。'),
            ...ratedByLevel(
                say('Reads in a flat or annoyed voice; the customer asks "pardon?" again and again.', '语气生硬或不耐烦，客户多次追问“什么？”。', '語氣生硬或不耐煩，客戶多次追問「什麼？」。'),
                say('Understandable, but hurried through the conditions, or bored towards the end.', '能听清，但说明条款时语速过快，或后半程明显懈怠。', '聽得清楚，但說明條款時語速過快，或後半段明顯鬆懈。'),
                say('Clear and friendly throughout; figures are spoken slowly.', '全程清晰、亲切，报数字时主动放慢。', '全程清晰、親切，報數字時主動放慢。'),
                say('Follows the customer: slower for the elderly gentleman, lively with the one in a hurry; one can hear a smile.', '随客户调整：对老人放慢、对赶时间的客户利落，声音里听得出微笑。', '隨客戶調整：對長輩放慢、對趕時間的客戶俐落，聲音裡聽得出微笑。'))
        },
        {
            ...sampleDefaults,
            id: 'tone.listening',
            weight: 6,
            text: say('Listening: lets the customer finish, and shows that the point was taken', '倾听：不打断客户，并让客户感到被听懂', '傾聽：不打斷客戶，並讓客戶感到被聽懂'),
            help: say(
                'Both talking at once is visible on the waveform. Interrupting to steer a rambling caller back, politely, is not a fault.',
                '双方同时说话可在波形上看到。客户离题时礼貌地拉回，不算打断。',
                '雙方同時說話可在波形上看到。客戶離題時禮貌地拉回，不算打斷。'),
            ...ratedByLevel(
                say('Talks over the customer several times and has him repeat what he already said.', '多次抢话，让客户重复已经说过的内容。', '多次搶話，讓客戶重複已經說過的內容。'),
                say('Lets him finish, but answers another question than the one asked.', '虽未打断，但答非所问。', '雖未打斷，但答非所問。'),
                say('Lets him finish, confirms with short signals and comes to the point.', '让客户说完，适时回应“好的、明白”，回答切题。', '讓客戶說完，適時回應「好的、了解」，回答切題。'),
                say('Takes up the customer\'s own words: "So the charge came twice, on the 3rd and on the 5th, is that right?"', '用客户的话复述确认：“您是说3号和5号各扣了一次，对吗？”', '用客戶的話複述確認：「您是說3號和5號各扣了一次，對嗎？」'))
        },
        {
            ...sampleDefaults,
            id: 'tone.empathy',
            weight: 5,
            notApplicable: true,
            text: say('Empathy: responds to the customer\'s situation before turning to the matter', '同理心：先回应客户的处境与情绪，再处理问题', '同理心：先回應客戶的處境與情緒，再處理問題'),
            help: say(
                'Not applicable when the customer showed neither worry nor annoyance. A phrase learnt by heart at the wrong moment does not earn a 3.',
                '客户没有流露担忧或不满时选“不适用”。生硬套用话术、时机不当，不能评为“达标”。',
                '客戶沒有流露擔憂或不滿時選「不適用」。生硬套用話術、時機不當，不能評為「達標」。'),
            ...ratedByLevel(
                say('"Well, rules are rules" to somebody who lost money.', '客户资金受损，坐席只说“规定就是这样”。', '客戶金錢受損，客服人員只說「規定就是這樣」。'),
                say('Passes over the annoyance and goes straight to the account number.', '对客户的抱怨不作回应，直接问账号。', '對客戶的抱怨不作回應，直接詢問帳號。'),
                say('"I can see that this is annoying, I will look at it right away."', '“给您带来不便很抱歉，我马上帮您核实。”', '「造成您的不便很抱歉，我馬上幫您查。」'),
                say('Names what is at stake for this customer: "You need the money for the rent on Monday, so let us see what can be done today."', '说出客户真正在意的事：“您周一要交房租，我们看看今天能先办到哪一步。”', '說出客戶真正在意的事：「您週一要繳房租，我們看看今天能先處理到哪一步。」'))
        },
        {
            ...sampleDefaults,
            id: 'tone.courtesy',
            weight: 3,
            critical: critical('customer', 'form-zero'),
            text: say('No rudeness: no insult, mockery, quarrel or hanging up on the customer', '无辱骂、讥讽、争吵及主动挂断客户电话的行为', '無辱罵、譏諷、爭吵及主動掛斷客戶電話的行為'),
            help: say(
                'A failure sets the whole form to zero. Ending a call after the announced warnings of the abuse procedure is a pass. Include what can be heard while the customer is on hold.',
                '不通过则整份评分记零分。对恶意骚扰按流程提示后结束通话，视为通过。客户等待期间录到的言语同样计入。',
                '不通過則整份評分以零分計。對惡意騷擾依流程告知後結束通話，視為通過。客戶等候期間錄到的言語同樣計入。'),
            ...passedOrFailed(
                say('The customer shouts; the agent stays polite, warns twice as the procedure says and then ends the call.', '客户辱骂，坐席保持礼貌，按流程提示两次后结束通话。', '客戶辱罵，客服人員保持禮貌，依流程告知兩次後結束通話。'),
                say('"Are you unable to read?" Or a sigh to a colleague about "that idiot" with the line still open.', '“您是不是看不懂字？”或未静音时向同事抱怨“又是个难缠的”。', '「您是不是看不懂字？」或未靜音時向同事抱怨「又來一個奧客」。'))
        }
    ]
};
