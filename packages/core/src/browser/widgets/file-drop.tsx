import * as React from '@theia/core/shared/react';
import { Button } from './button';

export interface FileDropProps {
    /** What is asked for, as a screen reader says it. */
    readonly label: string;
    /** On the button: `Choose a file`. */
    readonly choose: string;
    /** Beside it, as long as nothing is chosen: `or drop it here`. */
    readonly drop: string;
    /** What was chosen: usually its name. */
    readonly chosen?: string | undefined;
    /** Endings and media types, as `input` takes them. */
    readonly accept: string;
    readonly multiple?: boolean;
    readonly busy?: boolean;
    onFiles(files: readonly File[]): void;
    /** What else stands there: a template to download. */
    readonly children?: React.ReactNode;
}

/** A place to choose files, or to drop them on: in the words of the product, where a browser's own input speaks those of the browser. */
export function FileDrop({ label, choose, drop, chosen, accept, multiple = false, busy = false, onFiles, children }: FileDropProps): React.ReactElement {
    const input = React.useRef<HTMLInputElement>(null);
    const take = (files: readonly File[]): void => { if (files.length) { onFiles(multiple ? files : files.slice(0, 1)); } };
    return <div className='e-drop' onDragOver={event => event.preventDefault()} onDrop={event => { event.preventDefault(); event.stopPropagation(); take([...event.dataTransfer.files]); }}>
        {/* emptied, so that the same file may be chosen once more after it was changed */}
        <input ref={input} type='file' multiple={multiple} accept={accept} className='e-hidden' tabIndex={-1} aria-label={label} onChange={event => { take([...event.target.files ?? []]); event.target.value = ''; }} />
        <Button icon='file' busy={busy} data-autofocus onClick={() => input.current?.click()}>{choose}</Button>
        <span className='e-quiet'>{chosen ?? drop}</span>
        {children}
    </div>;
}
