// Runs graphql-http's audits of a GraphQL server over HTTP. TOLLGATE_URL is the endpoint, TOLLGATE_KEY an API key.
import { auditServer } from "graphql-http";

const authorization = `Bearer ${process.env.TOLLGATE_KEY}`;

const results = await auditServer({
  url: process.env.TOLLGATE_URL,
  fetchFn: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, authorization } }),
});

const failed = results.filter((result) => result.status !== "ok");
for (const { id, name, status, reason } of failed) {
  console.log(`${id} ${status}: ${name}: ${reason}`);
}
console.log(`${results.length - failed.length} of ${results.length} audits pass`);
process.exitCode = failed.length === 0 ? 0 : 1;
