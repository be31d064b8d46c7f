/** The name of a file in a zip, as it is meant. Names without the sign for UTF-8 were read byte by byte: Windows in Chinese writes GBK. */
export function readableName(name: string): string {
    if (!/[\u0080-\u00ff]/.test(name) || /[^\u0000-\u00ff]/.test(name)) {
        return name;
    }
    const bytes = Buffer.from(name, 'latin1');
    for (const encoding of ['utf-8', 'gb18030'] as const) {
        try {
            return new TextDecoder(encoding, { fatal: true }).decode(bytes);
        } catch { /* the next one */ }
    }
    return name;
}
