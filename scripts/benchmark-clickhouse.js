// The work of leadscore done by ClickHouse, for scripts/benchmark, which puts chdb where Node looks for it.
//   node benchmark-clickhouse.js rank DIR AS-OF THREADS OUTPUT   writes the ranking, without reasons; prints the seconds that SQL took
//   node benchmark-clickhouse.js scan EVENTS THREADS             only reads a log: counts its events by name
//   node benchmark-clickhouse.js version
const fs = require('fs');
const path = require('path');
const { query } = require('chdb');

const [task, ...words] = process.argv.slice(2);
const text = (word) => `'${word.replace(/[\\']/g, '\\$&')}'`;
const settings = (threads) => `max_threads = ${threads}, date_time_input_format = 'best_effort'`;

if (task === 'rank') {
    const [dir, asOf, threads, output] = words;
    const named = {
        as_of: asOf,
        contacts: path.join(dir, 'contacts.csv'),
        events: path.join(dir, 'events.csv'),
        output,
    };
    const sql = fs.readFileSync(path.join(__dirname, 'benchmark-clickhouse.sql'), 'utf8');
    const begun = process.hrtime.bigint();
    query(`${sql.replace(/\{(\w+)\}/g, (_, name) => text(named[name]))} SETTINGS ${settings(threads)}`);
    console.log((Number(process.hrtime.bigint() - begun) / 1e9).toFixed(2));
} else if (task === 'version') {
    console.log(query('SELECT version()', 'TSV').trim());
} else {
    const [events, threads] = words;
    console.log(query(`SELECT event, count() FROM file(${text(events)}, 'CSVWithNames') GROUP BY event SETTINGS ${settings(threads)}`, 'CSV'));
}
