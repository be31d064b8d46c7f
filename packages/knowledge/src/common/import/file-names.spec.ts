import { expect, it } from 'vitest';
import { endingOf, isLeftover, languageOfPath, linkedPath, readLanguage, safePath, stemOf } from './file-names';

it('lets no path lead out of the archive', () => {
    expect(['../x.md', 'a/../../x.md', '/etc/passwd', 'C:\\x.md', '\\\\server\\x.md', 'a/\u0000.md', '', './'].map(safePath)).toEqual(Array(8).fill(undefined));
    expect(['a\\b.md', './a//b.md', '银行卡/挂失.md', '..a/b..md'].map(safePath)).toEqual(['a/b.md', 'a/b.md', '银行卡/挂失.md', '..a/b..md']);
});
it('passes over what systems leave behind', () => expect(['__MACOSX/a.md', '.git/x', 'a/.DS_Store', 'a/b.md', 'Thumbs.db'].map(isLeftover)).toEqual([true, true, true, false, true]));
it('reads names', () => {
    expect(['a/b.MD', 'x.zh-cn.md', 'none'].map(endingOf)).toEqual(['md', 'md', '']);
    expect(['a/card_lost.zh-tw.md', '挂失.docx', 'en/v1.2.md'].map(stemOf)).toEqual(['card lost', '挂失', 'v1.2']);
    expect(['a.zh-tw.md', 'en/a.md', 'docs/zh_CN/deep/a.md', 'a.md', 'den/a.md'].map(languageOfPath)).toEqual(['zh-tw', 'en', 'zh-cn', undefined, undefined]);
    expect(['zh-Hant-HK', 'zh', 'EN-gb', '繁體中文', '简体', 'de'].map(readLanguage)).toEqual(['zh-tw', 'zh-cn', 'en', 'zh-tw', 'zh-cn', undefined]);
});
it('follows links between files', () => {
    expect(linkedPath('a/b/c.md', '../d.md#part')).toBe('a/d.md');
    expect(linkedPath('a/b.md', './%E6%8C%82%E5%A4%B1.md')).toBe('a/挂失.md');
    expect(linkedPath('a/b.md', '/root.md')).toBe('root.md');
    expect(linkedPath('a.md', '../x.md')).toBeUndefined();
    expect(linkedPath('a.md', '%E6%8.md')).toBeUndefined();
});
