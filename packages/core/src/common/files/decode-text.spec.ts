import { expect, it } from 'vitest';
import { decodeText } from './decode-text';

const utf16 = (text: string, mark = true): Uint8Array => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();
/** 您好，请问银行卡丢了怎么办？ as GB 18030; 您好，請問信用卡不見了怎麼辦？ as Big5 */
const simplified = Buffer.from('c4fabac3a3acc7ebcecad2f8d0d0bfa8b6aac1cbd4f5c3b4b0eca3bf', 'hex');
const traditional = Buffer.from('b17aa66ea141bdd0b0ddab48a5cea564a4a3a8a3a446abe7bbf2bfeca148', 'hex');

it('reads by the byte order mark', () => {
    expect(decodeText(Buffer.from('\uFEFF挂失'))).toEqual({ text: '挂失', encoding: 'utf-8' });
    expect(decodeText(utf16('挂失'))).toEqual({ text: '挂失', encoding: 'utf-16le' });
    expect(decodeText(swapped(utf16('挂失')))).toEqual({ text: '挂失', encoding: 'utf-16be' });
});
it('knows UTF-8, and UTF-16 without a mark', () => {
    expect(decodeText(Buffer.from('plain'))).toEqual({ text: 'plain', encoding: 'utf-8' });
    expect(decodeText(Buffer.from('額度 café'))).toEqual({ text: '額度 café', encoding: 'utf-8' });
    expect(decodeText(utf16('title,answer\n', false)).encoding).toBe('utf-16le');
    expect(decodeText(swapped(utf16('title,answer\n', false))).encoding).toBe('utf-16be');
});
it('tells GB 18030 from Big5 by what reads like Chinese', () => {
    expect(decodeText(simplified)).toEqual({ text: '您好，请问银行卡丢了怎么办？', encoding: 'gb18030' });
    expect(decodeText(traditional)).toEqual({ text: '您好，請問信用卡不見了怎麼辦？', encoding: 'big5' });
});
it('never fails', () => {
    expect(decodeText(new Uint8Array([0x81]))).toEqual({ text: '\uFFFD', encoding: 'gb18030' });
    expect(decodeText(new Uint8Array()).text).toBe('');
});
