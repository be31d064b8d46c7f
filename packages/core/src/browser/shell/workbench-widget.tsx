import * as React from '@theia/core/shared/react';
import { inject, injectable, type interfaces, postConstruct } from '@theia/core/shared/inversify';
import { ReactWidget } from '@theia/core/lib/browser/widgets/react-widget';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ContainerContext } from '../application/context';
import { Workbench } from './workbench';

/** The container, for the one place that hands it to React. */
export const ApplicationContainer = Symbol('ApplicationContainer');

/** The one widget of the window: everything that is seen is a React tree below it. */
@injectable()
export class WorkbenchWidget extends ReactWidget {
    @inject(ApplicationContainer)
    protected readonly container: interfaces.Container;
    @inject(QueryClient)
    protected readonly queries: QueryClient;
    protected started = false;

    @postConstruct()
    protected init(): void {
        this.id = 'earshot-workbench';
        this.addClass('earshot-workbench');
        this.scrollOptions = undefined;
    }

    /** Draws; everything that the pages use is in place by now. */
    start(): void {
        this.started = true;
        this.update();
    }

    protected render(): React.ReactNode {
        return this.started && <ContainerContext.Provider value={this.container}>
            <QueryClientProvider client={this.queries}><Workbench /></QueryClientProvider>
        </ContainerContext.Provider>;
    }
}
