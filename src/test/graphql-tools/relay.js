// Compiles a page of every connection against the schema with Relay's own compiler. Its output goes to Maven's target/.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildSchema, printSchema } from "graphql";
import { createRequire } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const schema = path.join(root, "schema");
const target = path.join(root, "target/relay");
const config = { src: "./src", schema: "./schema.graphql", artifactDirectory: "./artifacts", language: "javascript" };

rmSync(target, { recursive: true, force: true });
mkdirSync(path.join(target, "artifacts"), { recursive: true });
cpSync(path.join(import.meta.dirname, "relay"), path.join(target, "src"), { recursive: true });
// The compiler wants one document without extensions.
const parts = readdirSync(schema).map((file) => readFileSync(path.join(schema, file), "utf8"));
writeFileSync(path.join(target, "schema.graphql"), printSchema(buildSchema(parts.join("\n"))));
writeFileSync(path.join(target, "relay.config.json"), JSON.stringify(config));

// The file of the compiler that is for this machine.
const compiler = createRequire(import.meta.url)("relay-compiler");
execFileSync(compiler, ["relay.config.json"], { cwd: target, stdio: "inherit" });
