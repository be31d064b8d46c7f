import * as React from '@theia/core/shared/react';
import { flushSync } from '@theia/core/shared/react-dom';

/** Whether the page is being printed, or saved as a PDF. What is drawn for it is there before the paper is: the browser does not wait. */
export function usePrinting(): boolean {
    const [printing, setPrinting] = React.useState(false);
    React.useEffect(() => {
        const before = (): void => flushSync(() => setPrinting(true));
        const after = (): void => setPrinting(false);
        window.addEventListener('beforeprint', before);
        window.addEventListener('afterprint', after);
        return () => {
            window.removeEventListener('beforeprint', before);
            window.removeEventListener('afterprint', after);
        };
    }, []);
    return printing;
}
