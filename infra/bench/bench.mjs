#!/usr/bin/env node
// One command, one run: how near the shop comes to what this machine can do. See README.md beside this file.
import { spawn, spawnSync, execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { cpus } from 'node:os'
import http from 'node:http'
import path from 'node:path'

const given = Object.fromEntries(process.argv.slice(2).map(it => it.replace(/^--/, '').split('=')))
const seconds = Number(given.seconds ?? 5)
const rounds = Number(given.rounds ?? 5)
const warmUp = Number(given['warm-up'] ?? 60)
const connections = Number(given.connections ?? 32)
const root = path.resolve(import.meta.dirname, '../..')
const work = path.join(root, 'target/bench')
const history = given.history ?? path.join(root, 'infra/bench/history.jsonl')
const ports = { shop: 18080, nginx: 18070, bare: 18060 }
const pages = { home: '/ja', shop: '/ja/products', product: '/ja/products/knit-cushion', give: '/ja/give', about: '/ja/faq' }
const unmeasured = []
const running = []

// The shop's own JDK, which need not be the first one of the path.
const jvm = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
const jdk = Number(/version "(\d+)/.exec(spawnSync(jvm, ['-version'], { encoding: 'utf8' }).stderr)?.[1] ?? 0)
if (jdk < 25) {
  console.error(`The shop needs a JDK 25, and ${jvm} is ${jdk || 'none'}: set JAVA_HOME.`)
  process.exit(2)
}

const has = program => spawnSync('which', [program]).status === 0
const sleep = ms => new Promise(done => setTimeout(done, ms))
const median = all => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]

function start(name, command, args, options = {}) {
  const log = openSync(path.join(work, name + '.log'), 'w')
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', log, log], detached: true, ...options })
  child.on('exit', code => { child.failed = code === 1 && `${name} has ended; see ${path.join(work, name + '.log')}` })
  running.push(child)
  return child
}

function stopAll() {
  for (const child of running.reverse()) {
    try { process.kill(-child.pid) } catch { /* is gone */ }
  }
}

function get(port, target, headers = {}) {
  return new Promise((done, failed) => {
    const request = http.get({ port, host: '127.0.0.1', path: target, headers, timeout: 30_000 }, answer => {
      const body = []
      answer.on('data', part => body.push(part))
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(body) }))
    })
    request.on('error', failed)
    request.on('timeout', () => request.destroy(new Error('no answer')))
  })
}

async function until(what, limit, test) {
  const end = Date.now() + limit * 1000
  while (Date.now() < end) {
    const found = await test().catch(() => false)
    if (found) return found
    const failed = running.find(child => child.failed)
    if (failed) throw new Error(failed.failed)
    await sleep(20)
  }
  throw new Error(`${what} is not there after ${limit} s; see ${work}`)
}

// What wrk says: requests a second, the 99th percentile in milliseconds, and whatever was not a good answer.
function load(port, target, time) {
  const told = execFileSync('wrk', ['-t2', `-c${connections}`, `-d${time}s`, '--latency', '-H', 'Accept-Encoding: gzip',
    `http://127.0.0.1:${port}${target}`], { encoding: 'utf8' })
  const [, value, unit] = told.match(/99%\s+([\d.]+)(us|ms|s)/)
  if (/Non-2xx/.test(told)) throw new Error(`${target} on ${port} gave errors:\n${told}`)
  return {
    rate: Number(told.match(/Requests\/sec:\s+([\d.]+)/)[1]),
    p99: Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit]
  }
}

function residentMegabytes(pid) {
  const one = id => Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0)
  return Math.round(one(pid) / 1024)
}

async function startServices() {
  start('services', './mvnw', ['-q', '-o', '-B', '-ntp', '-Dskip.frontend=true', 'spring-boot:test-run',
    '-Dspring-boot.run.main-class=org.lfnkr.zabuton.benchmarks.BenchServices',
    `-Dspring-boot.run.arguments=services ${path.join(work, 'data')} ${ports.shop}`])
  await until('the database', 300, async () => existsSync(path.join(work, 'data/shop.properties')))
}

// The artifact as production runs it: by the start script where there is one, else by java -jar.
async function startShop() {
  const jar = given.jar ?? readdirSync(path.join(root, 'target')).filter(it => /^zabuton-.*\.jar$/.test(it))
    .map(it => path.join(root, 'target', it))[0]
  if (!jar) throw new Error('There is no target/zabuton-*.jar: ./mvnw package -DskipTests')
  const release = given.release
  const script = path.join(root, 'infra/production/start')
  const settings = ['--spring.config.additional-location=file:' + path.join(work, 'data/shop.properties'),
    '--spring.flyway.locations=classpath:db/migration,filesystem:' + path.join(root, 'src/test/resources/db/sample'),
    '--zabuton.background=true']
  const launch = () => release && existsSync(script)
    ? start('shop', script, settings, { env: { ...process.env, SHOP_RELEASE: release } })
    : start('shop', jvm, ['-XX:+UseSerialGC', '-Xmx192m', '-jar', jar, ...settings])
  if (!release) unmeasured.push('start and memory with the AOT cache: name the release that `prepare` made, --release=FOLDER')
  // The first start migrates; the second one is measured.
  const first = launch()
  await until('the shop', 300, async () => (await get(ports.shop, '/ja')).status === 200)
  process.kill(-first.pid)
  await new Promise(done => first.on('exit', done))
  const begun = performance.now()
  const shop = launch()
  await until('the shop', 120, async () => (await get(ports.shop, '/ja')).status === 200)
  return { shop, firstPage: (performance.now() - begun) / 1000 }
}

// The same bytes, compressed as a browser takes them, from nginx and from a bare handler.
async function startLimits() {
  const files = path.join(work, 'files')
  rmSync(files, { recursive: true, force: true })
  mkdirSync(files, { recursive: true })
  const { gzipSync } = await import('node:zlib')
  for (const [name, target] of Object.entries(pages)) {
    const answer = await get(ports.shop, target, { 'accept-encoding': 'gzip' })
    if (answer.status !== 200) throw new Error(`${target} gave ${answer.status}`)
    const zipped = answer.headers['content-encoding'] === 'gzip'
    if (!zipped) unmeasured.push(`compression of ${target} by the shop: it goes out plain; its limits are compressed`)
    writeFileSync(path.join(files, name), zipped ? answer.body : gzipSync(answer.body))
  }
  writeFileSync(path.join(work, 'nginx.conf'), `daemon off; worker_processes auto; pid ${work}/nginx.pid;
    error_log ${work}/nginx-error.log; events { worker_connections 512; }
    http { access_log off; open_file_cache max=100; sendfile on; tcp_nopush on; keepalive_requests 1000000;
      client_body_temp_path ${work}/t1; proxy_temp_path ${work}/t2; fastcgi_temp_path ${work}/t3;
      uwsgi_temp_path ${work}/t4; scgi_temp_path ${work}/t5;
      server { listen 127.0.0.1:${ports.nginx}; root ${files}; default_type "text/html;charset=utf-8";
        add_header Content-Encoding gzip; } }`)
  if (has('nginx')) {
    start('nginx', 'nginx', ['-p', work, '-c', path.join(work, 'nginx.conf')])
  } else {
    unmeasured.push('the limit of nginx: it is not installed')
  }
  start('bare', jvm, ['-XX:+UseSerialGC', '-Xmx192m', '-cp', readFileSync(path.join(work, 'data/classpath'), 'utf8'),
    'org.lfnkr.zabuton.benchmarks.BenchServices', 'bare', files, String(ports.bare)])
  await until('the bare handler', 60, async () => (await get(ports.bare, '/home')).status === 200)
}

// Each page and its limits in turns, so that whatever else the machine does disturbs all of them.
async function shelf(rows) {
  const sides = [['shop', name => pages[name]], ['bare', name => '/' + name],
    ...(has('nginx') ? [['nginx', name => '/' + name]] : [])]
  const share = Math.max(1, Math.round(warmUp / Object.keys(pages).length / sides.length))
  for (const name of Object.keys(pages)) sides.forEach(([side, target]) => load(ports[side], target(name), share))
  const found = {}
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(pages)) {
      for (let turn = 0; turn < sides.length; turn++) {
        const [side, target] = sides[(turn + round) % sides.length]
        ;((found[name] ??= {})[side] ??= []).push(load(ports[side], target(name), seconds))
      }
    }
  }
  for (const [name, by] of Object.entries(found)) {
    for (const [limit] of sides.slice(1)) {
      const ratios = by.shop.map((it, i) => it.rate / by[limit][i].rate)
      rows.push({ what: `${name} / ${limit}`, value: median(by.shop.map(it => it.rate)), limit: median(by[limit].map(it => it.rate)),
        unit: '/s', ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios),
        p99: median(by.shop.map(it => it.p99)), limitP99: median(by[limit].map(it => it.p99)), aim: limit === 'nginx' ? 0.7 : null })
    }
  }
}

// Placing orders, the popular piece in all of them, beside pgbench sending the same statements.
function orders(rows) {
  const told = path.join(work, 'orders.json')
  rmSync(told, { force: true })
  if (java('orders', 'OrdersBenchmark', told, rounds, seconds) === undefined || !existsSync(told)) return
  const { orders, limits } = JSON.parse(readFileSync(told, 'utf8'))
  if (!limits.length) {
    unmeasured.push('the limit of orders: pgbench is not installed')
    rows.push({ what: 'orders', value: median(orders), unit: '/s' })
    return
  }
  const ratios = orders.map((it, i) => it / limits[i])
  rows.push({ what: 'orders / pgbench', value: median(orders), limit: median(limits), unit: '/s', ratio: median(ratios),
    least: Math.min(...ratios), most: Math.max(...ratios), aim: 0.5 })
}

// What the JVM beside the shop says in one line of JSON; nothing, and the reason, where it fails.
function java(name, main, ...args) {
  const run = spawnSync(jvm, ['-XX:+UseSerialGC', '-Xmx512m', '-cp', readFileSync(path.join(work, 'data/classpath'), 'utf8'),
    `org.lfnkr.zabuton.benchmarks.${main}`, ...args.map(String)], { cwd: root, encoding: 'utf8', timeout: 900_000 })
  writeFileSync(path.join(work, name + '.log'), String(run.stdout) + run.stderr)
  return run.status === 0 ? run.stdout : void unmeasured.push(`${name}: ${work}/${name}.log says why`)
}

// A page that is made for each visitor: asked for ten times as often as it can be made, and by as many who never rest.
function overload(rows) {
  const told = java('overload', 'Overload', `http://127.0.0.1:${ports.shop}/ja/cart`, 640, Math.max(5, seconds))
  if (!told) return
  const found = JSON.parse(told.trim().split('\n').at(-1))
  rows.push({ what: 'a page made for each: eight ask', value: found.calm.accepted, unit: '/s', p99: found.calm.p99 })
  for (const [what, crowd] of [['tenfold', found.tenfold], ['640 without a pause', found.restless]]) {
    rows.push({ what: `${what}: accepted`, value: crowd.accepted, unit: '/s', p99: crowd.p99, limitP99: 1000 })
    rows.push({ what: `${what}: turned away`, value: crowd.refused, unit: '/s', p99: crowd.refusedP99 })
    rows.push({ what: `${what}: no answer`, value: crowd.lost })
  }
  rows.push({ what: 'well again after', value: found.recovery, limit: 10, unit: 's' })
}

function renewals(rows) {
  const told = path.join(work, 'renewals.json')
  rmSync(told, { force: true })
  if (java('renewals', 'RenewalsBenchmark', told, given.plans ?? 200) === undefined || !existsSync(told)) return
  rows.push({ what: 'renewals', value: JSON.parse(readFileSync(told, 'utf8')).rate, limit: 10_000 / 3_600, unit: '/s' })
}

const text = (value, digits) => value == null ? '' : Number(value).toFixed(digits)

function print(rows) {
  const lines = [['path', 'shop', 'limit', '', 'ratio', 'spread', 'aim', 'p99 ms', 'limit ms'],
    ...rows.map(it => [it.what, text(it.value, it.value < 10 ? 2 : 0), text(it.limit, it.limit < 10 ? 2 : 0), it.unit ?? '', text(it.ratio, 3),
      it.ratio == null ? '' : `${text(it.least, 3)}–${text(it.most, 3)}`, text(it.aim, 1), text(it.p99, 1), text(it.limitP99, 1)])]
  const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)))
  console.log(lines.map(line => line.map((cell, i) => i ? cell.padStart(widths[i]) : cell.padEnd(widths[i])).join('  ')).join('\n'))
}

// Runs on the same machine with the same settings can be compared, no others.
function compare(rows) {
  const machine = createHash('sha256').update(JSON.stringify([cpus().map(it => it.model), connections])).digest('hex').slice(0, 12)
  const before = existsSync(history)
    ? readFileSync(history, 'utf8').split('\n').filter(Boolean).map(it => JSON.parse(it)).filter(it => it.machine === machine).slice(-5)
    : []
  const collapsed = rows.filter(row => row.ratio != null).flatMap(row => {
    const past = before.flatMap(run => run.rows).filter(it => it.what === row.what && it.ratio != null).map(it => it.ratio)
    return past.length && row.ratio < median(past) / 2 ? [`${row.what}: ${text(row.ratio, 3)}, it was ${text(median(past), 3)}`] : []
  })
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()
  appendFileSync(history, JSON.stringify({ at: new Date().toISOString(), commit, machine, seconds, rounds, rows, unmeasured }) + '\n')
  console.log(before.length ? `\nCompared with ${before.length} runs on this machine.` : '\nThe first run on this machine: nothing to compare with.')
  return collapsed
}

async function main() {
  if (!has('wrk')) throw new Error('wrk is not installed')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(path.join(work, 'data'), { recursive: true })
  const rows = []
  await startServices()
  const { shop, firstPage } = await startShop()
  await startLimits()
  await shelf(rows)
  rows.push({ what: 'first page after start', value: firstPage, unit: 's' })
  rows.push({ what: 'memory after load', value: residentMegabytes(shop.pid), unit: 'MB' })
  overload(rows)
  process.kill(-shop.pid)
  orders(rows)
  renewals(rows)
  unmeasured.push('a quiet machine: the load is made on the cores that serve')
  print(rows)
  console.log('\nNot measured:\n' + unmeasured.map(it => '- ' + it).join('\n'))
  const collapsed = compare(rows)
  if (collapsed.length) {
    console.error('\nFell below half of what it was:\n' + collapsed.join('\n'))
    process.exitCode = 1
  }
}

process.on('SIGINT', () => { stopAll(); process.exit(130) })
main().catch(error => { console.error(error.message); process.exitCode = 2 }).finally(stopAll)
