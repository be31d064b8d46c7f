import * as React from '@theia/core/shared/react';

/** Opens the browser's choice of files. `input` must stand somewhere on the page. */
export function useFilePicker(onFiles: (files: readonly File[]) => void): { pick(): void; readonly input: React.ReactElement } {
    const ref = React.useRef<HTMLInputElement>(null);
    return {
        pick: () => ref.current?.click(),
        input: <input ref={ref} type='file' multiple hidden accept='audio/*,.wav,.mp3,.flac,.ogg,.opus,.webm,.amr,.awb,.gsm,.g722,.g729,.m4a,.aac,.wma,.vox,.au' onChange={event => {
            const files = [...event.target.files ?? []];
            event.target.value = ''; // the same file can be chosen again
            if (files.length > 0) {
                onFiles(files);
            }
        }} />
    };
}
