/** What a later revision of an article changes, whose translations are behind since. */
export const sampleRevision = { was: '最低 30 元', is: '最低 20 元', note: '取现手续费按新价目表更新。' } as const;
