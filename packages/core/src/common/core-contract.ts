import { stream, PUBLIC, SIGNED_IN } from './api/operation';
import { sessionOperations } from './access/session-contract';
import { peopleOperations } from './people/people-contract';
import { accessOperations } from './access/access-contract';
import { houseOperations } from './house-contract';
import { searchOperations } from './search/search-contract';

/** Every operation of the core package, on one page. */
export const coreContract = {
    session: sessionOperations,
    people: peopleOperations,
    access: accessOperations,
    house: houseOperations,
    search: searchOperations
};

/** Operations of the core package that carry bytes. */
export const coreStreams = {
    openapi: stream({ method: 'GET', path: '/openapi.json', permission: PUBLIC, summary: 'This interface as an OpenAPI 3.1 document', produces: 'application/json' }),
    events: stream({ method: 'GET', path: '/events', permission: SIGNED_IN, summary: 'Domain events that you may see, as server-sent events', produces: 'text/event-stream' })
};

