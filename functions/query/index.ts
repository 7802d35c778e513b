/** Questions over HTTP in, records out. Wiring only: ports are built once per container. */
import { queryPorts } from '../../shared/aws/query-ports.ts';
import { type HttpHandler, httpHandler } from '../http.ts';

export const handler: HttpHandler = httpHandler(queryPorts(process.env));
