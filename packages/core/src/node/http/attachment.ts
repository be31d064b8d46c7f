/** What may stand in the name of a file everywhere. */
const safe = (name: string): string => name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '-').replace(/^\.+/, '').trim().slice(0, 120) || 'file';

const percent = (name: string): string => encodeURIComponent(Buffer.from(name).toString()).replace(/['()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The value of Content-Disposition for bytes that are to be saved (RFC 6266): the name in any script, and one in ASCII for those who know no other.
 * @param ending without dot
 */
export function attachment(name: string, ending: string): string {
    const whole = `${safe(name)}.${ending}`;
    return `attachment; filename="${whole.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${percent(whole)}`;
}
