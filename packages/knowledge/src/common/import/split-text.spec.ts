import { expect, it } from 'vitest';
import { leadingTitle, splitText } from './split-text';

it('begins anew at each heading of the level or above', () => {
    expect(splitText('before\n# One\na\n## Below\nb\n# **Two** {#two}\n```\n# code\n```\n', 1)).toEqual([
        { title: undefined, text: 'before' }, { title: 'One', text: 'a\n## Below\nb' }, { title: 'Two', text: '```\n# code\n```' }
    ]);
    expect(splitText('# One\n## Below\nb', 2).map(each => each.title)).toEqual(['One', 'Below']);
    expect(splitText('no heading', 1)).toEqual([{ title: undefined, text: 'no heading' }]);
});
it('takes the heading at the beginning for the title', () => {
    expect(leadingTitle('\n# 挂失 [卡](x.md) #\n\ntext')).toEqual({ title: '挂失 卡', text: 'text' });
    expect(leadingTitle('Old style\n===\n\ntext')).toEqual({ title: 'Old style', text: 'text' });
    expect(leadingTitle('## Second\ntext')).toEqual({ title: undefined, text: '## Second\ntext' });
});
