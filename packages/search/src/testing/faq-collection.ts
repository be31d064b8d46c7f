import type { SearchDocument } from '../document';

/** A small knowledge base of a bank and a telephone company, in both scripts and in English, with questions and their answers' ids. */
type Row = readonly [id: string, category: string, title: string, text: string, questions?: readonly string[]];

const simplified: readonly Row[] = [
    ['s01', '信用卡', '信用卡丢了怎么办', '请立即拨打客服热线挂失，挂失后卡片不能再使用。补发新卡需要五个工作日，工本费十五元。', ['卡片遗失', '信用卡被偷']],
    ['s02', '信用卡', '如何提高临时额度', '登录手机银行，在“额度管理”里申请。临时额度最长有效三个月，到期自动恢复。'],
    ['s03', '信用卡', '信用卡年费怎样减免', '一年内刷卡消费满六次，次年年费免收；未达次数的，在账单日扣收。'],
    ['s04', '信用卡', '最低还款额是多少', '最低还款额为账单金额的百分之十。只还最低，余下的部分按日计息。'],
    ['s05', '账户', '忘记登录密码', '在登录页点“忘记密码”，用预留手机号接收验证码，再设置新的密码。', ['密码想不起来了']],
    ['s06', '账户', '更换预留手机号', '本人带身份证到网点柜台办理；旧号码还能接短信的，也可在手机银行自助更换。'],
    ['s07', '账户', '账户被冻结的原因', '连续输错密码、身份证过期、或司法机关要求，都会使账户冻结。请先查询冻结类型。'],
    ['s08', '转账', '跨行转账多久到账', '实时转账一般几分钟内到账；选择次日到账的，可以在到账前撤销。'],
    ['s09', '转账', '转错账如何撤回', '普通转账二十四小时内可以申请撤销；资金已经入账的，需要联系收款人退回。'],
    ['s10', '贷款', '提前还清房贷要违约金吗', '还款满一年后提前还清，不收违约金；未满一年的，收取剩余本金的百分之一。'],
    ['s11', '宽带', '宽带上不了网', '先看光猫的指示灯：红灯亮说明线路断了，请报修；指示灯正常，请重启路由器。', ['断网', '网络连不上']],
    ['s12', '宽带', '宽带移机怎么收费', '同城移机收取一百元上门费，工程师会在四十八小时内与您预约时间。'],
    ['s13', '套餐', '国际漫游怎样开通', '发送短信“KTGJMY”到服务号即可开通；出境前请确认余额，回国后自动关闭。'],
    ['s14', '套餐', '流量用完了会怎样', '超出套餐的流量按每兆字节计费，达到封顶金额后当月停止上网。'],
    ['s15', '投诉', '投诉处理的时限', '一般投诉在三个工作日内答复；需要跨部门调查的，十五天内给出解决方案。'],
    ['s16', '投诉', '怎样申请退款', '在订单页面提交退款申请，审核通过后，款项原路退回，到账需一至七天。', ['把钱退给我']],
    ['s17', '发票', '如何开具电子发票', '缴费成功后，在“我的账单”里填写抬头和税号，发票会发到您的邮箱。'],
    ['s18', '发票', '发票抬头写错了', '电子发票开具当月可以冲红重开，跨月的需要提供情况说明。'],
    ['s19', '积分', '积分什么时候过期', '积分自产生之日起两年有效，年底清零前会以短信提醒。'],
    ['s20', '积分', '积分兑换礼品', '进入积分商城，选择礼品并填写收货地址；兑换后不能取消。']
];

const traditional: readonly Row[] = [
    ['t01', '保險', '保單借款如何申請', '帶保單與身分證件到服務中心，或透過線上平臺辦理，款項隔日撥入約定帳戶。'],
    ['t02', '保險', '理賠需要哪些文件', '請準備理賠申請書、診斷證明、收據正本，郵寄至理賠部；審核約十個工作天。', ['住院可以理賠嗎']],
    ['t03', '保險', '變更受益人', '由要保人填寫變更申請書並親自簽名，寄回公司後三天內生效。'],
    ['t04', '證券', '股票交割款不足', '成交後第二個營業日上午十點以前，請把交割款存入帳戶，否則視為違約交割。'],
    ['t05', '證券', '零股交易時間', '盤中零股自上午九點至下午一點三十分；盤後零股於下午兩點半撮合。'],
    ['t06', '證券', '電子憑證過期了', '登入網站，點選「憑證中心」，輸入生日與簡訊驗證碼即可展延。'],
    ['t07', '網路', '無線訊號很弱', '請把分享器移到空曠的地方，並改用五吉赫頻段；仍不改善可加裝訊號延伸器。'],
    ['t08', '網路', '安裝光纖要多久', '查詢大樓是否有管線後，一般於七天內派工，安裝約兩小時。'],
    ['t09', '帳單', '帳單金額有疑問', '請於收到帳單後三十天內提出，我們會查核通話明細並書面回覆。', ['為什麼多扣錢']],
    ['t10', '帳單', '申請電子帳單', '於會員專區勾選電子帳單並填入電子信箱，下期起不再寄送紙本。'],
    ['t11', '會員', '刪除會員資料', '依個人資料保護法，您可以書面要求刪除；有未結清款項時須先結清。'],
    ['t12', '會員', '會員等級怎麼計算', '依最近十二個月的消費總額分為三級，每年一月重新計算。'],
    ['t13', '客服', '客服中心的服務時間', '電話客服每天上午八點到晚上十點；文字客服二十四小時不打烊。'],
    ['t14', '客服', '想跟真人客服講話', '於語音選單按零，或在對話視窗輸入「轉接專員」。'],
    ['t15', '出貨', '商品什麼時候寄出', '付款完成後兩個工作天內出貨，遇到連續假期順延。'],
    ['t16', '出貨', '收到的商品有瑕疵', '請於七天鑑賞期內拍照上傳，我們會派人取回並補寄新品。', ['東西壞了要換']]
];

const english: readonly Row[] = [
    ['e01', 'cards', 'My card has not arrived', 'New cards are sent by post and take five to eight working days. If yours is later than that, order a replacement in the app.'],
    ['e02', 'cards', 'Activate a new card', 'Open the app, choose the card and tap Activate. The old one stops working at once.'],
    ['e03', 'cards', 'Contactless payment was declined', 'After several contactless purchases in a row, the terminal asks for the PIN. Insert the card once and it works again.'],
    ['e04', 'cards', 'Report a stolen card', 'Freeze the card in the app, then call us. We cancel it and refund purchases that you did not make.'],
    ['e05', 'account', 'Reset your passcode', 'Tap Forgot passcode on the sign-in screen and confirm your identity with a short video.', ['I cannot log in']],
    ['e06', 'account', 'Close my account', 'Move the remaining balance elsewhere, then choose Close account in the settings. Statements stay available for six years.'],
    ['e07', 'account', 'Change my address', 'Update the address in your profile and upload a utility bill that is less than three months old.'],
    ['e08', 'transfers', 'A transfer is still pending', 'Transfers within the country settle the same day. International payments may take up to five days.'],
    ['e09', 'transfers', 'Cancel a transfer', 'A scheduled transfer can be cancelled until midnight of the day before. One that was sent cannot.'],
    ['e10', 'transfers', 'Exchange rate for foreign currencies', 'We use the interbank rate and add nothing on weekdays; at weekends a markup of half a percent applies.'],
    ['e11', 'fees', 'Fees for withdrawing cash', 'Withdrawals are free up to two hundred a month. Above that we charge two percent.'],
    ['e12', 'fees', 'Why was I charged twice', 'One of the two entries is usually an authorisation that disappears after a week. If both stay, dispute the second.'],
    ['e13', 'refunds', 'When will I get my refund', 'Merchants need up to ten days. If it has not shown up by then, send us the receipt.'],
    ['e14', 'refunds', 'Return an item bought online', 'Print the label, attach it to the parcel and drop it at any shop. The refund follows when the parcel is scanned.'],
    ['e15', 'internet', 'Wi-Fi keeps disconnecting', 'Restart the router, move it away from the microwave, and update the firmware.'],
    ['e16', 'internet', 'How fast is my broadband', 'Run the speed test with a cable. Over Wi-Fi the result depends on walls and neighbours.'],
    ['e17', 'complaints', 'Make a complaint', 'Write to us or phone. You receive a reference number at once and an answer within fifteen days.'],
    ['e18', 'complaints', 'Escalate an unresolved complaint', 'If our final answer does not satisfy you, the ombudsman looks at it free of charge.'],
    ['e19', 'travel', 'Use my phone abroad', 'Switch roaming on before you leave. Within the zone, calls and data are taken from your plan.'],
    ['e20', 'travel', 'Travel insurance with the card', 'Trips paid with the card are insured for ninety days, including delays and lost luggage.']
];

const updated = Date.UTC(2025, 0, 1);

const documentsOf = (rows: readonly Row[], language: string): SearchDocument[] => rows.map(([id, category, title, text, questions], index) =>
    ({ id, kind: 'article', language, category, audience: ['everyone'], updatedAt: updated + index, fields: { title, text, questions } }));

export const faqDocuments: readonly SearchDocument[] = [
    ...documentsOf(simplified, 'zh-Hans'), ...documentsOf(traditional, 'zh-Hant'), ...documentsOf(english, 'en')
];

export interface FaqQuery {
    readonly text: string;
    /** id of the answer */
    readonly answer: string;
}

const queries = (pairs: Readonly<Record<string, string>>): FaqQuery[] => Object.entries(pairs).map(([text, answer]) => ({ text, answer }));

/** As somebody would ask, in other words than the title's where people do. */
export const faqQueries = {
    chinese: queries({
        信用卡丢失了: 's01', 想提升信用卡的额度: 's02', 年费能不能不收: 's03', 只还最低还款行吗: 's04', 密码忘了登录不了: 's05', 换手机号码: 's06', 账户为什么冻结: 's07',
        跨行汇款什么时候到账: 's08', 转账转错了能撤回吗: 's09', 房贷提前还清: 's10', 家里断网了: 's11', 搬家宽带怎么移: 's12', 出国漫游: 's13', 流量超了怎么计费: 's14',
        投诉多久答复: 's15', 申请退款几天到账: 's16', 电子发票怎么开: 's17', 抬头错了重开发票: 's18', 积分会过期吗: 's19',
        保單可以借錢嗎: 't01', 理賠要準備什麼: 't02', 換受益人: 't03', 交割款不夠: 't04', 憑證到期: 't06', 訊號不好: 't07', 光纖安裝: 't08', 帳單有問題: 't09', 電子帳單: 't10',
        刪除我的資料: 't11', 客服幾點下班: 't13', 找真人專員: 't14', 幾天會出貨: 't15', 商品有瑕疵: 't16'
    }),
    english: queries({
        'where is my new card': 'e01', 'activating card': 'e02', 'contactless not working': 'e03', 'my card was stolen': 'e04', 'forgot my passcode': 'e05', 'closing the account': 'e06',
        'moved to a new address': 'e07', 'transfer pending for days': 'e08', 'cancelling a scheduled transfer': 'e09', 'exchange rates weekend': 'e10', 'cash withdrawal fee': 'e11',
        'charged two times': 'e12', 'refund not received': 'e13', 'returning a parcel': 'e14', 'wifi wi-fi drops': 'e15', 'speed of broadband': 'e16', 'how do I complain': 'e17',
        'ombudsman': 'e18', 'roaming abroad': 'e19', 'lost luggage insurance': 'e20'
    }),
    /** the other script than the document's */
    crossScript: queries({
        信用卡遺失: 's01', 臨時額度: 's02', 登錄密碼忘記: 's05', 賬戶凍結: 's07', 房貸違約金: 's10', 寬帶移機: 's12', 國際漫遊: 's13', 申請退款: 's16', 電子發票擡頭: 's18', 積分兌換: 's20',
        保单借款: 't01', 理赔文件: 't02', 变更受益人: 't03', 零股交易: 't05', 无线讯号: 't07', 安装光纤: 't08', 账单金额疑问: 't09', 删除会员资料: 't11', 客服中心服务时间: 't13'
    }),
    typos: queries({
        'contactles payment declined': 'e03', 'stollen card': 'e04', 'exhange rate': 'e10', 'withdrawl fees': 'e11', 'refnud when': 'e13', 'brodband speed': 'e16', 'ombudsmen': 'e18',
        'travel insurence': 'e20', 'activte new card': 'e02', 'complaimt escalate': 'e18'
    }),
    pinyin: queries({
        xinyongkadiule: 's01', 'lin shi e du': 's02', nianfei: 's03', wangjidenglumima: 's05', khzhuanzhang: 's08', gjmy: 's13', 'dian zi fa piao': 's17', jifenduihuan: 's20',
        baodanjiekuan: 't01', lpxyn: 't02', bgsyr: 't03', linggujiaoyi: 't05'
    })
};
