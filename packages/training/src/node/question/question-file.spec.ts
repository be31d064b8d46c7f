import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { formats, readQuestions } from '../../common/question-format/formats';
import { longestFile } from '../../common/question-format/question-format';
import { questionFileText, zipOfPackage } from './question-file';

const entry = { question: { kind: 'true-false', prompt: '挂失后立即止付。', points: 1, answer: true }, name: '挂失', category: '卡', tags: ['a'], externalId: 'q-1' } as const;
const refused = (code: string) => expect.objectContaining({ data: { problems: [{ path: 'file', code }] } });

it('brings a package back from its zip', async () => {
    const text = await questionFileText(zipOfPackage(formats.qti.write([entry]).text));
    expect(readQuestions('qti', text)).toMatchObject({ problems: [], questions: [{ ...entry, file: 'item-1.xml' }] });
});
it('reads other files in their encodings', async () => {
    expect(await questionFileText(Buffer.from('b9d2caa7bfa8c6acb5c4bfcdbba7c4fabac3', 'hex'))).toBe('挂失卡片的客户您好');
});
it('refuses archives that are broken, or hold too much', async () => {
    await expect(questionFileText(Buffer.from('PK\u0003\u0004 and no more', 'latin1'))).rejects.toEqual(refused('question-package-unreadable'));
    await expect(questionFileText(zipSync({ 'a.xml': Buffer.alloc(longestFile + 1, 32) }))).rejects.toEqual(refused('question-package-too-large'));
    await expect(questionFileText(zipSync({ 'a.bin': Buffer.alloc(21 * 1024 ** 2) }))).rejects.toEqual(refused('question-package-too-large'));
});
