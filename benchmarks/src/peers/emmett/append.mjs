// Appends facts with Emmett. Told by arguments: database address, file of facts (one JSON a line), facts per append,
// appends under way at once, seconds. Says "ready", waits for a line, works, and says how many facts are durable.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const [address, file, size, callers, seconds] = process.argv.slice(2);
const batch = Number(size);
const events = readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const data = JSON.parse(line);
    return { type: data.kind, data };
});

const pool = new pg.Pool({ connectionString: address, max: Number(callers) });
const store = getPostgreSQLEventStore(address, { connectionOptions: { pooled: true, pool } });
await store.schema.migrate();
// 0.42.3 has them; without them every poll of a reader reads the whole table
await pool.query('CREATE INDEX ON emt_messages (global_position)');
await pool.query('CREATE INDEX ON emt_messages (transaction_id, global_position)');

let next = 0;
let done = 0;

async function call(end) {
    while (next < events.length && performance.now() < end) {
        const some = events.slice(next, next + batch);
        next += some.length;
        // one fact: its own stream; many: one stream for all of them
        await store.appendToStream(some[0].data.stream, some);
        done += some.length;
    }
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log('ready');
await lines.next();
const end = performance.now() + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(callers) }, () => call(end)));
console.log(done);
await lines.next();
await store.close();
await pool.end();
process.exit(0);
