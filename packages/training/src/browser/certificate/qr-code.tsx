import * as React from '@theia/core/shared/react';
import encodeQR from 'qr';

/** Light modules around the code (ISO/IEC 18004 asks for four). */
const quiet = 4;

/** The path of all dark modules, a unit each, with the width of the whole in units. */
export function modulePath(text: string): { readonly path: string; readonly width: number } {
    const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
    const path = modules.flatMap((row, y) => row.flatMap((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : [])).join('');
    return { path, width: modules.length };
}

/** An address to be read by a camera: dark on light whatever the theme, for few cameras read the reverse. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): React.ReactElement {
    const { path, width } = React.useMemo(() => modulePath(text), [text]);
    return <svg className='t-qr-code' role='img' aria-label={label} viewBox={`0 0 ${width} ${width}`} shapeRendering='crispEdges'>
        <rect width={width} height={width} fill='#fff' /><path d={path} fill='#000' />
    </svg>;
}
