/** Files that hold no sound but lie beside recordings: what systems and archives leave behind. */
const isLitter = (name: string): boolean => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini' || name === '__MACOSX';

/** Whether files are being dragged, rather than text or a link. */
export const carriesFiles = (transfer: DataTransfer | null): boolean => Boolean(transfer?.types.includes('Files'));

/** The files that were dropped; folders are opened. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
    // the items are gone after the event: entries are taken at once
    const entries = [...transfer.items].map(each => each.webkitGetAsEntry?.() ?? null);
    const plain = [...transfer.files];
    const nested = await Promise.all(entries.map((entry, index) => entry?.isDirectory ? filesIn(entry as FileSystemDirectoryEntry) : Promise.resolve(plain[index] ? [plain[index]] : [])));
    return nested.flat().filter(each => !isLitter(each.name));
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
    const reader = folder.createReader();
    const entries: FileSystemEntry[] = [];
    for (let batch = await read(reader); batch.length > 0; batch = await read(reader)) {
        entries.push(...batch); // a reader gives a hundred at a time
    }
    const nested = await Promise.all(entries.filter(each => !isLitter(each.name)).map(each => each.isDirectory ? filesIn(each as FileSystemDirectoryEntry)
        : new Promise<File[]>((resolve, reject) => (each as FileSystemFileEntry).file(file => resolve([file]), reject))));
    return nested.flat();
}

const read = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
