// Listens to a topic with the clients of graphql-ws and graphql-sse. TOLLGATE_URL is the endpoint, TOLLGATE_KEY an API key, and
// TOLLGATE_TOPIC a topic in which something happens all the time.
import assert from "node:assert/strict";
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSocket } from "graphql-ws";
import WebSocket from "ws";

const url = process.env.TOLLGATE_URL;
const authorization = `Bearer ${process.env.TOLLGATE_KEY}`;
const query = "subscription Counted($topic: String!, $after: String) { counted(topic: $topic, after: $after) { since through cursor } }";

/** Takes some answers, each beginning where the one before ended, and returns the last cursor. */
async function follow(client, after) {
  let last;
  let count = 0;
  for await (const { data, errors } of client.iterate({ query, variables: { topic: process.env.TOLLGATE_TOPIC, after } })) {
    assert.equal(errors, undefined);
    assert.ok(last === undefined || data.counted.since === last.through);
    last = data.counted;
    count++;
    if (count === 5) {
      break;
    }
  }
  assert.equal(count, 5);
  return last;
}

async function check(client, isError) {
  const first = await follow(client);
  const resumed = await follow(client, first.cursor);
  assert.ok(resumed.through > first.through);

  const answers = [];
  for await (const answer of client.iterate({ query: "{ __typename }" })) {
    answers.push(answer.data);
  }
  assert.deepEqual(answers, [{ __typename: "Query" }]);

  await isError(client.iterate({ query: "subscription { nothing }" }));
}

const socket = createSocket({
  url: url.replace("http", "ws"),
  webSocketImpl: WebSocket,
  connectionParams: { authorization },
  keepAlive: 50,
  retryAttempts: 0,

});
await check(socket, (answers) =>
  assert.rejects(
    () => answers.next(),
    (errors) => errors[0].extensions.code === "BAD_USER_INPUT",
  ),
);
await socket.dispose();

const stranger = createSocket({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
await assert.rejects(
  () => stranger.iterate({ query: "{ __typename }" }).next(),
  (event) => event.code === 4401,
);

const events = createEvents({ url, headers: { authorization }, retryAttempts: 0 });
await check(events, async (answers) => {
  const { value } = await answers.next();
  assert.equal(value.errors[0].extensions.code, "BAD_USER_INPUT");
});
events.dispose();
console.log("graphql-ws and graphql-sse understand the server");
