import type { PlacedFile } from '@earshot/core/lib/browser/widgets';
import { zip, type AsyncZippable } from 'fflate';

/** What is sent: one file as it is, several as one zip that keeps their folders. @throws what a file that cannot be read throws */
export async function asOneFile(files: readonly PlacedFile[], name: string): Promise<File> {
    if (files.length === 1) {
        return files[0]!.file;
    }
    const entries: AsyncZippable = {};
    for (const { file, path } of files) {
        entries[freePath(entries, path)] = new Uint8Array(await file.arrayBuffer());
    }
    const packed = await new Promise<Uint8Array>((resolve, reject) => { zip(entries, { level: 6 }, (error, bytes) => error ? reject(error) : resolve(bytes)); });
    return new File([packed as Uint8Array<ArrayBuffer>], `${name}.zip`);
}

/** Files of one name that were chosen in different folders, one by one, stand in folders of their own: links to what lies beside them stay as they are. */
function freePath(taken: AsyncZippable, path: string): string {
    for (let number = 2, free = path; ; number++) {
        if (!Object.hasOwn(taken, free)) {
            return free;
        }
        free = `${number}/${path}`;
    }
}
