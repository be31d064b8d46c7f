/**
 * What is said in the sample calls. `a` is the agent, `c` the customer; `after` is the pause in seconds before a line begins
 * (negative: it begins while the other still speaks; long: the customer waits). Every name, number and event is made up.
 */
const a = (text, after = 0.5) => ({ who: 'agent', text, after });
const c = (text, after = 0.5) => ({ who: 'customer', text, after });

export const dialogues = [
    { id: 'SC-0001', voices: ['cmn-latn-pinyin+f3', 'cmn-latn-pinyin+m3'], file: 'mulaw', lines: [
        a('您好，灯塔银行客服中心，我是一零二一号，很高兴为您服务。', 0.8), c('你好，我的信用卡刚才丢了，想挂失。'), a('好的，您别着急，我马上帮您办理挂失。请问您的姓名？', 0.3), c('我叫陈建国。'),
        a('陈先生，为了您的账户安全，请提供身份证后四位。'), c('五二三七。'), a('核对无误，谢谢。卡片已经挂失，从现在起产生的交易由本行承担。新卡三个工作日内寄出。', 1.2), c('太好了，谢谢你。'), a('请问还有其他可以帮您的吗？'), c('没有了。'), a('感谢您的来电，祝您生活愉快，再见。') ] },
    { id: 'SC-0002', voices: ['cmn-latn-pinyin+f2', 'cmn-latn-pinyin+m1'], file: 'opus', lines: [
        a('您好，灯塔银行，请问有什么可以帮您？', 0.6), c('我这个月的账单为什么多了一笔两百块的年费？我上次已经说过不要了！', 0.3), a('先生您先别激动。', -1.2), c('我能不激动吗？你们每次都这样！', -0.4), a('非常抱歉给您带来不便。我帮您查一下，请稍等。', 0.6),
        a('感谢您的等待。系统显示上次申请的减免没有登记成功，这是我们的疏忽，我现在就为您退回。', 6.5), c('那什么时候能到账？'), a('两个工作日内退回您的信用卡账户，我会发短信给您确认。'), c('好吧，希望这次别再出问题了。'), a('我会跟进到底。再次向您道歉，再见。') ] },
    { id: 'SC-0003', voices: ['en-gb+f2', 'en-us+m2'], file: 'mulaw', lines: [
        a('Good afternoon, Lantern Bank, this is Grace speaking. How may I help you?', 0.7), c('Hi, I would like to raise my transfer limit to fifty thousand.'), a('Certainly. May I have your full name and date of birth, please?', 0.4), c('Daniel Wright, fourth of May, nineteen eighty one.'),
        a('Thank you, Mister Wright. A one time code has been sent to your phone. Please type it in, and do not read it out to me.', 0.8), c('Done.', 2.5), a('Thank you. Your new daily limit of fifty thousand is active from now on. It will appear in the app within five minutes.'), c('Perfect.'), a('Is there anything else I can do for you today?'), c('No, that is all.'), a('Thank you for calling Lantern Bank. Have a good day.') ] },
    { id: 'SC-0004', voices: ['en-us+f3', 'en-gb+m4'], file: 'opus', lines: [
        a('Lantern Bank, how can I help?', 0.6), c('I want to pay my bill by card over the phone.'), a('Sure, go ahead with the card number.', 0.3), c('Four one one one. One one one one. One one one one. One one one one.', 0.8), a('And the expiry date?'), c('Twelve, twenty nine.'), a('And the three digits on the back?', 0.3), c('One two three.'),
        a('Okay, that went through.', 4.0), c('Should I not have typed that in somewhere? I thought you were not allowed to ask for it.'), a('It is fine, we do it all the time. Bye now.', -0.3) ] },
    { id: 'SC-0005', voices: ['yue+f2', 'yue+m2'], file: 'opus', lines: [
        a('你好，燈塔銀行，我姓李，請問有咩可以幫到您？', 0.7), c('你好，我想查下張支票過咗數未。'), a('好嘅，請問您嘅戶口號碼尾四位係？', 0.4), c('八八三二。'), a('多謝您。請您等一等，我幫您查。'), a('唔好意思要您等。張支票今日下晝三點過數，聽朝就可以用。', 5.0), c('即係聽日九點後就攞得？'), a('冇錯，聽日九點之後就可以。仲有咩幫到您嗎？'), c('冇喇，唔該。'), a('多謝您嘅來電，再見。') ] },
    { id: 'SC-0006', voices: ['cmn-latn-pinyin+f4', 'cmn-latn-pinyin+m2'], file: 'opus', lines: [
        a('您好，燈塔銀行客服中心，敝姓林，很高興為您服務。', 0.7), c('你好，我想問一下定存到期要怎麼續存。'), a('好的，請問您要本金續存，還是本息一起續存呢？', 0.4), c('本息一起好了。'), a('了解。目前一年期的利率是百分之一點七，到期會自動轉存。請問您確認辦理嗎？'), c('確認。'), a('已經為您設定完成，稍後會寄電子郵件通知您。請問還有其他需要服務的地方嗎？', 1.0), c('沒有了，謝謝。'), a('謝謝您的來電，祝您順心。') ] },
    { id: 'SC-0007', voices: ['cmn-latn-pinyin+m4', 'cmn-latn-pinyin+f1'], file: 'gsm', lines: [
        a('您好，灯塔银行理财热线。', 0.6), c('我想买那个年化百分之八的产品，是保本的吗？'), a('是的是的，肯定保本，您放心买，我们从来没有亏过。', 0.3), c('真的吗？那我买二十万。'), a('好的，那我帮您下单，您在短信里回复确认就可以。', 0.4), c('要不要看什么文件？', 0.6), a('不用看了，都是格式文件。'), c('好吧。') ] },
    { id: 'SC-0008', voices: ['en-gb+m3', 'en-gb+f4'], file: 'mulaw', lines: [
        a('Good morning, Lantern Bank complaints desk, Henry speaking.', 0.6), c('I have been waiting three weeks for an answer to my complaint, and nobody calls me back.'), a('I am very sorry, that should not happen. May I have your complaint number?', 0.4), c('It is L B, two zero four four.'), a('Thank you. Please bear with me while I read the notes.'),
        a('Thank you for waiting. I can see that the branch has not answered us. I will call them today, and I will call you myself by five o clock tomorrow with a result.', 8.0), c('Will you really?'), a('I will. My direct number is on the message I am sending you now. If you are not satisfied you may also turn to the ombudsman, and I will tell you how.', 0.3), c('Thank you, Henry. That is the first time somebody took me seriously.'), a('Thank you for your patience. Goodbye.') ] },
    { id: 'SC-0009', voices: ['cmn-latn-pinyin+f1', 'cmn-latn-pinyin+m4'], file: 'opus', lines: [
        a('您好，灯塔银行，工号一零三三。', 0.6), c('你好，我手机银行登不进去。'), a('请问提示什么？'), c('说密码错误次数太多，已经锁定。'), a('明白。请先回答两个安全问题。您最近一次转账大概是多少钱？', 0.5), c('三百块，转给我妹妹。', 1.0), a('好的，核对通过。我已为您解锁，请您通过人脸识别重新设置密码。', 0.8), c('好，我试一下。'), c('可以了，谢谢！', 7.0), a('不客气。请不要把密码告诉任何人，包括银行工作人员。感谢来电，再见。') ] },
    { id: 'SC-0010', voices: ['en-us+f1', 'en-gb+m1'], file: 'mono', lines: [
        a('Lantern Bank, good evening, you are speaking with Ruth.', 0.6), c('Good evening. My card was declined in a shop in Osaka.'), a('I am sorry to hear that. Are you travelling at the moment?', 0.4), c('Yes, until Friday.'), a('Thank you. I can see that the payment looked unusual to our system. I have noted your journey, and the card works again.', 1.0), c('Great, I will try it again.'), a('If it is declined once more, please call the number on the back, at no cost to you, at any hour.'), c('Thank you very much.'), a('You are welcome. Enjoy Osaka.') ] },
    { id: 'SC-0011', voices: ['cmn-latn-pinyin+f3', 'cmn-latn-pinyin+m1'], file: 'opus', lines: [
        a('您好，灯塔银行客户回访，请问是王小姐吗？', 0.8), c('是我，什么事？'), a('占用您两分钟，想了解您对上次服务是否满意，本通话将会录音，可以吗？', 0.4), c('可以。'), a('一到五分，您给几分？'), c('四分吧。'), a('谢谢。请问哪里可以做得更好呢？'), c('等的时间有点长，其他都还好。'), a('谢谢您的宝贵意见，我们会改进。打扰您了，再见。') ] },
    { id: 'SC-0012', voices: ['cmn-latn-pinyin+m3', 'cmn-latn-pinyin+f2'], file: 'opus', lines: [
        a('您好，灯塔银行。', 0.6), c('救命，我刚才好像被骗了，对方让我把钱转到安全账户，我转了五万！', 0.2), a('您先别慌，听我说。', -0.8), c('怎么办怎么办，那是我妈的手术费！', -0.5), a('我现在立刻冻结这笔转账。请问是几点转的？', 0.2), c('就刚才，十分钟前。'), a('好，已经发起止付，成功的可能性很大。请您马上拨打一一零报警，案件编号告诉我们。', 1.5), c('好好好，谢谢。'), a('请不要再接对方电话。反诈专员十分钟内会联系您，我会一直跟进。您现在身边有人吗？'), c('有，我先生在。'), a('那就好。保持手机畅通，我们马上联系您。') ] }
];
