import * as React from '@theia/core/shared/react';

/** The product's mark: a voice within earshot. The same drawing as assets/favicon.svg. */
export const Mark = (): React.ReactElement => <svg className='e-mark' viewBox='0 0 32 32' width='28' height='28' aria-hidden='true'>
    <rect width='32' height='32' rx='8' className='e-mark-ground' />
    <path className='e-mark-line' d='M8 14v4M12 10v12M16 6.5v19M20 11v10M24 14.5v3' />
</svg>;
