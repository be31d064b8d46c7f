import { expect, it } from 'vitest';
import { attachmentLink, linkedAttachments, replaceAttachments, withoutAttachment } from './attachment-links';

const [one, other] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];

it('a file is named as text, a picture by what it shows', () => {
    expect(attachmentLink({ id: one, name: 'fees [2026].pdf', picture: false })).toBe(`[fees \\[2026\\].pdf](attachment:${one})`);
    expect(attachmentLink({ id: one, name: 'screen.png', picture: true })).toBe(`![screen](attachment:${one})`);
});

it('files of a text are found once each, in order', () =>
    expect(linkedAttachments([`![a](attachment:${other}) [b \\] c](attachment:${one})`, `![d](attachment:${other}) (attachment:${one.slice(1)})`])).toEqual([other, one]));

it('links become something else, or stay', () =>
    expect(replaceAttachments(`![a](attachment:${one}) [b](attachment:${other})`, ({ id, words, picture }) => id === one && picture ? `<${words}>` : undefined)).toBe(`<a> [b](attachment:${other})`));

it('a file goes with the line that it stood on alone', () => {
    expect(withoutAttachment(`Before\n\n![a](attachment:${one})\n\nAfter ![b](attachment:${one})!`, one)).toBe('Before\n\nAfter !');
    expect(withoutAttachment(`![a](attachment:${other})`, one)).toBe(`![a](attachment:${other})`);
});
