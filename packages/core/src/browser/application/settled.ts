import * as React from '@theia/core/shared/react';

/** A value once it has stayed the same for a moment: what is typed is not asked of the server letter by letter. */
export function useSettled<T>(value: T, milliseconds = 200): T {
    const [settled, setSettled] = React.useState(value);
    React.useEffect(() => {
        const timer = setTimeout(() => setSettled(value), milliseconds);
        return () => clearTimeout(timer);
    }, [value, milliseconds]);
    return settled;
}
