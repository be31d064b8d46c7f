'use strict';

/** The words of this page; it stands alone, for people who have no account. */
const texts = {
    en: {
        title: 'Verify a certificate', lead: 'Whether it is genuine, and whether it holds', code: 'Code on the certificate', codeHelp: 'Four groups of five; capitals and hyphens do not matter.', verify: 'Verify', languages: 'Language',
        missing: 'Please type the code that stands on the certificate.', mistyped: 'This cannot be a code: a character is wrong, missing or too many. Compare it with the certificate.', unknown: 'No certificate of this house has this code.',
        valid: 'Genuine, and valid', ended: 'Genuine, but it ended on {0}', superseded: 'Genuine, but replaced by a newer one on {0}', revoked: 'Revoked on {0}: it does not hold any more',
        person: 'Name (shortened)', position: 'For the position', house: 'Issued by', issued: 'Issued on', until: 'Valid until', unlimited: 'without an end', met: 'What was met', hash: 'Seal:',
        exam: '{0} (version {1}): {2}, on {3}', documents: 'Documents acknowledged: {0}, the last on {1}', noDocuments: 'Documents acknowledged: {0}', calls: 'Supervised calls: {0}, each at least {1}, the last on {2}', 'sign-off': 'Signed off by {0} on {1}',
        compare: 'Compare all this with the certificate. If something on it is different, it was altered.',
        TOO_MANY_REQUESTS: 'Too many attempts. Try again in a minute.', offline: 'The server cannot be reached. Try again in a moment.', unexpected: 'Something went wrong on the server. Try again in a moment.'
    },
    'zh-cn': {
        title: '证书查验', lead: '查验上岗证书的真伪和有效期', code: '证书验证码', codeHelp: '共四组，每组五个字符；不区分大小写，可不输入连字符。', verify: '查验', languages: '语言',
        missing: '请输入证书上的验证码。', mistyped: '这不是有效的验证码：有字符输入错误、缺少或多余，请与证书核对。', unknown: '没有找到使用此验证码的证书。',
        valid: '证书真实，且在有效期内', ended: '证书真实，但已于 {0} 到期', superseded: '证书真实，但已于 {0} 被新证书取代', revoked: '证书已于 {0} 撤销，不再有效',
        person: '姓名（已隐去部分）', position: '岗位', house: '签发单位', issued: '签发日期', until: '有效期至', unlimited: '长期有效', met: '已达到的要求', hash: '数字指纹：',
        exam: '{0}（第 {1} 版）：{2}，{3}', documents: '制度文档阅读确认：{0} 份，最近一次 {1}', noDocuments: '制度文档阅读确认：{0} 份', calls: '跟听通话：{0} 通，每通不低于 {1}，最近一通 {2}', 'sign-off': '{0} 于 {1} 签字确认',
        compare: '请与证书逐项核对；如有不一致，说明证书内容被改动过。',
        TOO_MANY_REQUESTS: '查验过于频繁，请一分钟后再试。', offline: '无法连接服务器，请稍后重试。', unexpected: '服务器出错，请稍后重试。'
    },
    'zh-tw': {
        title: '證書查驗', lead: '查驗上崗證書的真偽與效期', code: '證書驗證碼', codeHelp: '共四組，每組五個字元；不分大小寫，可不輸入連字號。', verify: '查驗', languages: '語言',
        missing: '請輸入證書上的驗證碼。', mistyped: '這不是有效的驗證碼：有字元輸入錯誤、缺少或多餘，請與證書核對。', unknown: '找不到使用此驗證碼的證書。',
        valid: '證書真實，且在有效期內', ended: '證書真實，但已於 {0} 到期', superseded: '證書真實，但已於 {0} 由新證書取代', revoked: '證書已於 {0} 撤銷，不再有效',
        person: '姓名（已遮蔽部分）', position: '崗位', house: '核發單位', issued: '核發日期', until: '有效期至', unlimited: '長期有效', met: '已達成的要求', hash: '數位指紋：',
        exam: '{0}（第 {1} 版）：{2}，{3}', documents: '制度文件閱讀確認：{0} 份，最近一次 {1}', noDocuments: '制度文件閱讀確認：{0} 份', calls: '跟聽通話：{0} 通，每通不低於 {1}，最近一通 {2}', 'sign-off': '{0} 於 {1} 簽核',
        compare: '請與證書逐項核對；如有不一致，表示證書內容曾被更動。',
        TOO_MANY_REQUESTS: '查驗過於頻繁，請一分鐘後再試。', offline: '無法連線到伺服器，請稍後重試。', unexpected: '伺服器發生錯誤，請稍後重試。'
    }
};
