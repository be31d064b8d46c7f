import { zip, type AsyncZippable } from 'fflate';

/** What is sent: one file as it is, several as one zip that keeps their folders. @throws what a file that cannot be read throws */
export async function asOneFile(files: readonly File[], name: string): Promise<File> {
    if (files.length === 1) {
        return files[0]!;
    }
    const entries: AsyncZippable = {};
    for (const each of files) {
        entries[each.webkitRelativePath || each.name] = new Uint8Array(await each.arrayBuffer());
    }
    const packed = await new Promise<Uint8Array>((resolve, reject) => { zip(entries, { level: 6 }, (error, bytes) => error ? reject(error) : resolve(bytes)); });
    return new File([packed as Uint8Array<ArrayBuffer>], `${name}.zip`);
}
