import type { ScriptLanguage } from './conversation-scripts';

type Said = readonly [simplified: string, traditional: string, english: string];
/** What evaluators write beside a rating that has to be explained, by question. */
const comments: Readonly<Record<string, Said>> = {
    'tone.voice': ['后半程语速明显加快。', '後半段語速明顯變快。', 'Hurried towards the end.'], 'tone.listening': ['客户话没说完就打断。', '客戶話沒說完就打斷。', 'Cuts the customer short.'],
    'tone.empathy': ['客户着急时没有安抚。', '客戶著急時沒有安撫。', 'No word about the customer’s worry.'], 'knowledge.need': ['没有先问清用途。', '沒有先問清楚用途。', 'Did not ask what it is needed for.'],
    'knowledge.clarity': ['照念条款，客户没听懂。', '照唸條款，客戶沒聽懂。', 'Reads out the terms; the customer is lost.'], 'knowledge.correct': ['费率说错，已按知识库核对。', '費率說錯，已對照知識庫。', 'Wrong fee, checked against the article of that day.'],
    'knowledge.authority': ['超出授权承诺减免。', '超出授權承諾減免。', 'Promised a waiver beyond the limit.'], 'handling.control': ['反复询问同一信息。', '反覆詢問同一資訊。', 'Asks the same thing twice.'],
    'handling.record': ['工单未记录承诺的回电。', '服務單未記錄承諾的回電。', 'The promised call-back is not on record.'], 'handling.resolution': ['没有说明后续由谁处理。', '沒有說明後續由誰處理。', 'Nobody was named for what comes next.'],
    'phrases.forbidden': ['“这个我也没办法”。', '「這個我也沒辦法」。', '“Nothing I can do about that.”'], 'language.clear': ['一段话里放了五个步骤。', '一段話裡放了五個步驟。', 'Five steps in one paragraph.'],
    'language.correct': ['称谓写错，多处错别字。', '稱謂寫錯，多處錯別字。', 'Wrong name, several misspellings.'], 'language.empathy': ['客户着急，首句就要卡号。', '客戶著急，第一句就要卡號。', 'Asks for the card before a word of regret.'],
    'content.need': ['答非所问，客户又问了一遍。', '答非所問，客戶又問了一遍。', 'Answers another question; the customer asks again.'], 'content.correct': ['手续费规则答错。', '手續費規則答錯。', 'The rule about the fee is wrong.'],
    'content.privacy': ['让客户发送完整卡号。', '請客戶傳送完整卡號。', 'Asks for the whole card number.']
};
const places = { 'zh-cn': 0, 'zh-tw': 1, en: 2 } as const;
const improvements: Said = ['查询前先告诉客户需要多久。', '查詢前先告訴客戶需要多久。', 'Say how long it takes before you look it up.'];
const disputes: Said = ['当时已经说明，请查看前后两句。', '當時已經說明，請查看前後兩句。', 'It was said: please look at the lines around it.'];
const upheld: Said = ['已复核，说明不完整，维持原评分。', '已複核，說明不完整，維持原評分。', 'Looked at again: it was not complete. The rating stands.'];
const overturned: Said = ['复核属实，已更正评分。', '複核屬實，已更正評分。', 'You are right, it is there. The rating is corrected.'];
const escalations: Said = ['不同意，请质检主管复核。', '不同意，請品管主管複核。', 'I do not agree; please have the QA lead look at it.'];

export const commentOn = (question: string, language: ScriptLanguage): string => (comments[question] ?? improvements)[places[language]];
export const improvementIn = (language: ScriptLanguage): string => improvements[places[language]];
export const disputeWords = (language: ScriptLanguage) => {
    const place = places[language];
    return { reason: disputes[place], upheld: upheld[place], overturned: overturned[place], escalation: escalations[place] };
};
/** Everything that is said here, in every language. */
export const everyComment: readonly string[] = [...Object.values(comments), improvements, disputes, upheld, overturned, escalations].flat();
