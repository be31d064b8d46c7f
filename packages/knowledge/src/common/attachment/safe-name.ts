import { attachmentLimits } from './attachment-contract';

/** Without folders and characters that some file system does not take, and with the ending of what it really is. */
export function safeName(name: string, ending: string): string {
    const plain = [...name.normalize('NFC').slice(name.search(/[^\\/]*$/)).replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')].slice(0, attachmentLimits.name - 10).join('').trim();
    const stem = plain.replace(/\.[a-z0-9]{1,8}$/i, '').replace(/^\.+/, '').trim() || 'file';
    const kept = ending === 'txt' ? /\.(txt|csv|tsv|md|log|json|ics|vcf)$/i.exec(plain)?.[1]?.toLowerCase() : ending === 'jpg' ? /\.(jpe?g)$/i.exec(plain)?.[1]?.toLowerCase() : undefined;
    return `${stem}.${kept ?? ending}`;
}
