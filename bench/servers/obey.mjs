/** Tells the parent where this server listens, and what it has used so far whenever it is asked. */
export function obey(url) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpu: user + system, rss: process.memoryUsage.rss() });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
}
