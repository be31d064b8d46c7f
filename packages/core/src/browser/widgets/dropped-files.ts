/** A file, and where it stands in the folder that it was taken from: its name where it was taken by itself. */
export interface PlacedFile { readonly file: File; readonly path: string }

/** What systems and archives leave behind beside what people keep. */
const isLitter = (name: string): boolean => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini' || name === '__MACOSX';

/** Whether files are being dragged, rather than text or a link. */
export const carriesFiles = (transfer: DataTransfer | null): boolean => Boolean(transfer?.types.includes('Files'));

/** The files that were dropped; folders are opened. */
export async function droppedFiles(transfer: DataTransfer): Promise<PlacedFile[]> {
    // the items are gone after the event: entries are taken at once
    const entries = [...transfer.items ?? []].filter(each => each.kind === 'file').map(each => each.webkitGetAsEntry?.() ?? null);
    const plain = [...transfer.files].map((file): PlacedFile => ({ file, path: file.name }));
    if (!entries.some(each => each?.isDirectory)) {
        return plain.filter(each => !isLitter(each.file.name));
    }
    const nested = await Promise.all(entries.map((entry, index) => entry?.isDirectory ? filesIn(entry as FileSystemDirectoryEntry, entry.name) : Promise.resolve(plain[index] ? [plain[index]] : [])));
    return nested.flat().filter(each => !isLitter(each.file.name));
}

/** The files that were chosen, by a folder or one by one. */
export const chosenFiles = (files: Iterable<File>): PlacedFile[] =>
    [...files].map(file => ({ file, path: file.webkitRelativePath || file.name })).filter(each => !each.path.split('/').some(isLitter));

async function filesIn(folder: FileSystemDirectoryEntry, path: string): Promise<PlacedFile[]> {
    const reader = folder.createReader();
    const entries: FileSystemEntry[] = [];
    for (let batch = await read(reader); batch.length > 0; batch = await read(reader)) {
        entries.push(...batch); // a reader gives a hundred at a time
    }
    const nested = await Promise.all(entries.filter(each => !isLitter(each.name)).map(each => each.isDirectory ? filesIn(each as FileSystemDirectoryEntry, `${path}/${each.name}`)
        : new Promise<PlacedFile[]>((resolve, reject) => (each as FileSystemFileEntry).file(file => resolve([{ file, path: `${path}/${each.name}` }]), reject))));
    return nested.flat();
}

const read = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
