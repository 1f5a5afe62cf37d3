package dev.tollgate.demo;

/**
 * A call of the trace.
 *
 * @param afterMs milliseconds since the call before
 * @param inputTokens the prompt
 * @param outputTokens the answer, at least 1
 */
record TraceCall(int afterMs, int inputTokens, int outputTokens) {}
