import { type NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';

/** What quality monitoring tells people, with the words for mails. */
export const qualityNotifications: readonly NotificationKind[] = [
    simpleKind('sampling.assigned', {
        en: { subject: 'Calls to score: {title}', body: 'The sampling plan “{title}” has drawn {calls} calls for you to score.' },
        'zh-cn': { subject: '待质检录音：{title}', body: '抽检计划“{title}”为您分配了 {calls} 通待评分录音。' },
        'zh-tw': { subject: '待質檢錄音：{title}', body: '抽檢計畫「{title}」為您分配了 {calls} 通待評分錄音。' }
    }),
    simpleKind('report.ready', {
        en: { subject: 'Report: {title}', body: 'The report “{title}” has a new period. Open it to see the figures that you may see.' },
        'zh-cn': { subject: '报表：{title}', body: '报表“{title}”已有新一期数据，打开即可查看您有权查看的数字。' },
        'zh-tw': { subject: '報表：{title}', body: '報表「{title}」已有新一期資料，開啟即可查看您有權查看的數字。' }
    }),
    simpleKind('calibration.opened', {
        en: { subject: 'Calibration: {title}', body: 'The calibration session “{title}” is open. Please score its calls on your own before it closes.' },
        'zh-cn': { subject: '校准会：{title}', body: '校准会“{title}”已开始，请在截止前独立完成评分。' },
        'zh-tw': { subject: '校準會：{title}', body: '校準會「{title}」已開始，請在截止前獨立完成評分。' }
    }),
    simpleKind('calibration.closed', {
        en: { subject: 'Results: {title}', body: 'The calibration session “{title}” has closed. You can see now how far the panel agreed.' },
        'zh-cn': { subject: '校准结果：{title}', body: '校准会“{title}”已截止，现在可以查看评分一致性结果。' },
        'zh-tw': { subject: '校準結果：{title}', body: '校準會「{title}」已截止，現在可以查看評分一致性結果。' }
    }),
    simpleKind('evaluation.correction-approved', {
        en: { subject: 'Your correction was approved', body: 'Your correction of an evaluation was approved and is in force now.' },
        'zh-cn': { subject: '您的更正已批准', body: '您对质检评分的更正已获批准并生效。' },
        'zh-tw': { subject: '您的更正已核准', body: '您對質檢評分的更正已獲核准並生效。' }
    }),
    simpleKind('dispute.unanswerable', {
        en: { subject: 'Nobody can answer the dispute about call {title}', body: 'Nobody is there who could answer the dispute of {agent} about call {title} on level {level}. Let somebody else answer disputes for the whole centre.' },
        'zh-cn': { subject: '通话 {title} 的申诉无人可答复', body: '{agent}对通话 {title} 的申诉（第 {level} 级）目前无人可以答复。请授权其他人员答复全中心的申诉。' },
        'zh-tw': { subject: '通話 {title} 的申訴無人可回覆', body: '{agent}對通話 {title} 的申訴（第 {level} 級）目前無人可以回覆。請授權其他人員回覆全中心的申訴。' }
    }),
    simpleKind('dispute.expired', {
        en: { subject: 'Your dispute about call {title} has ended', body: 'Nobody was left who could answer your dispute about call {title} at the second level. The first answer stands.' },
        'zh-cn': { subject: '您对通话 {title} 的申诉已结案', body: '您对通话 {title} 的申诉复核无人可以答复，维持首次答复。' },
        'zh-tw': { subject: '您對通話 {title} 的申訴已結案', body: '您對通話 {title} 的申訴複核無人可以回覆，維持首次回覆。' }
    }),
    simpleKind('evaluation.reassigned', {
        en: { subject: 'Call {title} was not yours', body: 'The agent of call {title} was corrected. Its result does not concern you any more; if you disputed it, the dispute has ended.' },
        'zh-cn': { subject: '通话 {title} 并非您的通话', body: '通话 {title} 的坐席信息已更正，其评分结果与您无关；如您曾提出申诉，该申诉已终止。' },
        'zh-tw': { subject: '通話 {title} 並非您的通話', body: '通話 {title} 的客服人員資料已更正，其評分結果與您無關；如您曾提出申訴，該申訴已終止。' }
    }),
    simpleKind('evaluation.correction-set-aside', {
        en: { subject: 'Call {title}: your correction was set aside', body: 'The dispute of the agent has changed the result of call {title} meanwhile. Your correction was set aside. Look at the result, and correct it anew if that is still needed.' },
        'zh-cn': { subject: '通话 {title}：您的更正已作废', body: '通话 {title} 的评分结果已因坐席申诉改判，您的更正随之作废。请查看结果，如仍有需要，请重新发起更正。' },
        'zh-tw': { subject: '通話 {title}：您的更正已作廢', body: '通話 {title} 的評分結果已因客服人員申訴改判，您的更正隨之作廢。請檢視結果，如仍有需要，請重新發起更正。' }
    }),
    simpleKind('evaluation.correction-rejected', {
        en: { subject: 'Your correction was returned', body: 'Your correction of an evaluation was returned to you. Open it to read why.' },
        'zh-cn': { subject: '您的更正被退回', body: '您对质检评分的更正被退回，打开可查看原因。' },
        'zh-tw': { subject: '您的更正被退回', body: '您對質檢評分的更正被退回，開啟可查看原因。' }
    }),
    simpleKind('evaluation.released', {
        en: { subject: 'Your result of call {title}', body: 'Your result of call {title} is there. Open it to see the score and why, and to respond.' },
        'zh-cn': { subject: '通话 {title} 的评分结果', body: '通话 {title} 的评分结果已发布。打开可查看得分及依据，并作出反馈。' },
        'zh-tw': { subject: '通話 {title} 的評分結果', body: '通話 {title} 的評分結果已發布。開啟可檢視得分及依據，並作出回饋。' }
    }),
    simpleKind('feedback.due', {
        en: { subject: 'Your result of call {title}: time ends soon', body: 'The time to respond to your result of call {title} ends soon.' },
        'zh-cn': { subject: '通话 {title} 的反馈期限将至', body: '通话 {title} 评分结果的反馈期限即将结束。' },
        'zh-tw': { subject: '通話 {title} 的回饋期限將至', body: '通話 {title} 評分結果的回饋期限即將結束。' }
    }),
    simpleKind('dispute.opened', {
        en: { subject: 'Dispute about call {title}', body: '{agent} disputes the result of call {title}. Your answer is asked for.' },
        'zh-cn': { subject: '关于通话 {title} 的申诉', body: '{agent}对通话 {title} 的评分提出申诉，请您答复。' },
        'zh-tw': { subject: '關於通話 {title} 的申訴', body: '{agent}對通話 {title} 的評分提出申訴，請您回覆。' }
    }),
    simpleKind('dispute.about-yours', {
        en: { subject: 'Your rating of call {title} is disputed', body: '{agent} disputes your rating of call {title}.' },
        'zh-cn': { subject: '您为通话 {title} 的评分被申诉', body: '{agent}对您为通话 {title} 的评分提出申诉。' },
        'zh-tw': { subject: '您為通話 {title} 的評分被申訴', body: '{agent}對您為通話 {title} 的評分提出申訴。' }
    }),
    simpleKind('dispute.answered', {
        en: { subject: 'Dispute about call {title} answered', body: 'The dispute of {agent} about call {title} was answered: {overturned} overturned, {upheld} upheld.' },
        'zh-cn': { subject: '通话 {title} 的申诉已答复', body: '{agent}对通话 {title} 的申诉已答复：改判 {overturned} 项，维持 {upheld} 项。' },
        'zh-tw': { subject: '通話 {title} 的申訴已回覆', body: '{agent}對通話 {title} 的申訴已回覆：改判 {overturned} 項，維持 {upheld} 項。' }
    }),
    simpleKind('dispute.due', {
        en: { subject: 'Dispute about call {title}: due soon', body: 'The dispute of {agent} about call {title} should be answered soon.' },
        'zh-cn': { subject: '通话 {title} 的申诉即将到期', body: '{agent}对通话 {title} 的申诉即将到期，请尽快答复。' },
        'zh-tw': { subject: '通話 {title} 的申訴即將到期', body: '{agent}對通話 {title} 的申訴即將到期，請盡快回覆。' }
    }),
    simpleKind('dispute.overdue', {
        en: { subject: 'Dispute about call {title}: overdue', body: 'The dispute of {agent} about call {title} is overdue.' },
        'zh-cn': { subject: '通话 {title} 的申诉已逾期', body: '{agent}对通话 {title} 的申诉已逾期未答复。' },
        'zh-tw': { subject: '通話 {title} 的申訴已逾期', body: '{agent}對通話 {title} 的申訴已逾期未回覆。' }
    }),
    simpleKind('coaching.opened', {
        en: { subject: 'Coaching: {title}', body: '{by} has opened a coaching plan with you: “{title}”. Open it to see what it is about and what your steps are.' },
        'zh-cn': { subject: '辅导计划：{title}', body: '{by}为您制定了辅导计划“{title}”。打开可查看目标行为和您的行动项。' },
        'zh-tw': { subject: '輔導計畫：{title}', body: '{by}為您訂立了輔導計畫「{title}」。開啟可檢視目標行為和您的行動項目。' }
    }),
    simpleKind('coaching.changed', {
        en: { subject: 'Coaching changed: {title}', body: '{by} has changed the coaching plan “{title}” of {agent}.' },
        'zh-cn': { subject: '辅导计划有变更：{title}', body: '{by}修改了{agent}的辅导计划“{title}”。' },
        'zh-tw': { subject: '輔導計畫有變更：{title}', body: '{by}修改了{agent}的輔導計畫「{title}」。' }
    }),
    simpleKind('coaching.reported', {
        en: { subject: 'Coaching: {agent} has done all steps', body: '{agent} has done all steps of “{title}”. Look at the follow-up evaluations and sign the plan off, or extend it.' },
        'zh-cn': { subject: '辅导：{agent}已完成全部行动项', body: '{agent}已完成“{title}”的全部行动项。请查看跟进评分后验收或延期。' },
        'zh-tw': { subject: '輔導：{agent}已完成全部行動項目', body: '{agent}已完成「{title}」的全部行動項目。請檢視追蹤評分後驗收或展延。' }
    }),
    simpleKind('coaching.noted', {
        en: { subject: 'A note on the coaching plan {title}', body: '{by} has written a note into the coaching plan “{title}”.' },
        'zh-cn': { subject: '辅导计划有新记录：{title}', body: '{by}在辅导计划“{title}”中写了记录。' },
        'zh-tw': { subject: '輔導計畫有新紀錄：{title}', body: '{by}在輔導計畫「{title}」中寫了紀錄。' }
    }),
    simpleKind('coaching.completed', {
        en: { subject: 'Coaching completed: {title}', body: '{by} has signed off the coaching plan “{title}”.' },
        'zh-cn': { subject: '辅导已验收：{title}', body: '{by}已验收辅导计划“{title}”。' },
        'zh-tw': { subject: '輔導已驗收：{title}', body: '{by}已驗收輔導計畫「{title}」。' }
    }),
    simpleKind('coaching.stopped', {
        en: { subject: 'Coaching stopped: {title}', body: '{by} has stopped the coaching plan “{title}”. Open it to read why.' },
        'zh-cn': { subject: '辅导已终止：{title}', body: '{by}终止了辅导计划“{title}”，打开可查看原因。' },
        'zh-tw': { subject: '輔導已終止：{title}', body: '{by}終止了輔導計畫「{title}」，開啟可檢視原因。' }
    }),
    simpleKind('coaching.due', {
        en: { subject: 'Coaching: steps are due', body: '{steps} of your steps in the coaching plan “{title}” are due soon.' },
        'zh-cn': { subject: '辅导行动项即将到期', body: '辅导计划“{title}”中有 {steps} 个行动项即将到期。' },
        'zh-tw': { subject: '輔導行動項目即將到期', body: '輔導計畫「{title}」中有 {steps} 個行動項目即將到期。' }
    }),
    simpleKind('coaching.overdue', {
        en: { subject: 'Coaching of {agent}: time is over', body: 'The time of the coaching plan “{title}” of {agent} is over. Sign it off, extend it or stop it.' },
        'zh-cn': { subject: '{agent}的辅导已到期', body: '{agent}的辅导计划“{title}”已到期，请验收、延期或终止。' },
        'zh-tw': { subject: '{agent}的輔導已到期', body: '{agent}的輔導計畫「{title}」已到期，請驗收、展延或終止。' }
    })
];
