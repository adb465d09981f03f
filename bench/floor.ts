/** The floor: a bare Node http server that answers with ready bytes. Nothing that renders can be faster. */
import { createServer } from 'node:http';

const body = Buffer.alloc(Number(process.argv[2] ?? 10_000), 'x');
const server = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' }).end(body)
);
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
