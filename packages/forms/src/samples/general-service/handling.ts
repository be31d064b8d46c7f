import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 25 of 100. */
export const handling: Section = {
    id: 'handling',
    title: say('Speed and accuracy', '处理速度与准确性', '處理速度與正確性'),
    description: say(
        'How well the work gets done during and after the call.',
        '通话中及话后处理的效率与质量。',
        '通話中及話後處理的效率與品質。'),
    questions: [
        {
            ...sampleDefaults,
            id: 'handling.control',
            weight: 6,
            text: say('Leads the call: purposeful, without detours, without rushing the customer', '掌控通话节奏：思路清晰，不绕弯，也不催促客户', '掌握通話節奏：思路清楚，不繞路，也不催促客戶'),
            help: say(
                'The length alone proves nothing. Look for repeated questions, searching aloud, transfers that were not needed.',
                '不以通话时长论优劣。留意重复提问、边找边念、不必要的转接。',
                '不以通話時長論優劣。留意重複提問、邊找邊唸、不必要的轉接。'),
            ...ratedByLevel(
                say('Loses the thread; the customer leads and repeats his concern.', '思路混乱，由客户主导并反复说明来意。', '思路混亂，由客戶主導並反覆說明來意。'),
                say('Arrives, but with questions asked twice or screens searched while the customer waits.', '最终办成，但重复提问或让客户等着查系统。', '最後辦成，但重複提問或讓客戶等著查系統。'),
                say('A straight line from concern to solution; says what he is doing while the system works.', '从来意到方案一气呵成，系统查询时同步告知进展。', '從來意到方案一氣呵成，系統查詢時同步告知進度。'),
                say('Does in one go what usually takes two: checks, explains and prepares the next step at the same time.', '一次处理到位：边核实边说明，并提前准备好下一步。', '一次處理到位：邊查證邊說明，並提前備妥下一步。'))
        },
        {
            ...sampleDefaults,
            id: 'handling.silence',
            weight: 4,
            kind: 'number',
            min: 0,
            max: 120,
            step: 1,
            better: 'lower',
            text: say('Longest silence without explanation, in seconds', '最长一次无说明的静默时长（秒）', '最長一次未說明的靜默時間（秒）'),
            help: say(
                'Read it off the waveform. Silence that was announced ("this takes half a minute") does not count; longer than two minutes counts as 120. 0 s earns all points, 120 s none, linearly between.',
                '请在波形上读取。已提前告知的等待不计入；超过两分钟按120秒填写。0秒得满分，120秒不得分，其间按比例计算。',
                '請在波形上讀取。已事先告知的等候不計入；超過兩分鐘以120秒填寫。0秒得滿分，120秒不得分，其間按比例計算。'),
            examples: [
                { answer: 0, text: say('The agent says what he is doing, or the customer is talking, at every moment.', '坐席随时告知进展，或客户在说话，没有冷场。', '客服人員隨時告知進度，或客戶在說話，沒有冷場。') },
                { answer: 30, text: say('Half a minute of typing; the customer asks "are you still there?"', '敲键盘半分钟没有出声，客户问“还在吗？”。', '敲鍵盤半分鐘沒有出聲，客戶問「還在嗎？」。') },
                { answer: 120, text: say('Two minutes or more without a word.', '两分钟及以上没有任何声音。', '兩分鐘以上沒有任何聲音。') }
            ],
            commentRequiredOn: [{ operator: 'at-least', value: 60 }]
        },
        {
            ...sampleDefaults,
            id: 'handling.record',
            weight: 7,
            notApplicable: true,
            critical: critical('business'),
            text: say('The contact is recorded correctly and completely', '工单与来电记录准确、完整', '服務單與來電紀錄正確、完整'),
            help: say(
                'Reason, result, commitments and call-back number: a colleague could go on without asking the customer again. Not applicable when the record cannot be seen.',
                '来电原因、处理结果、承诺事项、联系方式齐全，同事无需再次询问客户即可接手。无法查看记录时选“不适用”。',
                '來電原因、處理結果、承諾事項、聯絡方式齊全，同仁無須再次詢問客戶即可接手。無法檢視紀錄時選「不適用」。'),
            ...passedOrFailed(
                say('Right category; the promised call-back is there with date, hour and number.', '分类正确，承诺的回电写明日期、时段和号码。', '分類正確，承諾的回電寫明日期、時段與號碼。'),
                say('"Customer called about bill" with a promised call-back missing, or filed under the wrong customer.', '只写“客户咨询账单”，漏记承诺的回电，或记到了其他客户名下。', '只寫「客戶詢問帳單」，漏記承諾的回電，或記到其他客戶名下。'))
        },
        {
            ...sampleDefaults,
            id: 'handling.resolution',
            weight: 8,
            kind: 'choice',
            text: say('What became of the customer\'s concern?', '客户诉求的处理结果', '客戶訴求的處理結果'),
            help: say(
                'From the customer\'s point of view at the end of the call. "Passed on" needs three things: who, by when, and how the customer hears of it.',
                '以通话结束时客户的角度判断。“已转办”须同时具备：由谁处理、何时完成、如何告知客户。',
                '以通話結束時客戶的角度判斷。「已轉派」須同時具備：由誰處理、何時完成、如何告知客戶。'),
            options: [
                { value: 'resolved', points: 1, label: say('Resolved in this call', '本次通话内解决', '本次通話內解決') },
                { value: 'passed-on', points: 0.8, label: say('Passed on with name and date', '已转办，责任人与时限明确', '已轉派，負責人與時限明確') },
                { value: 'unclear', points: 0.3, label: say('Left open without a clear next step', '未解决，后续安排不明确', '未解決，後續安排不明確') },
                { value: 'unresolved', points: 0, label: say('Not resolved although it could have been', '可以解决而未解决', '可以解決而未解決') }
            ],
            examples: [
                { answer: 'resolved', text: say('The limit is raised while the customer is on the line; he sees it in the app.', '通话中完成提额，客户在手机上已能看到。', '通話中完成調額，客戶在手機上已能看到。') },
                { answer: 'passed-on', text: say('"The claims team will call you by Thursday noon at this number."', '“理赔同事周四中午前会拨打这个号码与您联系。”', '「理賠同仁週四中午前會撥打這支電話與您聯絡。」') },
                { answer: 'unclear', text: say('"Somebody will get in touch with you."', '“到时候会有人联系您。”', '「到時候會有人跟您聯絡。」') },
                { answer: 'unresolved', text: say('Sends the customer to the branch for a form that could have been e-mailed.', '本可发邮件的表格，却让客户自己去网点领取。', '原本可用電子郵件寄送的表格，卻請客戶自行到分行領取。') }
            ],
            commentRequiredOn: [{ operator: 'in', value: ['unclear', 'unresolved'] }]
        }
    ]
};
