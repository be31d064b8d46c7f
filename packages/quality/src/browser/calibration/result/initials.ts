/** At most three characters for a name: first letters, or the given name where names are written in Chinese characters. */
export function initialsOf(name: string): string {
    const plain = name.replace(/\(.*\)|（.*）/g, '').trim();
    if (/^[\p{Script=Han}·]+$/u.test(plain)) {
        return plain.length > 2 ? plain.slice(-2) : plain;
    }
    const words = plain.split(/[\s-]+/).filter(Boolean);
    return (words.length > 1 ? words.map(each => [...each][0]).join('') : plain).slice(0, words.length > 1 ? 3 : 2).toUpperCase();
}
