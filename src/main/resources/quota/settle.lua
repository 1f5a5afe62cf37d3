-- id; keep: how long what is over is; inputTokens, outputTokens, cost: what was used, null keeps the estimate.
-- Answers SETTLED and for each quota its period and what is spent (5); or AGAIN, RELEASED, UNKNOWN.
local function settle(call)
  local lease = load(call.id)
  if not lease then
    return {'UNKNOWN'}
  end
  if lease.state == 'RELEASED' then
    return {'RELEASED'}
  end
  if lease.state ~= 'OPEN' and lease.state ~= 'EXPIRED' then
    return {'AGAIN'}
  end
  local input = tonumber(call.inputTokens) or lease.estimate[2]
  local output = tonumber(call.outputTokens) or lease.estimate[3]
  -- Where only one of both is known, the total is neither the estimate nor what was sent.
  lease.used = {input + output, input, output, 1, tonumber(call.cost) or lease.estimate[5]}
  close(call.id, lease, 'SETTLED', call.keep)
  local answer = {'SETTLED'}
  for _, quota in ipairs(lease.quotas) do
    add(quota, SETTLED, lease.used, 1)
    spent(answer, quota, call.now)
  end
  return answer
end
