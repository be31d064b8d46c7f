/**
 * Characters of which the simplified form is not used in Traditional Chinese, and the traditional form not in Simplified
 * Chinese; pairs with a form that both use (后, 里, 只, 台 …) are left out. From the Unihan database's kSimplifiedVariant and
 * kTraditionalVariant, those that turn up in programs.
 */
const pairs = `
这這个個们們来來说說话話语語评評质質检檢录錄员員务務时時间間门門问問题題学學习習试試计計设設认認证證误誤请請调調谁誰该該详詳课課谢謝议議论論记記
讯訊许許访訪词詞译譯读讀变變让讓识識诉訴诊診诚誠谈談谓謂负負责責贡貢财財败敗货貨购購费費资資赛賽赢贏车車转轉软軟轮輪较較载載辑輯输輸边邊达達
过過运運还還进進远遠违違连連迟遲选選递遞遗遺邮郵释釋针針钥鑰钮鈕链鏈销銷锁鎖错錯键鍵长長闭閉闻聞队隊阶階际際陆陸险險随隨隐隱难難页頁项項顺順
须須预預领領频頻颜顏额額风風馈饋验驗驳駁图圖圆圓场場块塊声聲处處备備够夠头頭奖獎实實宽寬对對导導将將尝嘗层層属屬岁歲师師带帶帮幫应應开開张張
归歸当當径徑总總战戰户戶扩擴扫掃护護报報担擔拟擬择擇换換据據损損摄攝断斷旧舊显顯晓曉权權条條极極构構标標样樣档檔栏欄桥橋楼樓欢歡残殘没沒测測
济濟浏瀏润潤满滿滚滾灵靈点點热熱爱愛状狀独獨环環现現电電画畫疗療监監盘盤码碼确確离離种種积積称稱竞競笔筆签簽简簡类類级級纠糾红紅约約纪紀线線
练練组組细細终終经經结結绕繞给給络絡统統继繼续續维維综綜编編缩縮网網罗羅罚罰职職联聯胜勝脑腦节節获獲营營虑慮补補规規视視览覽觉覺触觸订訂训訓
响響听聽启啟单單卖賣厅廳历歷压壓发發号號吗嗎团團坏壞执執动動励勵势勢区區协協华華亲親从從仅僅价價众眾优優会會传傳伤傷体體侧側债債倾傾偿償储儲
儿兒关關养養写寫农農决決况況净淨减減击擊则則刚剛创創删刪剧劇办辦劳勞专專业業东東丢丟两兩严嚴丰豐临臨为為举舉义義乐樂乱亂书書买買争爭产產亿億`;

const characters = [...pairs.replace(/\s/g, '')];
const simplifiedOnly = new Set(characters.filter((_, index) => index % 2 === 0));
const traditionalOnly = new Set(characters.filter((_, index) => index % 2 === 1));

/** The characters of a text that do not belong to the language's script. */
export const foreignCharacters = (language, text) => {
    const foreign = language === 'zh-tw' ? simplifiedOnly : traditionalOnly;
    return [...new Set(text)].filter(each => foreign.has(each));
};
