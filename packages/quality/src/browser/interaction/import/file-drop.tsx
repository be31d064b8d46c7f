import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { carriesFiles, droppedFiles, Icon } from '@earshot/core/lib/browser/widgets';

/** Takes files that are dropped anywhere in the window while the page is shown, and says so while they are dragged over it. */
export function FileDrop({ onFiles }: { onFiles(files: readonly File[]): void }): React.ReactElement | null {
    const [over, setOver] = React.useState(false);
    const latest = React.useRef(onFiles);
    latest.current = onFiles;
    React.useEffect(() => {
        let depth = 0;
        const during = (event: DragEvent, by: 1 | 0 | -1): void => {
            if (carriesFiles(event.dataTransfer)) {
                event.preventDefault();
                depth = Math.max(0, depth + by);
                setOver(depth > 0);
            }
        };
        const enter = (event: DragEvent): void => during(event, 1);
        const move = (event: DragEvent): void => during(event, 0);
        const leave = (event: DragEvent): void => during(event, -1);
        const drop = (event: DragEvent): void => {
            if (carriesFiles(event.dataTransfer)) {
                event.preventDefault();
                depth = 0;
                setOver(false);
                void droppedFiles(event.dataTransfer!).then(files => { if (files.length > 0) { latest.current(files.map(each => each.file)); } });
            }
        };
        const handlers: readonly (readonly [string, (event: DragEvent) => void])[] = [['dragenter', enter], ['dragover', move], ['dragleave', leave], ['drop', drop]];
        handlers.forEach(([name, handler]) => document.addEventListener(name, handler as EventListener));
        return () => handlers.forEach(([name, handler]) => document.removeEventListener(name, handler as EventListener));
    }, []);
    return over ? <div className='q-drop' aria-hidden='true'>
        <div className='q-drop-text'><Icon name='cloud-upload' />{nls.localize('earshot/quality/import/drop', 'Drop the recordings to import them')}</div>
    </div> : null;
}
