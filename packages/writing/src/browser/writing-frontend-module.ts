import '../../src/browser/style/writing.css';

import { ContainerModule } from '@theia/core/shared/inversify';

/** What is written with it belongs to the packages above; here are only its looks. */
export default new ContainerModule(() => { /* nothing to bind */ });
