/** How a part of an article is written: one line, one entry a line, plain words to be read out, or Markdown. */
export type PartForm = 'line' | 'lines' | 'spoken' | 'markdown';

/** Text by language of the article. */
export type TemplateText = Readonly<Record<ArticleLanguage, string>>;

export const articleLanguages = ['zh-cn', 'zh-tw', 'en'] as const;
export type ArticleLanguage = typeof articleLanguages[number];

export interface ArticlePart {
    /** Name in the stored content; the browser has a word for it. */
    readonly id: string;
    readonly form: PartForm;
    /** Without it the article cannot be submitted for review. */
    readonly required: boolean;
    /** What a new article begins with. */
    readonly template?: TemplateText;
}

export const articleKindIds = ['faq', 'product-fact', 'complaint-handling', 'survey-plan', 'link-collection'] as const;
export type ArticleKindId = typeof articleKindIds[number];

/** What an article of a kind consists of, in the order in which it is read. The first spoken part is the short answer. */
export interface ArticleKind {
    readonly id: ArticleKindId;
    readonly parts: readonly ArticlePart[];
}

const similar: ArticlePart = { id: 'similar', form: 'lines', required: false };
const short = (required = true): ArticlePart => ({ id: 'short', form: 'spoken', required });
const sources = (required = false): ArticlePart => ({ id: 'sources', form: 'lines', required });
const markdown = (id: string, required: boolean, template?: TemplateText): ArticlePart => ({ id, form: 'markdown', required, ...(template ? { template } : {}) });

export const articleKinds: readonly ArticleKind[] = [
    { id: 'faq', parts: [similar, short(), markdown('full', true), sources()] },
    {
        id: 'product-fact', parts: [
            similar, short(),
            markdown('facts', true, {
                'zh-cn': '| 项目 | 内容 |\n| --- | --- |\n| 适用客户 |  |\n| 费用 |  |\n| 限额 |  |\n',
                'zh-tw': '| 項目 | 內容 |\n| --- | --- |\n| 適用客戶 |  |\n| 費用 |  |\n| 限額 |  |\n',
                en: '| Item | Value |\n| --- | --- |\n| Who can have it |  |\n| Fees |  |\n| Limits |  |\n'
            }),
            markdown('conditions', false), sources(true)
        ]
    },
    {
        id: 'complaint-handling', parts: [
            similar, short(),
            markdown('classify', true),
            markdown('grade', true, {
                'zh-cn': '| 等级 | 何时 | 答复时限 |\n| --- | --- | --- |\n| 一般 |  |  |\n| 重要 |  |  |\n| 重大 |  |  |\n',
                'zh-tw': '| 等級 | 何時 | 答覆時限 |\n| --- | --- | --- |\n| 一般 |  |  |\n| 重要 |  |  |\n| 重大 |  |  |\n',
                en: '| Grade | When | Answer within |\n| --- | --- | --- |\n| Ordinary |  |  |\n| Serious |  |  |\n| Critical |  |  |\n'
            }),
            markdown('offer', true), markdown('escalate', true), sources()
        ]
    },
    {
        id: 'survey-plan', parts: [
            short(), markdown('sample', true),
            markdown('questions', true, { 'zh-cn': '1. \n2. \n3. \n', 'zh-tw': '1. \n2. \n3. \n', en: '1. \n2. \n3. \n' }),
            markdown('schedule', true), markdown('follow-up', false), sources()
        ]
    },
    { id: 'link-collection', parts: [short(false), markdown('links', true, { 'zh-cn': '- [名称](https://)\n', 'zh-tw': '- [名稱](https://)\n', en: '- [Name](https://)\n' })] }
];

/** @throws Error for a kind that there is none of; input is checked before. */
export const articleKind = (id: ArticleKindId): ArticleKind => {
    const found = articleKinds.find(each => each.id === id);
    if (!found) {
        throw new Error(`There is no kind of article '${id}'.`);
    }
    return found;
};
