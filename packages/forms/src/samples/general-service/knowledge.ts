import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 30 of 100. */
export const knowledge: Section = {
    id: 'knowledge',
    title: say('Professional knowledge', '专业知识', '專業知識'),
    description: say(
        'What is said. Look it up in the knowledge base as of the day of the call before you decide that an answer was wrong.',
        '说得对不对。判定答复有误之前，请先查阅通话当日有效的知识库内容。',
        '說得對不對。判定答覆有誤之前，請先查閱通話當日有效的知識庫內容。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'knowledge.need',
            weight: 8,
            text: say('Finds out what the customer really needs', '准确识别客户的真实需求', '準確掌握客戶的真實需求'),
            help: say(
                'Right questions, few of them, and the need confirmed before the solution starts. Look for the need behind the question.',
                '提问到位、不过多，先确认需求再给方案。留意问题背后的需求。',
                '提問到位、不過多，先確認需求再給方案。留意問題背後的需求。'),
            ...ratedByLevel(
                say('Starts solving another problem; notices it only after minutes, or never.', '理解错问题就开始处理，几分钟后才发现或始终没有发现。', '誤解問題就開始處理，幾分鐘後才發現或始終沒發現。'),
                say('Gets there after repeated or needless questions.', '反复询问或问了无关的问题才弄清楚。', '反覆詢問或問了無關的問題才弄清楚。'),
                say('Two or three fitting questions, then confirms what it is about.', '两三个关键问题后复述确认。', '兩三個關鍵問題後複述確認。'),
                say('Also sees what was not asked: "You are travelling, so shall we look at the card limit abroad as well?"', '还想到客户没问的：“您要出国，境外限额要不要一并确认？”', '還想到客戶沒問的：「您要出國，海外額度要不要一併確認？」'))
        },
        {
            ...sampleDefaults,
            id: 'knowledge.correct',
            weight: 12,
            critical: critical('customer', 'section-zero'),
            text: say('The answer is correct and complete', '答复正确、完整', '答覆正確、完整'),
            help: say(
                'Fails when the customer would act wrongly on what he was told, or lacks a condition that matters to him. A slip that the agent corrects in the same call is a pass. Name the article that proves it.',
                '客户据此行事会出错，或缺少对其有影响的条件，即为不通过。坐席在本通电话内自行更正的，视为通过。请注明依据的知识条目。',
                '客戶照做會出錯，或缺少對其有影響的條件，即為不通過。客服人員在本通電話內自行更正的，視為通過。請註明依據的知識條目。'),
            ...passedOrFailed(
                say('Names the fee, the date it falls due and the exception that applies to this customer.', '说明手续费、扣收日期，以及该客户适用的减免条件。', '說明手續費、扣款日期，以及該客戶適用的減免條件。'),
                say('Says that returning goods is free of charge although this has ended with last month\'s tariff.', '按已于上月停用的旧资费答复“退货免运费”。', '依上個月已停用的舊規定答覆「退貨免運費」。'))
        },
        {
            ...sampleDefaults,
            id: 'knowledge.clarity',
            weight: 6,
            text: say('Explains so that the customer understands and can act', '讲解通俗易懂，客户听得懂、做得到', '說明淺顯易懂，客戶聽得懂、做得到'),
            help: say(
                'In an order that makes sense, in the customer\'s words, with a check that it was understood. Reading an article aloud is at most a 2.',
                '条理清楚，用客户听得懂的话，并确认对方已理解。照念知识条目最高评“待改进”。',
                '條理清楚，用客戶聽得懂的話，並確認對方已理解。照唸知識條目最高評「待改進」。'),
            ...ratedByLevel(
                say('Technical terms and abbreviations; the customer gives up.', '满口术语、缩写，客户放弃追问。', '滿口術語、縮寫，客戶放棄追問。'),
                say('Reads the article word for word; the customer has to ask what it means for him.', '逐字照念，客户还要追问“那我该怎么办”。', '逐字照唸，客戶還要追問「那我該怎麼辦」。'),
                say('Step by step in plain words, and asks whether it is clear.', '分步骤、用大白话说明，并询问是否清楚。', '分步驟、用白話說明，並詢問是否清楚。'),
                say('Finds a comparison or an example from the customer\'s own case; he repeats it correctly.', '结合客户自己的情况举例，客户能准确复述。', '結合客戶自己的情況舉例，客戶能正確複述。'))
        },
        {
            ...sampleDefaults,
            id: 'knowledge.authority',
            weight: 4,
            notApplicable: true,
            critical: critical('business'),
            text: say('Waivers, refunds and promises stay within the agent\'s authority', '减免、退款及承诺均在授权范围内', '減免、退款及承諾均在授權範圍內'),
            help: say(
                'Business critical: a failure costs the company money or binds it without need. Not applicable when nothing was granted or promised.',
                '业务致命项：不通过意味着公司遭受不必要的损失或承担不应有的承诺。未涉及减免和承诺时选“不适用”。',
                '業務致命項：不通過代表公司遭受不必要的損失或承擔不應有的承諾。未涉及減免與承諾時選「不適用」。'),
            ...passedOrFailed(
                say('Grants the waiver the rule allows once a year, and notes it.', '按规定给予每年一次的减免并做记录。', '依規定給予每年一次的減免並留下紀錄。'),
                say('Promises a full refund without asking whether the goods were used, only to end the call.', '为尽快结束通话，未核实使用情况就承诺全额退款。', '為儘快結束通話，未查證使用情況就承諾全額退款。'))
        }
    ]
};
