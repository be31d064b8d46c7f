import { expect, it } from 'vitest';
import { findPassage, passageOf } from './find-passage';

const text = '年费为二百元。首年免年费。次年起，刷满六笔免年费。';
const last = passageOf('full', text, text.lastIndexOf('免年费'), text.lastIndexOf('免年费') + 3)!;

it('finds a passage by what stands around it, wherever it has gone', () => {
    expect(last).toMatchObject({ exact: '免年费', suffix: '。' });
    expect(findPassage(text, last)).toEqual({ start: last.start, end: last.start + 3 });
    const edited = `新增一句免年费。${text.replace('年费为二百元。', '')}`;
    expect(findPassage(edited, last)?.start).toBe(edited.lastIndexOf('免年费'));
    expect(findPassage('免费', last)).toBeUndefined();
});

it('takes the nearest of equal places', () => expect(findPassage('ab ab ab', { part: 'x', start: 3, exact: 'ab', prefix: '', suffix: '' })).toEqual({ start: 3, end: 5 }));

it('is none for blanks', () => expect(passageOf('full', 'a  b', 1, 3)).toBeUndefined());
