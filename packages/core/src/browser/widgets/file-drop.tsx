import * as React from '@theia/core/shared/react';
import { Button } from './button';
import { chosenFiles, droppedFiles, type PlacedFile } from './dropped-files';

export interface FileDropProps {
    /** What is asked for, as a screen reader says it. */
    readonly label: string;
    /** On the button: `Choose a file`. */
    readonly choose: string;
    /** On a second button, where whole folders are taken: `Choose a folder`. A folder that is dropped is opened then, too. */
    readonly chooseFolder?: string;
    /** Beside it, as long as nothing is chosen: `or drop it here`. */
    readonly drop: string;
    /** What was chosen: usually its name. */
    readonly chosen?: string | undefined;
    /** Endings and media types, as `input` takes them. */
    readonly accept: string;
    readonly multiple?: boolean;
    readonly busy?: boolean;
    /** @param placed the same files with where they stand in the folder that they were taken from */
    onFiles(files: readonly File[], placed: readonly PlacedFile[]): void;
    /** What else stands there: a template to download. */
    readonly children?: React.ReactNode;
}

/** A place to choose files, or to drop them on: in the words of the product, where a browser's own input speaks those of the browser. */
export function FileDrop({ label, choose, chooseFolder, drop, chosen, accept, multiple = false, busy = false, onFiles, children }: FileDropProps): React.ReactElement {
    const input = React.useRef<HTMLInputElement>(null);
    const folder = React.useRef<HTMLInputElement | null>(null);
    const take = (all: readonly PlacedFile[]): void => {
        const placed = multiple ? all : all.slice(0, 1);
        if (placed.length) { onFiles(placed.map(each => each.file), placed); }
    };
    const takeDropped = (transfer: DataTransfer): void => {
        if (chooseFolder === undefined) {
            take(chosenFiles(transfer.files));
        } else {
            void droppedFiles(transfer).then(take);
        }
    };
    return <div className='e-drop' onDragOver={event => event.preventDefault()} onDrop={event => { event.preventDefault(); event.stopPropagation(); takeDropped(event.dataTransfer); }}>
        {/* emptied, so that the same file may be chosen once more after it was changed */}
        <input ref={input} type='file' multiple={multiple} accept={accept} className='e-hidden' tabIndex={-1} aria-label={label} onChange={event => { take(chosenFiles(event.target.files ?? [])); event.target.value = ''; }} />
        <Button icon='file' busy={busy} data-autofocus onClick={() => input.current?.click()}>{choose}</Button>
        {chooseFolder !== undefined && <>
            {/* the types of React know no folders */}
            <input ref={each => { folder.current = each; each?.setAttribute('webkitdirectory', ''); }} type='file' className='e-hidden' tabIndex={-1} aria-label={chooseFolder} onChange={event => { take(chosenFiles(event.target.files ?? [])); event.target.value = ''; }} />
            <Button icon='folder' busy={busy} onClick={() => folder.current?.click()}>{chooseFolder}</Button>
        </>}
        <span className='e-quiet'>{chosen ?? drop}</span>
        {children}
    </div>;
}
