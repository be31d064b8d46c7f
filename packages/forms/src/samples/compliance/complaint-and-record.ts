import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, sampleDefaults, say, yesOrNo } from '../sample-wording';

/** 15 of 100. */
export const complaintAndRecord: Section = {
    id: 'complaint',
    title: say('Complaint and record', '投诉受理与记录', '客訴受理與紀錄'),
    questions: [
        {
            ...sampleDefaults,
            id: 'complaint.raised',
            weight: 1,
            unscored: true,
            text: say('Did the customer express a complaint?', '客户是否表达了投诉？', '客戶是否表達了客訴？'),
            help: say(
                'Any expression of dissatisfaction that expects an answer, whether the word "complaint" falls or not (compare ISO 10002). Carries no points.',
                '客户表达不满并期待回应即为投诉，不以是否说出“投诉”二字为准（参见 ISO 10002）。不计分。',
                '客戶表達不滿並期待回應即為客訴，不以是否說出「客訴」二字為準（參見 ISO 10002）。不計分。'),
            ...yesOrNo(
                say('"That is the third time, something has to happen now."', '“这已经是第三次了，你们总得给个说法。”', '「這已經是第三次了，你們總要給個交代。」'),
                say('"Too bad, but never mind."', '“那算了，没关系。”', '「那算了，沒關係。」'))
        },
        {
            ...sampleDefaults,
            id: 'complaint.escalation',
            weight: 10,
            condition: { question: 'complaint.raised', operator: 'equals', value: true },
            critical: critical('compliance', 'section-zero'),
            text: say(
                'The complaint was taken up as such: registered, number and deadline named, further instances not concealed',
                '按投诉受理：登记立案，告知编号与时限，不隐瞒后续申诉渠道',
                '以客訴受理：登記立案，告知編號與時限，不隱瞞後續申訴管道'),
            help: say(
                'Talking the customer out of it, asking him to call again or settling it quietly without registering it is a failure, even if he is satisfied in the end.',
                '劝阻投诉、让客户改日再来电、私下了结而不登记，即使客户最终满意，也判为不通过。',
                '勸阻客訴、請客戶改日再來電、私下了結而不登記，即使客戶最後滿意，也判為不通過。'),
            ...passedOrFailed(
                say('"I have registered your complaint as 8812. You hear from us by the 14th; if you do not agree, you can turn to the ombudsman."', '“投诉已受理，编号8812,14日前给您答复；如对结果有异议，您还可以向监管机构反映。”', '「客訴已受理，編號8812,14日前回覆您；若對結果有異議，您還可以向主管機關申訴。」'),
                say('"If you make it official it only takes longer."', '“走投诉流程反而更慢。”', '「走客訴流程反而更慢。」'))
        },
        {
            ...sampleDefaults,
            id: 'complaint.record',
            weight: 5,
            notApplicable: true,
            critical: critical('business'),
            text: say('The written record agrees with what was said', '书面记录与通话内容一致', '書面紀錄與通話內容一致'),
            help: say(
                'Consent, disclosures and complaint are recorded as they took place, nothing is added. Not applicable when the record cannot be seen.',
                '同意、披露与投诉均如实记录，不添加未发生的内容。无法查看记录时选“不适用”。',
                '同意、揭露與客訴均如實記錄，不添加未發生的內容。無法檢視紀錄時選「不適用」。'),
            ...passedOrFailed(
                say('The note says "terms read out at 4:10, agreed at 5:02", and so it was.', '备注“4分10秒宣读条款，5分02秒同意”，与录音相符。', '備註「4分10秒宣讀條款，5分02秒同意」，與錄音相符。'),
                say('"Customer informed of all risks" where no risk was mentioned.', '备注“已告知全部风险”，录音中并未提及。', '備註「已告知全部風險」，錄音中並未提及。'))
        },
        {
            ...sampleDefaults,
            id: 'complaint.remarks',
            weight: 1,
            kind: 'text',
            optional: true,
            maximumLength: 2000,
            text: say('Remarks for the compliance officer', '致合规部门的说明', '致法令遵循部門的說明'),
            help: say(
                'Facts and times only; whether a rule was broken is decided there.',
                '只写事实与时间点，是否违规由合规部门认定。',
                '只寫事實與時間點，是否違規由法令遵循部門認定。')
        }
    ]
};
